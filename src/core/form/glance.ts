// In: a generator's drawing; what it found there, and in that drawing mirrored and smaller. Out: the smaller
// one; the mean of both in all that is broader than a few pixels, so that edges stay as sharp as they were.
// Test-time augmentation (Krizhevsky et al. 2012); models/training/networks/mirrored.py does the same.
import { channelAt, type ModelCard } from '../card.ts';
import type { Tensor } from '../engine.ts';
import { blockMeans, nearest, resampled, type SquarePlane } from '../image/resample.ts';
import { HINT } from './hint-values.ts';

/** Slow is what is broader than so many pixels. */
const CELL = 8;
/** What is averaged; borders and the ground's shadow stay as first found. */
const STEADIED = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness'];

/** `drawing`: as the card's input has it; hints keep their values. */
export function mirroredDrawing(
  { shape, data }: Tensor,
  { channels }: ModelCard['input'],
  side: number,
): Tensor {
  const from = shape[3]!;
  const result = new Float32Array(channels.length * side * side);
  channels.forEach(({ name }, i) => {
    const plane = planeAt(data, i, from);
    result.set(name === HINT ? nearest(plane, side, true) : resampled(plane, side, true), i * side * side);
  });
  return { shape: [1, channels.length, side, side], data: result };
}

/** `found`, `again`: the outputs by name, of the drawing and of the mirrored one, whose side is `glance`. */
export function steadied(
  { input, output, look }: Pick<ModelCard, 'input' | 'output' | 'look'>,
  found: Readonly<Record<string, Tensor>>,
  again: Readonly<Record<string, Tensor>>,
  glance: number,
): Record<string, Tensor> {
  const { size } = input;
  const form = addTo(found[output.tensor]!, (data) => {
    const seen = again[output.tensor]!.data;
    for (const name of STEADIED) {
      const at = channelAt(output.channels, name);
      const own = blockMeans(planeAt(data, at, size), CELL);
      const other = resampled(blockMeans(planeAt(seen, at, glance), CELL), own.side, true);
      const sign = name === 'normal.x' ? -1 : 1;
      const apart = other.map((value, i) => sign * value - own.data[i]!);
      addHalf(data, at, size, resampled({ data: apart, side: own.side }, size));
    }
  });
  if (!look) return { ...found, [output.tensor]: form };
  const looks = addTo(found[look.tensor]!, (data) => {
    const [cells, others] = [size / look.cell, glance / look.cell];
    look.channels.forEach((_, at) => {
      const own = planeAt(data, at, cells).data;
      const other = resampled(planeAt(again[look.tensor]!.data, at, others), cells, true);
      addHalf(
        data,
        at,
        cells,
        other.map((value, i) => value - own[i]!),
      );
    });
  });
  return { ...found, [output.tensor]: form, [look.tensor]: looks };
}

const planeAt = (data: Float32Array, at: number, side: number): SquarePlane => ({
  data: data.subarray(at * side * side, (at + 1) * side * side),
  side,
});

/** A copy of a tensor, changed. */
function addTo({ shape, data }: Tensor, change: (data: Float32Array) => void): Tensor {
  const copy = data.slice();
  change(copy);
  return { shape, data: copy };
}

function addHalf(data: Float32Array, at: number, side: number, apart: Float32Array): void {
  const from = at * side * side;
  for (let i = 0; i < apart.length; i++) data[from + i]! += apart[i]! / 2;
}

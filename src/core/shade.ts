// In: parts, their dress, the intrinsic image and a studio. Out: the lit surface, pixel by pixel, through the light graph.
import { channelAt, type LightCard, type Studio } from './card.ts';
import type { Dress } from './dress.ts';
import { openSampler, SAMPLED } from './enlarge.ts';
import type { Network, Tensor } from './engine.ts';
import { between, type Grid } from './fit.ts';
import type { Parts } from './parts.ts';
import type { Plane, Rgba } from './sketch.ts';
import type { Intrinsic } from './tensor.ts';

/** Pixels that are lit at once: bounds the memory of a run whatever the picture's size. */
export const STRIP = 131_072;
// Seams darken openness by this much where two parts meet, so that edges read sharply above the model's resolution.
const SEAM = 0.35;

export interface Surface {
  found: Parts;
  dressed: Dress;
  intrinsic: Intrinsic;
  /** The model square over the drawing. */
  square: Grid;
  /** 0…1: thin lines along inner borders, at the picture's size. */
  seams: Plane;
}

/**
 * Only covered pixels are lit: they are packed row after row into strips of at most `strip` pixels, so that the graph,
 * which looks at one pixel at a time, does no work for paper. Alpha is the drawing's times the material's opacity.
 * Null: asked to stop between strips. Throws when the graph gives something that is no number.
 */
export async function shade(
  surface: Surface,
  studio: Studio,
  card: LightCard,
  light: Network,
  goOn: (fraction: number) => Promise<boolean>,
  strip = STRIP,
): Promise<Rgba | null> {
  const { found, dressed, intrinsic, square, seams } = surface;
  const { width, height } = found.grid;
  const { labels, alpha } = found;
  const order = orderOf(card);
  const sampler = openSampler(intrinsic, square, found);
  const to = between(found.grid, square);
  const depth = dressed.materials[0]?.length ?? 0;
  const data = new Uint8Array(4 * width * height);
  const pixels = new Int32Array(strip);
  let count = 0;
  let total = 0;
  for (const value of alpha.data) if (value > 0) total++;

  const packed = new Float32Array(SAMPLED * strip);
  const run = async (): Promise<void> => {
    const base = new Float32Array(3 * count);
    const material = new Float32Array(depth * count);
    const position = new Float32Array(2 * count);
    for (let k = 0; k < count; k++) {
      const i = pixels[k] ?? 0;
      for (let c = 0; c < 3; c++) base[c * count + k] = (dressed.base[3 * i + c] ?? 0) / 255;
      const values = dressed.materials[(labels.data[i] ?? 1) - 1];
      if (values) for (let c = 0; c < depth; c++) material[c * count + k] = values[c] ?? 0;
      const y = Math.floor(i / width);
      position[k] = (2 * to.x(i - y * width)) / square.width - 1;
      position[count + k] = 1 - (2 * to.y(y)) / square.height;
    }
    const five = new Float32Array(SAMPLED * count);
    order.forEach((from, c) => five.set(packed.subarray(from * strip, from * strip + count), c * count));
    const tensor = (channels: number, values: Float32Array): Tensor => ({
      shape: [1, channels, 1, count],
      data: values,
    });
    const result = await light({
      intrinsic: tensor(SAMPLED, five),
      base: tensor(3, base),
      material: tensor(depth, material),
      position: tensor(2, position),
      studio: { shape: [1, studio.vector.length], data: Float32Array.from(studio.vector) },
    });
    const picture = result[card.output.tensor];
    if (!picture || picture.data.length !== 4 * count)
      throw new Error(
        `the light gave ${picture?.shape.join(' × ') ?? 'nothing'}, wanted 1 × 4 × 1 × ${count}`,
      );
    for (let k = 0; k < count; k++) {
      const i = pixels[k] ?? 0;
      for (let c = 0; c < 3; c++) data[4 * i + c] = byte(picture.data[c * count + k] ?? NaN);
      data[4 * i + 3] = byte(((picture.data[3 * count + k] ?? NaN) * (alpha.data[i] ?? 0)) / 255);
    }
    count = 0;
  };

  let done = 0;
  for (let y = 0; y < height; y++) {
    sampler.row(y);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((alpha.data[i] ?? 0) === 0) continue;
      sampler.pixel(x, labels.data[i] ?? 0, packed, count, strip);
      const seam = seams.data[i] ?? 0;
      if (seam > 0) packed[3 * strip + count] = (packed[3 * strip + count] ?? 1) * (1 - SEAM * seam);
      pixels[count++] = i;
      if (count < strip) continue;
      done += count;
      await run();
      if (!(await goOn(done / total))) return null;
    }
  }
  if (count > 0) await run();
  return { width, height, data };
}

function byte(value: number): number {
  if (!Number.isFinite(value)) throw new Error('the light gave a value that is no number');
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}

/** For each channel that the light's card asks for, the sampler's channel. */
function orderOf(card: LightCard): number[] {
  const ours = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness'].map((name) => ({ name }));
  const wanted = card.inputs.find((input) => input.tensor === 'intrinsic')?.channels ?? [];
  if (wanted.length !== SAMPLED)
    throw new Error(`the light's card asks for ${wanted.length} intrinsic channels, wanted ${SAMPLED}`);
  return wanted.map((channel) => channelAt(ours, channel.name));
}

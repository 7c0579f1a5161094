import { expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import type { Tensor } from '../../../src/core/engine.ts';
import { mirroredDrawing, steadied } from '../../../src/core/form/glance.ts';
import { cards } from '../fake.ts';

const FORM = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness', 'shadow', 'coverage'];
const channels = (names: readonly string[]) =>
  names.map((name) => ({ name, range: [0, 1] as [number, number] }));
const card: Pick<ModelCard, 'input' | 'output' | 'look'> = {
  input: { ...cards.model.input, size: 320, channels: channels(['lines', 'silhouette', 'hint']) },
  output: { tensor: 'intrinsic', channels: channels(FORM) },
};

function tensor(count: number, side: number, value: (i: number, all: number) => number): Tensor {
  const all = count * side * side;
  return { shape: [1, count, side, side], data: Float32Array.from({ length: all }, (_, i) => value(i, all)) };
}

/** All channels of one place. */
const placeOf = ({ shape, data }: Tensor, x: number, y: number): number[] =>
  Array.from({ length: shape[1]! }, (_, at) => data[(at * shape[2]! + y) * shape[3]! + x]!);

const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(1e4 * value) / 1e4);

// models/training/tests/test_mirrored.py says the same of the same ramps.
it('gives the numbers that Python gives', () => {
  const seen = mirroredDrawing(
    tensor(3, 320, (i) => i % 7),
    card.input,
    256,
  );
  expect(seen.shape).toEqual([1, 3, 256, 256]);
  expect(rounded(placeOf(seen, 5, 3))).toEqual([3.875, 0.875, 0]);
  const ramp = (side: number) => tensor(7, side, (i, all) => i / all);
  const found = steadied(card, { intrinsic: ramp(320) }, { intrinsic: ramp(256) }, 256);
  const [x, y, z, ...others] = placeOf(found['intrinsic']!, 30, 100) as [number, number, number];
  // The normal is made one long later, where the output is read.
  const long = Math.hypot(x, y, z);
  const wanted = [-0.0005, 0.4938, 0.8696, 0.4735, 0.6163, 0.759, 0.9018];
  expect(rounded([x / long, y / long, z / long, ...others])).toEqual(wanted);
});

it('leaves the outputs that it was given as they were, and steadies the look, too', () => {
  const look = { tensor: 'look', cell: 8, channels: channels(['material.wood', 'material.glass']) };
  const found = { intrinsic: tensor(7, 320, () => 0.5), look: tensor(2, 40, (i) => (i % 40 < 20 ? 1 : 0)) };
  const again = { intrinsic: tensor(7, 256, () => 0.5), look: tensor(2, 32, (i) => (i % 32 < 16 ? 1 : 0)) };
  const { intrinsic, look: seen } = steadied({ ...card, look }, found, again, 256);
  expect(placeOf(seen!, 3, 3)).toEqual([0.5, 0.5]);
  expect(placeOf(found.look, 3, 3)).toEqual([1, 1]);
  // x turns its sign in the mirror, shadow and coverage are left as they are
  expect(placeOf(intrinsic!, 3, 3)).toEqual([0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
});

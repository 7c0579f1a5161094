import { expect, it } from 'vitest';
import { SAMPLED, type UpsampledForm } from '../../../src/core/form/upsample.ts';
import { meshesOf } from '../../../src/core/relief/mesh.ts';
import { solidViews, type Solid } from '../../../src/core/relief/solid.ts';
import { labelsFrom } from '../small.ts';
import { partsFrom, rectangle } from './parts.ts';

const SIDE = 16;
/** A plate of 12 × 12 samples with a badge of 4 × 4 in its middle; two drawing units a sample. */
const ROWS = Array.from({ length: SIDE }, (_, y) =>
  Array.from({ length: SIDE }, (__, x) => {
    const far = Math.max(Math.abs(x - 7.5), Math.abs(y - 7.5));
    return far < 2 ? '2' : far < 6 ? '1' : '.';
  }).join(''),
);
const square = { box: { x: 0, y: 0, width: 32, height: 32 }, width: SIDE, height: SIDE };

/** A form with one normal everywhere. */
function formOf(normal: readonly [number, number, number]): UpsampledForm {
  const sampler = {
    row: () => undefined,
    pixel: (_x: number, _label: number, to: Float32Array) =>
      to.set([...normal, ...Array<number>(SAMPLED - 3).fill(1)]),
  };
  return { ...sampler, labels: labelsFrom(ROWS), over: () => sampler };
}
const contacts = [{ lower: 0, upper: 1, pixels: 16, over: 1 }];
const levels = { level: Float32Array.of(0, 3), edge: new Float32Array(2), outer: new Float32Array(2) };
const go = (): Promise<boolean> => Promise.resolve(true);
const facing = formOf([0, 0, 1]);
const at = (x: number, y: number): number => SIDE * y + x;

it('flat parts lie flat, what lies on another at its level above it, in drawing units', async () => {
  const [view] = (await solidViews([{ square, form: facing, zones: null }], contacts, levels, go))!;
  const { heights } = view!;
  expect(heights[at(7, 7)]! - heights[at(3, 3)]!).toBeCloseTo(3, 1);
  expect(heights[at(8, 6)]).toBeCloseTo(heights[at(7, 7)]!, 3);
  expect(heights[at(2, 2)]).toBeCloseTo(heights[at(3, 3)]!, 3);
  expect(heights[0]).toBe(0);
});

it('a surface that leans to the right falls to the right, by its normal', async () => {
  const leaning = formOf([0.6, 0, 0.8]);
  const [view] = (await solidViews([{ square, form: leaning, zones: null }], contacts, levels, go))!;
  // 0.6 / 0.8 of a unit down for each unit to the right; a sample is two.
  expect(view!.heights[at(3, 3)]! - view!.heights[at(4, 3)]!).toBeCloseTo(1.5, 1);
  expect(view!.heights[at(3, 3)]).toBeCloseTo(view!.heights[at(3, 4)]!, 1);
});

it('samples of other objects are left out, and it stops where it is told to', async () => {
  const zones = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 8 ? 0 : 1));
  const [view] = (await solidViews([{ square, form: facing, zones }], contacts, levels, go))!;
  expect([view!.labels[at(4, 4)], view!.labels[at(10, 4)]]).toEqual([1, 0]);
  expect(
    await solidViews([{ square, form: facing, zones: null }], contacts, levels, () => Promise.resolve(false)),
  ).toBeNull();
});

it('a mesh a part: two triangles a cell, towards the viewer, in drawing units with y up', () => {
  const parts = partsFrom(ROWS, [rectangle(2, 2, 14, 14), rectangle(6, 6, 10, 10)]);
  const grid = { ...square, width: SIDE, height: SIDE };
  const labels = labelsFrom(ROWS).data;
  const heights = Float32Array.from(labels, (label) => (label === 2 ? 3 : 0));
  const flat = { x: new Int8Array(SIDE * SIDE), y: new Int8Array(SIDE * SIDE) };
  const solid = {
    parts: { ...parts, grid },
    worn: [],
    base: new Uint8Array(3 * SIDE * SIDE),
    zones: null,
    bevel: flat,
    views: [{ square, form: facing, labels, heights }],
  } satisfies Solid;
  const [plate, badge] = meshesOf(solid);
  // 11 × 11 cells lie within the plate's outline; those that touch the badge
  // (5 × 5) are its own, but for half of each at its corners, where the flatter diagonal leaves it out.
  expect([plate!.part, badge!.part]).toEqual([0, 1]);
  expect(badge!.triangles.length / 3).toBe(2 * 25 - 4);
  expect((plate!.triangles.length + badge!.triangles.length) / 3).toBe(2 * 121);
  const first = [...plate!.positions.subarray(0, 3)];
  expect(first).toEqual([5, -5, 0]);
  expect([...plate!.normals.subarray(0, 3)]).toEqual([0, 0, 1]);
  expect([...plate!.places.subarray(0, 2)]).toEqual([2.5 / 16, 2.5 / 16]);
  const [a, b, c] = [...plate!.triangles.subarray(0, 3)].map((corner) =>
    plate!.positions.subarray(3 * corner, 3 * corner + 2),
  );
  const turn = (b![0]! - a![0]!) * (c![1]! - a![1]!) - (b![1]! - a![1]!) * (c![0]! - a![0]!);
  expect(turn).toBeGreaterThan(0);
});

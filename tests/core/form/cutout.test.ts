import { expect, it } from 'vitest';
import { cutOut } from '../../../src/core/form/cutout.ts';
import type { Painting } from '../../../src/core/form/painting.ts';
import { partsFrom } from '../relief/parts.ts';

const ROWS = ['........', '.111111.', '.111111.', '.111111.', '.111111.', '.111111.', '.111111.', '........'];

/** Red inside the six by six, white beside it; `at` says how red. */
function paintingOf(at: (x: number, y: number) => number): Painting {
  const plane = (inside: (i: number) => number): Float32Array =>
    Float32Array.from({ length: 64 }, (_, i) => (ROWS.join('')[i] === '1' ? inside(i) : 1));
  return {
    size: 8,
    rgb: [plane((i) => at(i % 8, i >> 3)), plane(() => 0), plane(() => 0)],
    coverage: new Float32Array(64),
  };
}
const square = { box: { x: 0, y: 0, width: 8, height: 8 }, width: 8, height: 8 };
const pixel = (data: Uint8Array | Uint8ClampedArray, x: number, y: number): number[] => [...data.slice(4 * (8 * y + x), 4 * (8 * y + x) + 4)]; // prettier-ignore

it('has the painting inside and nothing outside', () => {
  const { data } = cutOut([{ square, painting: paintingOf(() => 1) }], partsFrom(ROWS, [null]), null);
  expect(pixel(data, 4, 4)).toEqual([255, 0, 0, 255]);
  expect(pixel(data, 0, 4)).toEqual([0, 0, 0, 0]);
});

it('carries colours outwards: no halo of the white beside it', () => {
  // At the border samples are half paper.
  const rim = (x: number, y: number): boolean => Math.min(x, y, 7 - x, 7 - y) === 1;
  const painting = paintingOf(() => 1);
  painting.rgb[1] = painting.rgb[1].map((value, i) => (rim(i % 8, i >> 3) ? 0.5 : value));
  const { data } = cutOut([{ square, painting }], partsFrom(ROWS, [null]), null);
  expect(pixel(data, 1, 1)).toEqual([255, 0, 0, 255]);
});

it('is enlarged smoothly, and keeps within 0 … 255 where the curve would swing over', () => {
  const painting = paintingOf((x) => (x < 4 ? 0 : 1));
  const grid = { box: square.box, width: 32, height: 32 };
  const small = partsFrom(ROWS, [null]);
  const large = (of: (x: number, y: number) => number) => Array.from({ length: 1024 }, (_, i) => of((i % 32) >> 2, i >> 7)); // prettier-ignore
  const labels = {
    width: 32,
    height: 32,
    data: Int32Array.from(large((x, y) => small.labels.data[8 * y + x]!)),
  };
  const alpha = {
    width: 32,
    height: 32,
    data: Uint8Array.from(large((x, y) => small.alpha.data[8 * y + x]!)),
  };
  const { data } = cutOut([{ square, painting }], { grid, labels, alpha, parts: small.parts }, null);
  const row = Array.from({ length: 16 }, (_, x) => data[4 * (32 * 16 + 8 + x)]!);
  expect(row.every((value, x) => x === 0 || value >= row[x - 1]!)).toBe(true);
  expect([row[0], row[15]]).toEqual([0, 255]);
});

it('takes each pixel from the canvas of its zone', () => {
  const zones = Uint8Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? 0 : 1));
  const canvases = [1, 0.4].map((red) => ({ square, painting: paintingOf(() => red) }));
  const { data } = cutOut(canvases, partsFrom(ROWS, [null]), zones);
  expect([pixel(data, 2, 4)[0], pixel(data, 5, 4)[0]]).toEqual([255, 102]);
});

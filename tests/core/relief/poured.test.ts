import { expect, it } from 'vitest';
import { pourInto } from '../../../src/core/relief/poured.ts';

const SIDE = 24;

/** The leans of a liquid that fills the samples where `filled` says so. */
function poured(filled: (x: number, y: number) => boolean): { x: Float32Array; y: Float32Array } {
  const to = { x: new Float32Array(SIDE * SIDE), y: new Float32Array(SIDE * SIDE) };
  const samples = [...to.x.keys()].filter((i) => filled(i % SIDE, Math.floor(i / SIDE)));
  pourInto(to, samples, { width: SIDE, height: SIDE });
  return to;
}

it('turns away at both sides alike, more the nearer it is to the wall, and is level above', () => {
  const { x, y } = poured((u, v) => u >= 4 && u < 20 && v >= 6 && v < 20);
  const row = [...x.subarray(12 * SIDE + 4, 12 * SIDE + 20)];
  expect(row.map((value) => -value).reverse()).toEqual(row);
  for (let k = 1; k < row.length; k++) expect(row[k]!).toBeGreaterThan(row[k - 1]!);
  expect(row.at(-1)!).toBeGreaterThan(0.6);
  expect(y[6 * SIDE + 12]).toBeCloseTo(0, 9);
  expect(y[19 * SIDE + 12]!).toBeLessThan(-0.2);
});

it('leans by less than 1 everywhere; beside it nothing is written', () => {
  const { x, y } = poured((u, v) => v >= 4 && v < 20 && Math.abs(u - 12) < 9 - 0.3 * v);
  expect(Math.max(...x.map((value, i) => Math.hypot(value, y[i]!)))).toBeLessThan(0.99);
  expect(x[12 * SIDE]).toBe(0);
});

it('a slanting wall is no staircase: the lean changes from row to row, not at every fourth alone', () => {
  const { x } = poured((u, v) => u < 15 + Math.floor(v / 4) && u >= 9 - Math.floor(v / 4));
  const column = [8, 9, 10, 11, 12, 13, 14].map((v) => x[v * SIDE + 14]!);
  for (let k = 1; k < column.length; k++) expect(column[k]!).toBeLessThan(column[k - 1]! - 1e-4);
});

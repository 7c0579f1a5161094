import { expect, it } from 'vitest';
import { BETWEEN, NOWHERE, smoothRegions } from '../../../src/core/appearance/smooth-regions.ts';
import { partsFrom } from '../relief/parts.ts';

const AS_DRAWN = 1;
const SIDE = 12;
const one = partsFrom(Array<string>(SIDE).fill('1'.repeat(SIDE)), [null]);

/** The regions' numbers in the first row of a picture whose columns have these greys. */
function rowOf(greys: readonly number[], parts = one, left: Uint8Array | null = null): number[] {
  const base = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, i) => greys[Math.floor(i / 3) % SIDE]!);
  const wanted = parts.parts.map(() => true);
  return [...smoothRegions(parts, base, wanted, left).data.subarray(0, SIDE)];
}
const columns = (grey: (x: number) => number): number[] => Array.from({ length: SIDE }, (_, x) => grey(x));
const runs = (...of: [number, number][]): number[] =>
  of.flatMap(([n, value]) => Array<number>(n).fill(value));

it('is one region where grey goes by eight a pixel', () => {
  expect(rowOf(columns((x) => 100 + 8 * x))).toEqual(runs([12, 2]));
});

it('are two where there is a step of nine, numbered by their first pixels', () => {
  expect(rowOf(columns((x) => (x < 6 ? 100 : 109)))).toEqual(runs([6, 2], [6, 3]));
});

it('a line of one pixel lies between them, as it has no inside', () => {
  expect(rowOf(columns((x) => (x === 6 ? 0 : 100)))).toEqual(runs([6, 2], [1, BETWEEN], [5, 3]));
});

it('does not go from one part to the next, though they have one colour', () => {
  const two = partsFrom(Array<string>(SIDE).fill('111111222222'), [null, null]);
  expect(
    rowOf(
      columns(() => 100),
      two,
    ),
  ).toEqual(runs([6, 2], [6, 3]));
});

it('what is left as drawn is no region, nor is what lies beside all parts', () => {
  const left = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i === 3 ? 1 : 0));
  expect(
    rowOf(
      columns(() => 100),
      one,
      left,
    ),
  ).toEqual(runs([3, 2], [1, AS_DRAWN], [8, 2]));
  const beside = partsFrom(Array<string>(SIDE).fill('111111......'), [null]);
  expect(
    rowOf(
      columns(() => 100),
      beside,
    ),
  ).toEqual(runs([6, 2], [6, NOWHERE]));
});

it('parts that nobody asks for keep their colour', () => {
  const base = new Uint8Array(3 * SIDE * SIDE);
  const { data, count } = smoothRegions(one, base, [false], null);
  expect(new Set(data)).toEqual(new Set([AS_DRAWN]));
  expect(count).toBe(2);
});

import { expect, it } from 'vitest';
import { blurred } from '../../../src/core/image/blur.ts';

const SIDE = 16;

/** One cell of 1 in the middle of zeros. */
const speck = () => {
  const data = new Float32Array(SIDE * SIDE);
  data[8 * SIDE + 8] = 1;
  return { width: SIDE, height: SIDE, data };
};

it('leaves an empty plane as it is', () => {
  const data = new Float32Array(64);
  expect(blurred({ width: 8, height: 8, data }, 2, 2)).toBe(data);
});

it('keeps the sum, and goes alike to both sides and along both axes', () => {
  const out = blurred(speck(), 1.5, 1.5);
  expect(out.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  const at = (x: number, y: number): number => out[y * SIDE + x]!;
  for (const away of [1, 2, 3]) {
    expect(at(8 + away, 8)).toBeCloseTo(at(8 - away, 8), 6);
    expect(at(8, 8 + away)).toBeCloseTo(at(8 + away, 8), 6);
    expect(at(8 + away, 8)).toBeLessThan(at(8 + away - 1, 8));
  }
});

it('is three means of three cells for sigma 1.5: 1 3 6 7 6 3 1 of 27', () => {
  const row = blurred(speck(), 1.5, 0).subarray(8 * SIDE, 9 * SIDE);
  [1, 3, 6, 7, 6, 3, 1].forEach((share, i) => expect(row[5 + i]).toBeCloseTo(share / 27, 6));
  expect([row[4], row[12]]).toEqual([0, 0]);
});

it('goes along one axis alone where the other is 0', () => {
  const across = blurred(speck(), 1.5, 0);
  const down = blurred(speck(), 0, 1.5);
  expect(across.every((value, i) => value === 0 || Math.floor(i / SIDE) === 8)).toBe(true);
  expect(down.every((value, i) => value === 0 || i % SIDE === 8)).toBe(true);
});

it('counts what is outside as 0: at the border a part is lost', () => {
  const data = new Float32Array(8 * 8);
  data.fill(1);
  const out = blurred({ width: 8, height: 8, data }, 1.5, 0);
  // Three means at the first cell: of what is outside 1, 3 and 6 of 27 came in.
  expect(out[0]).toBeLessThan(1);
  expect(out[4]).toBeCloseTo(1, 6);
});

import { expect, it } from 'vitest';
import { darkness } from '../../../src/core/photo/darkness.ts';

const SIDE = 24;
const photoOf = (grey: (x: number, y: number) => number, alpha = (_x: number, _y: number): number => 255) => {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i += 4) data.set([grey(x, y), grey(x, y), grey(x, y), alpha(x, y)], i);
  return { width: SIDE, height: SIDE, data };
};

it('is 0 on bare paper, however bright it is', () => {
  for (const grey of [255, 120]) {
    const { data } = darkness(photoOf(() => grey));
    data.forEach((value) => expect(value).toBeCloseTo(0, 5));
  }
});

it('is how much darker a line is than the paper around it, in shade as in light', () => {
  // Paper of 240 that falls to 120; a line of half of it.
  const paper = (x: number): number => 240 - 5 * x;
  const { data } = darkness(photoOf((x, y) => (y === 12 ? paper(x) / 2 : paper(x))));
  const at = (x: number, y: number): number => data[SIDE * y + x]!;
  for (const x of [6, 12, 18]) {
    expect(at(x, 12)).toBeGreaterThan(0.45);
    expect(at(x, 12)).toBeLessThan(0.6);
    expect(at(x, 4)).toBeLessThan(0.15);
  }
});

it('is 0 where there is no paper', () => {
  const { data } = darkness(photoOf(() => 10, (x) => (x < 12 ? 0 : 255))); // prettier-ignore
  expect(data[SIDE * 12 + 3]).toBe(0);
});

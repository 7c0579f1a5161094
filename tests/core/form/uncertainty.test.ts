import { expect, it } from 'vitest';
import { isUnsure, type Judged } from '../../../src/core/form/uncertainty.ts';

/** A disc whose border falls off over `ramp` pixels, with `grey` in the left half of it; drawn as a ring. */
function disc(size: number, ramp: number, grey = 1): Judged {
  const lines = ring(size, size * 0.3);
  const coverage = new Float32Array(size * size);
  for (let y = 0, i = 0; y < size; y++)
    for (let x = 0; x < size; x++, i++) {
      const away = size * 0.3 - Math.hypot(x - size / 2, y - size / 2);
      const inside = Math.min(1, Math.max(0, 0.5 + away / ramp));
      coverage[i] = x < size / 2 ? inside * grey : inside;
    }
  return { lines, intrinsic: { size, coverage } };
}

function ring(size: number, radius: number): Judged['lines'] {
  const data = Float32Array.from({ length: size * size }, (_, i) => {
    const away = Math.hypot((i % size) - size / 2, Math.floor(i / size) - size / 2) - radius;
    return Math.abs(away) < size / 128 ? 1 : 0;
  });
  return { width: size, height: size, data };
}

it.each([256, 512])('a soft border is no doubt, a grey half is, at %i', (size) => {
  expect(isUnsure([disc(size, 1)])).toBe(false);
  expect(isUnsure([disc(size, size / 64)])).toBe(false);
  expect(isUnsure([disc(size, 1, 0.4)])).toBe(true);
});

it('one small doubtful object among sure ones is not told of', () => {
  const sure = disc(256, 1);
  const { lines, intrinsic } = disc(256, 1, 0.4);
  const coverage = intrinsic.coverage.map((value, i) => (i < 90 * 256 ? value : 0));
  const small = { lines, intrinsic: { size: 256, coverage } };
  expect(isUnsure([small])).toBe(true);
  expect(isUnsure([sure, sure, sure, small])).toBe(false);
});

it('lines that enclose nothing leave nothing to judge', () => {
  const { lines, intrinsic } = disc(256, 1, 0.4);
  const arc = { ...lines, data: lines.data.map((value, i) => (i < 128 * 256 ? value : 0)) };
  expect(isUnsure([{ lines: arc, intrinsic }])).toBe(false);
});

import { expect, it } from 'vitest';
import { chordsOf } from '../../../src/core/scene/chords.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { shut } from '../../../src/core/svg/winding.ts';

/** Whole lengths across, and how much of the outline has each. */
function widths(path: string, step = 1): Map<number, number> {
  const found = new Map<number, number>();
  for (const { across, weight } of chordsOf(polylines(path).map(shut), step)) {
    const whole = Math.round(across);
    found.set(whole, (found.get(whole) ?? 0) + weight);
  }
  return found;
}

it('a bar is as wide as it is thick along its sides, as long as it is at its ends', () => {
  const found = widths('M0 0H20V4H0Z');
  expect([...found.keys()].sort((a, b) => a - b)).toEqual([4, 20]);
  expect(found.get(4)).toBeCloseTo(2 * 20, 0);
  // The outline's last step has no point after it.
  expect(found.get(20)).toBeCloseTo(2 * 4 - 1, 0);
});

it('a frame is measured from outline to hole, from both sides', () => {
  const found = widths('M0 0H20V20H0Z M3 3V17H17V3Z');
  expect(found.get(3)).toBeGreaterThan(2 * 4 * 14 - 8);
});

it('nothing filled has no width', () => {
  expect(chordsOf([], 1)).toEqual([]);
});

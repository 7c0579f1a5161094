import { expect, it } from 'vitest';
import { leastClosing, WIDEST_GAP } from '../../../src/core/scene/least-closing.ts';
import { enclosedBy } from '../../../src/core/image/closing.ts';
import { maskFrom, rowsOf } from '../small.ts';

// An outline of one pixel, two from the rim of 24 × 24.
const ACROSS = `..${'#'.repeat(20)}..`;
const SIDES = `..#${'.'.repeat(18)}#..`;
const NONE = '.'.repeat(24);
const RING = [NONE, NONE, ACROSS, ...Array<string>(18).fill(SIDES), ACROSS, NONE, NONE];
/** A gap of three pixels in its upper side. */
const GAPPED = RING.map((row, y) => (y === 2 ? `..${'#'.repeat(8)}...${'#'.repeat(9)}..` : row));
const HAIR = { formed: 0, pen: 0.1 };

const found = (rows: readonly string[], about = HAIR) => {
  const ink = maskFrom(rows);
  return leastClosing(ink, enclosedBy(ink, 0), about);
};

it('an outline that is closed needs none', () => {
  const { radius, closed, enclosed, open } = found(RING);
  expect({ radius, open }).toEqual({ radius: 0, open: false });
  expect(rowsOf(closed)[12]).toBe(ACROSS);
  // 18 × 18 pixels within its lines.
  expect(enclosed).toBeCloseTo(18 ** 2 / 24 ** 2, 9);
});

it('one with a gap of three pixels holds at the first radius, and is full then', () => {
  const { radius, closed, open } = found(GAPPED);
  expect({ radius, open }).toEqual({ radius: 2, open: false });
  expect(rowsOf(closed)[12]).toBe(ACROSS);
});

it('a gap narrower than the pen’s slits is closed, a wider one was left on purpose', () => {
  expect(found(GAPPED, { formed: 0, pen: 12 }).radius).toBe(2); // slits of 4.2 pixels
  expect(found(GAPPED, { formed: 0, pen: 4 })).toMatchObject({ radius: 0, open: true });
});

it('what is filled is enough not to be open', () => {
  const dash = RING.map((_, y) => (y === 12 ? `${'.'.repeat(10)}####${'.'.repeat(10)}` : NONE));
  expect(found(dash)).toMatchObject({ radius: 0, open: true });
  // A little more than a hundredth of the grid, 6.9 pixels.
  expect(found(dash, { formed: 6, pen: 0.1 }).open).toBe(true);
  expect(found(dash, { formed: 7, pen: 0.1 })).toMatchObject({ radius: 0, open: false });
});

it('no gap is as wide as a twelfth of the object', () => {
  expect(WIDEST_GAP).toBeCloseTo((2.2 * 18) / 512, 9);
  expect(WIDEST_GAP).toBeLessThan(1 / 12);
});

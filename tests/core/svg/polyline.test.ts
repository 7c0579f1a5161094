import { describe, expect, it } from 'vitest';
import { polylines } from '../../../src/core/svg/path.ts';
import { along, inside, measure } from '../../../src/core/svg/polyline.ts';

const SQUARE = 'M2 2H6V6H2Z';

describe('what is measured', () => {
  it('of a square of 4', () => {
    expect(measure(polylines(SQUARE))).toEqual({
      box: { x: 2, y: 2, width: 4, height: 4 },
      length: 16,
      area: 16,
      closed: true,
    });
  });

  it('counts holes that turn the other way against the area', () => {
    expect(measure(polylines(`${SQUARE}M3 3V5H5V3Z`))?.area).toBe(12);
  });

  it('says that a line that does not come back is open', () => {
    expect(measure(polylines('M0 0H4V3'))).toMatchObject({ length: 7, closed: false });
    expect(measure(polylines('M0 0H4V3L0 0'))).toMatchObject({ length: 12, area: 6, closed: true });
  });

  it('is a box of no size for a point, and nothing for no line', () => {
    expect(measure(polylines('M3 3'))).toMatchObject({ box: { x: 3, y: 3, width: 0, height: 0 }, area: 0 });
    expect(measure([])).toBeNull();
  });
});

it('inside is even-odd: not in a hole, whatever way it turns', () => {
  const lines = polylines(`${SQUARE}M3 3H5V5H3Z`);
  expect([inside(lines, 2.5, 4), inside(lines, 4, 4), inside(lines, 1, 4), inside(lines, 7, 4)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('points along a line are no farther apart than asked', () => {
  expect([...along(polylines('M0 0H4'), 1.5)]).toEqual([
    [0, 0],
    [4 / 3, 0],
    [8 / 3, 0],
  ]);
});

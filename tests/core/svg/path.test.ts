import { describe, expect, it } from 'vitest';
import { transformed, movedAndMeasured, polylines } from '../../../src/core/svg/path.ts';
import { parseTransform } from '../../../src/core/svg/transform.ts';

const SQUARE = 'M2 2H6V6H2Z';

describe('a path as polylines', () => {
  it('has one for each subpath, closed or not', () => {
    expect(polylines('M0 0L4 0V3M1 1h2v2z')).toEqual([
      { points: [0, 0, 4, 0, 4, 3], closed: false },
      { points: [1, 1, 3, 1, 3, 3], closed: true },
    ]);
  });

  it('goes on where the last subpath began, after a Z without an M', () => {
    expect(polylines('M1 1H3V3ZL0 0')[1]).toEqual({ points: [1, 1, 0, 0], closed: false });
  });

  it('takes curves as eight chords that end where the curve does', () => {
    const [line] = polylines('M0 0C0 4 4 4 4 0');
    expect(line!.points).toHaveLength(2 + 2 * 8);
    expect(line!.points.slice(-2)).toEqual([4, 0]);
    // Half way along: (0 + 3·0 + 3·4 + 4) / 8 across, 3·(4 + 4) / 8 down.
    expect(line!.points.slice(8, 10)).toEqual([2, 3]);
  });
});

it('a curve in short that comes after an arc begins with the arc’s end as its control point', () => {
  const arc = 'M0 0A5 5 0 0 1 10 0';
  expect(polylines(`${arc}S10 10 0 10`)).toEqual(polylines(`${arc}C10 0 10 10 0 10`));
});

it('its measure goes along with a transform', () => {
  const found = movedAndMeasured(SQUARE, parseTransform('translate(10 0) scale(2 1)'));
  expect(found?.measure).toMatchObject({ box: { x: 14, y: 2, width: 8, height: 4 }, area: 32, length: 24 });
  expect(transformed('m1 1l2 0', parseTransform('translate(1 2)'))).toBe('M2 3L4 3');
});

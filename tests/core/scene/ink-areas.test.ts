import { expect, it } from 'vitest';
import { inkAreas, outlinesOf } from '../../../src/core/scene/ink-areas.ts';

const areas = (d: string, rule: 'evenodd' | 'nonzero' = 'nonzero') => inkAreas(outlinesOf({ d }), rule);

it('a frame fills what its hole leaves, whether its contours are closed or only end where they began', () => {
  const whole = { filled: 36, holes: 64, counters: 1 };
  expect(areas('M0 0h10v10h-10zM1 1v8h8v-8z')).toEqual(whole);
  expect(areas('M10 0h-10v10h10v-10M9 1v8h-8v-8h8')).toEqual(whole);
  // Its last point is a hair off its first, at the height of the hole's first.
  expect(areas('M10 1v9h-10v-10h10V1.00001M9 1h-8v8h8z').holes).toBeCloseTo(64);
});

it('contours that turn the same way fill what both hold, by the even-odd rule nothing', () => {
  expect(areas('M0 0h10v10h-10zM1 1h8v8h-8z')).toEqual({ filled: 100, holes: 0, counters: 0 });
  expect(areas('M0 0h10v10h-10zM1 1h8v8h-8z', 'evenodd')).toEqual({ filled: 36, holes: 64, counters: 1 });
});

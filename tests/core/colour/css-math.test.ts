import { describe, expect, it } from 'vitest';
import { calculated, degrees, hasMath, withMath } from '../../../src/core/colour/css-math.ts';

const value = (text: string): number | null =>
  calculated(text, (number, unit) => ({ px: number, '%': number / 100 })[unit] ?? degrees(number, unit));

describe('an expression', () => {
  it.each([
    ['calc(1 + 2 * 3)', 7],
    ['calc((1 + 2) * 3)', 9],
    ['calc(10px - 4px - 3px)', 3],
    ['calc(12 / 2 / 3)', 2],
    ['calc(2*-3)', -6],
    ['calc(50% + .5)', 1],
    ['min(3, calc(1 + 1), 4)', 2],
    ['max(1px, 2px)', 2],
    ['clamp(0, 5, 3)', 3],
    ['hypot(3, 4)', 5],
    ['mod(-3, 10)', 7],
    ['rem(-3, 10)', -3],
    ['round(7, 5)', 5],
    ['calc(.5turn)', 180],
    ['cos(60deg)', 0.5],
    ['calc(-1 * pi)', -Math.PI],
    ['CALC(1e1)', 10],
  ])('%s is %d', (text, number) => {
    expect(value(text)).toBeCloseTo(number, 12);
  });

  it.each(['', 'calc()', 'calc(1 +2)', 'calc(1 2)', 'calc(1q)', 'what(1)', 'calc(1 + )', 'calc(0 / 0)'])(
    '“%s” is none',
    (text) => {
      expect(value(text)).toBeNull();
    },
  );
});

it('stands in longer text, each in its own place; what nobody can calculate stays', () => {
  const shown = (text: string): string => withMath(text, (one) => value(one)?.toString() ?? null);
  expect(shown('translate(calc(1px + 2px), min(4px, 5px)) x')).toBe('translate(3, 4) x');
  expect(shown('a calc(1q) max(1, 2)')).toBe('a calc(1q) 2');
});

it('is not in other functions and names', () => {
  expect(['rgb(1 2 3)', 'url(#min)', 'minmax(1, 2)', 'a-min(1)'].map(hasMath)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

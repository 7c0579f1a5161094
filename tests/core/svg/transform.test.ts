import { describe, expect, it } from 'vitest';
import {
  after,
  IDENTITY,
  inverse,
  isIdentity,
  parseTransform,
  scaleOf,
  slantOf,
  stretchOf,
  type Matrix,
} from '../../../src/core/svg/transform.ts';

/** Where a point goes, to 6 digits. */
const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): number[] =>
  [a * x + c * y + e, b * x + d * y + f].map((value) => Number(value.toFixed(6)) + 0);

describe('a transform attribute', () => {
  it.each([
    ['translate(3 4)', [5, 7]],
    ['translate(3)', [5, 3]],
    ['scale(2)', [4, 6]],
    ['scale(2,-1)', [4, -3]],
    ['rotate(90)', [-3, 2]],
    ['rotate(90 2 0)', [-1, 0]],
    ['skewX(45)', [5, 3]],
    ['skewY(45)', [2, 5]],
    ['matrix(1 0 0 1 10 20)', [12, 23]],
    ['translate(10) scale(2)', [14, 6]],
    ['scale(2) translate(10)', [24, 6]],
    // As SVGO writes them: a sign or a second point stands for the space.
    ['translate(3-4)scale(.5.25)', [4, -3.25]],
    ['matrix(.5.5-1e0 1.5.5-3)', [-1.5, 2.5]],
    ['rotate(-90 2-.5)', [5.5, -0.5]],
  ])('%s takes (2, 3) to %j', (text, wanted) => {
    expect(moved(parseTransform(text), 2, 3)).toEqual(wanted);
  });

  it.each([
    undefined,
    '',
    'spin(90)',
    'translate(3 x)',
    'matrix(1 0 0 1)',
    'scale()',
    'translate(3) rotate()',
  ])('%s is none', (text) => {
    expect(isIdentity(parseTransform(text))).toBe(true);
  });
});

describe('matrices', () => {
  const m = parseTransform('translate(3 4) rotate(30) scale(2 5) skewX(10)');

  it('are undone by their inverse', () => {
    expect(moved(after(inverse(m), m), 2, 3)).toEqual([2, 3]);
    expect(moved(after(m, inverse(m)), 2, 3)).toEqual([2, 3]);
  });

  it('that flatten all are undone by none', () => {
    expect(inverse(parseTransform('scale(1 0)'))).toBe(IDENTITY);
  });

  it('lengthen by the root of what areas grow by', () => {
    expect(scaleOf(m)).toBeCloseTo(Math.sqrt(10), 6);
    expect(scaleOf(parseTransform('scale(-3 3)'))).toBeCloseTo(3, 6);
  });

  it('slant a circle where they lengthen one way more than the other', () => {
    const slant = slantOf(parseTransform('translate(3 4) rotate(30) scale(8 2)'))!;
    expect([scaleOf(slant), stretchOf(slant), slant[4], slant[5]].map((n) => +n.toFixed(9))).toEqual([
      1, 2, 0, 0,
    ]);
    for (const round of ['rotate(30) scale(-3 3)', 'matrix(1 0 0 1.01 0 0)', 'scale(1 0)'])
      expect(slantOf(parseTransform(round))).toBeNull();
    expect(slantOf(parseTransform('skewX(10)'))).not.toBeNull();
  });
});

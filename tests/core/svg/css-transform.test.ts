import { expect, it } from 'vitest';
import { matrixOf } from '../../../src/core/svg/css-transform.ts';
import { elementOf } from './elements.ts';

const FRAME = { x: 10, y: 20, width: 40, height: 20 };
const of = (rules: Record<string, string>, markup = '<rect transform="scale(3)"/>') =>
  matrixOf(elementOf(markup), rules, FRAME).map((value) => Math.round(value * 1000) / 1000 + 0);

it('goes before the attribute where it says something', () => {
  expect(of({ transform: 'translate(50%, 1px)' })).toEqual([1, 0, 0, 1, 20, 1]);
  expect(of({ transform: 'translate(50% 1px)' })).toEqual([3, 0, 0, 3, 0, 0]);
  expect(of({})).toEqual([3, 0, 0, 3, 0, 0]);
});

it('turns about the origin in the frame', () => {
  expect(of({ transform: 'scale(2)', 'transform-origin': 'right bottom' })).toEqual([2, 0, 0, 2, -50, -40]);
});

it('takes the attribute of gradients and patterns', () => {
  expect(of({}, '<pattern patternTransform="scale(2)" transform="scale(9)"/>')).toEqual([2, 0, 0, 2, 0, 0]);
});

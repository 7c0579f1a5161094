import { expect, it } from 'vitest';
import { withVariables } from '../../../src/core/svg/variables.ts';

const variables = new Map([
  ['--red', '#f00'],
  ['--lid', 'var(--red)'],
  ['--loop', 'var(--loop)'],
]);
const of = (value: string): string => withVariables(value, variables);

it('replaces every variable, also those that stand for others', () => {
  expect(of('1px var(--red) solid var( --lid )')).toBe('1px #f00 solid #f00');
});

it('takes the fallback, with its own brackets and variables, only where nothing is defined', () => {
  expect(of('var(--red, blue)')).toBe('#f00');
  expect(of('var(--none, rgb(1, 2, 3)) x')).toBe('rgb(1, 2, 3) x');
  expect(of('var(--none, var(--gone, var(--red)))')).toBe('#f00');
});

it('leaves what nobody defined, and ends where a variable means itself', () => {
  expect(of('var(--none)')).toBe('var(--none)');
  expect(of('var(--loop)')).toBe('var(--loop)');
  expect(of('red')).toBe('red');
});

import { expect, it } from 'vitest';
import { colourParts } from '../../../src/core/colour/default-colours.ts';

const sized = (...sizes: number[]) => sizes.map((size) => ({ size, wheel: false }));
const roles = (parts: Parameters<typeof colourParts>[0]): string[] =>
  colourParts(parts, 1).map(({ role }) => role);

it('gives the body to the largest, then what goes with it, in the order of the parts', () => {
  expect(roles(sized(10, 100, 50))).toEqual(['body', 'body', 'second']);
  expect(roles(sized(100, 50, 20, 10))).toEqual(['body', 'second', 'body', 'accent']);
});

it('gives one colour to parts of nearly one size', () => {
  expect(roles(sized(100, 50, 48))).toEqual(['body', 'second', 'second']);
});

it('gives the dark to wheels, which take no turn', () => {
  const parts = [...sized(100), { size: 60, wheel: true }, ...sized(50)];
  expect(roles(parts)).toEqual(['body', 'dark', 'second']);
});

it('has a palette for every seed, the same one again', () => {
  for (const seed of [0, 1, -3, 1e9])
    expect(colourParts(sized(9, 4), seed)).toEqual(colourParts(sized(9, 4), seed));
  expect(colourParts(sized(9), 0)).not.toEqual(colourParts(sized(9), 1));
});

// Which parts are like one.
import { expect, test } from 'vitest';
import { partsCalled, partsLike } from '../../src/ui/same-parts.ts';

const part = (key: string, name: string, colour: string, material: string) => ({
  ...{ key, name, colour, material },
  painted: true,
});
const parts = [
  part('a', 'Leg', '#aa0000', 'wood'),
  part('b', 'leg 2', '#00aa00', 'wood'),
  part('c', 'Leg-3', '#aa0000', 'steel'),
  part('d', '', '#aa0000', 'glass'),
  part('e', '', '#0000aa', 'glass'),
];

test('by colour, by material, by name without its number', () => {
  expect(partsLike(parts, parts[0]!, 'colour')).toEqual(['a', 'c', 'd']);
  expect(partsLike(parts, parts[0]!, 'material')).toEqual(['a', 'b']);
  expect(partsLike(parts, parts[1]!, 'name')).toEqual(['a', 'b', 'c']);
});

test('those whose names have every word; one without a name goes by its place in the whole list', () => {
  const called = (typed: string) => partsCalled(parts, typed).map(({ key, text }) => `${key} ${text}`);
  expect(called('')).toHaveLength(5);
  expect(called(' LEG ')).toEqual(['a Leg', 'b leg 2', 'c Leg-3']);
  expect(called('2 leg')).toEqual(['b leg 2']);
  expect(called('part 5')).toEqual(['e Part 5']);
  expect(called('arm')).toEqual([]);
});

test('what has no name is like nothing by name', () => {
  expect(partsLike(parts, parts[3]!, 'name')).toEqual(['d']);
});

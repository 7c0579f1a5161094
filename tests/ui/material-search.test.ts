// Which materials are meant by what is typed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { materialsCalled, readMaterialNames } from '../../src/ui/material-search.ts';

const card = JSON.parse(readFileSync('models/light.json', 'utf8')) as {
  materials: { id: string; name: string }[];
};
const names = readMaterialNames(card);
const found = (typed: string) => materialsCalled(card.materials, names, typed).map(({ id }) => id);

test('no letters mean all of them, in their order', () => {
  expect(found(' ')).toEqual(card.materials.map(({ id }) => id));
});

test('by what they are called first, then by what is made of them, in any language that the card has', () => {
  expect(found('GLASS')).toEqual(['glass', 'tinted_glass']);
  expect(found('oak')).toEqual(['wood']);
  expect(found('holz')).toEqual(['wood']);
  expect(found('brass')).toEqual(['gold']);
  expect(found('bras')).toEqual(['gold']);
});

test('what no material is called finds none', () => {
  expect(found('xyz')).toEqual([]);
});

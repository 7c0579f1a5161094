import { expect, test } from 'vitest';
import { titlesOf } from '../../../src/plugin/place/layer-names.ts';

const beside = (...names: string[]) => ({ children: names.map((name, at) => ({ id: `1:${at}`, name })) });
const naming = { drawing: 'Mug', name: 'Shop {n}', hasShadow: true };

test('a picture and its shadow bear one number, which is free for both', () => {
  expect(titlesOf(beside('Shop 1', 'Shop 2 · shadow'), [], naming)).toEqual({
    picture: 'Shop 3',
    shadow: 'Shop 3 · shadow',
  });
  expect(titlesOf(beside('Shop 1', 'Shop 2 · shadow'), [], { ...naming, hasShadow: false }).picture).toBe(
    'Shop 2',
  );
  expect(titlesOf(beside('Shop 1', 'Shop 1 · shadow'), [{ id: '1:0' }, { id: '1:1' }], naming).picture).toBe(
    'Shop 1',
  );
});

test('without a wish they are called after the drawing, whoever else is', () => {
  expect(titlesOf(beside('Mug · realized'), [], { drawing: 'Mug', hasShadow: true })).toEqual({
    picture: 'Mug · realized',
    shadow: 'Mug · shadow',
  });
});

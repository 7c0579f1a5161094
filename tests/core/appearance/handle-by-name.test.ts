import { expect, it } from 'vitest';
import { handleByName } from '../../../src/core/appearance/handle-by-name.ts';

it.each([
  ['Mug', 'beside'],
  ['icons/tea-cup 2', 'beside'],
  ['Kaffeetasse', null],
  ['Tasse', 'beside'],
  ['taza', 'beside'],
  ['マグカップ', 'beside'],
  ['Teekanne', 'beside'],
  ['tea kettle', 'beside'],
  ['teapot line', 'beside'],
  ['briefcase / outline', 'above'],
  ['Koffer', 'above'],
  ['cadenas', 'above'],
  ['スーツケース', 'above'],
  ['coffee bag', 'above'],
  ['watering-can', 'around'],
  ['Gießkanne', 'around'],
  ['gear / six', 'middle'],
  ['Zahnräder', 'middle'],
  ['paramètres', 'middle'],
  ['歯車', 'middle'],
  ['coffee settings', 'middle'],
  ['bottle', null],
  ['tee', null],
  ['UI kit / user', null],
  ['baggage claim', null],
  ['', null],
])('%j: %s', (name, place) => {
  expect(handleByName(name)).toBe(place);
});

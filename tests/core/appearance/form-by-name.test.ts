import { expect, it } from 'vitest';
import { formByName } from '../../../src/core/appearance/form-by-name.ts';

it.each([
  ['Ball', 'round'],
  ['snow_ball 2', 'round'],
  ['Kugel links', 'round'],
  ['perle', 'round'],
  ['サッカー / 玉', 'round'],
  ['dinner plate', 'flat'],
  ['Münze', 'flat'],
  ['タイル', 'flat'],
  ['bowl', 'vessel'],
  ['Schüssel', 'vessel'],
  ['evier', 'vessel'],
  ['Krater', 'hollow'],
  ['bowl plate', 'flat'],
  ['ballast', null],
  ['Vector', null],
  ['', null],
])('%j: %s', (name, form) => {
  expect(formByName(name)).toBe(form);
});

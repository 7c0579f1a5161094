import { expect, it } from 'vitest';
import { openMaterialWords, wordsOf } from '../../../src/core/appearance/material-words.ts';
import type { LightCard, Material } from '../../../src/core/card.ts';
import { cards } from '../fake.ts';

const material = (id: string, stuff: string[], words: string[]): Material => ({
  ...cards.light.materials[0]!,
  id,
  stuff,
  words,
});
const CARD: LightCard = {
  ...cards.light,
  stopWords: ['paper plane', 'glasses'],
  materials: [
    material('paper', ['paper', '紙'], ['bag']),
    material('glass', ['glas-', '-glas', 'glass'], ['bottle']),
    material('leather', ['leather'], ['bag']),
    material('gold', ['金', 'gold'], ['金メダル']),
  ],
};
/** Of each word that means something: its materials, in capitals where it means the stuff itself. */
const read = (name: string): string =>
  openMaterialWords(CARD)(name)
    .map((word) => word.map(({ material: { id }, stuff }) => (stuff ? id.toUpperCase() : id)).join('+'))
    .filter((word) => word !== '')
    .join(' ');

it('words are split at case, signs and scripts, in small letters without accents', () => {
  expect(wordsOf('LeatherStrap_2')).toEqual(['leather', 'strap']);
  expect(wordsOf('Doré/Weiß')).toEqual(['dore', 'weiss']);
  expect(wordsOf('ABC紙bag')).toEqual(['abc', '紙', 'bag']);
});

it('a word means all materials that list it, stuff or thing', () => {
  expect(read('leather bag')).toBe('LEATHER paper+leather');
});

it('the longest entry counts, and stop words hide what they hold', () => {
  expect(read('paper plane')).toBe('');
  expect(read('paper')).toBe('PAPER');
});

it('beginnings and ends of words count where the whole is not listed', () => {
  expect([read('Glasplatte'), read('Weinglas'), read('glasses'), read('aglasb')]).toEqual([
    'GLASS',
    'GLASS',
    '',
    '',
  ]);
});

it('signs are read without spaces; one kanji of several is another word', () => {
  expect([read('金'), read('料金'), read('金メダル'), read('金のメダル')]).toEqual([
    'GOLD',
    '',
    'gold',
    'GOLD',
  ]);
});

it('what comes with something is not that, unless nothing else is said', () => {
  expect(read('bottle with gold cap')).toBe('glass');
  expect(read('thing with gold cap')).toBe('GOLD');
});

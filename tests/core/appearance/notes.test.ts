import { expect, it } from 'vitest';
import type { ColouredPart } from '../../../src/core/appearance/material-values.ts';
import { lookNotes } from '../../../src/core/appearance/notes.ts';
import { cards } from '../fake.ts';
import { badge } from '../relief/parts.ts';

const part = badge().parts[0]!;
const plain: ColouredPart = {
  part,
  colour: [9, 9, 9],
  wheel: false,
  choice: null,
  guess: null,
  likely: null,
};
const wood = cards.light.materials.find(({ id }) => id === 'wood')!;
const steel = cards.light.materials.find(({ id }) => id === 'brushed_metal')!;

it.each([
  ['nothing of what is named', plain, wood, false, []],
  [
    'a material that the generator was sure of',
    { ...plain, likely: 'wood' },
    wood,
    true,
    ['material-guessed'],
  ],
  ['nothing where a name says another', { ...plain, likely: 'wood' }, steel, true, []],
  ['nothing where a name says the same', { ...plain, likely: 'wood' }, wood, false, []],
] as const)('tells %s', (_what, coloured, named, unsaid, wanted) => {
  expect(lookNotes([coloured], { named: [named], unsaid: [unsaid] })).toEqual(wanted);
});

import { expect, it } from 'vitest';
import { readChoices } from '../../../src/core/appearance/choices.ts';
import { recolouringsOf } from '../../../src/core/appearance/recolourings.ts';
import type { PartChoice } from '../../../src/core/part-choice.ts';
import { cards } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const MEAN = [9, 9, 9] as const;
const LID = '<path d="M1 1h4v4h-4z" fill="#cc3333"/>';
const VEIL = '<path d="M1 1h4v4h-4z" fill="#cc3333" fill-opacity="0.5"/>';

function recoloured(body: string, choice: PartChoice | null) {
  const { pieces } = sceneOf(body);
  const chosen = readChoices(choice ? { lid: choice } : {}, cards.light);
  return [
    ...recolouringsOf(
      pieces,
      () => chosen('lid'),
      () => MEAN,
    ).values(),
  ];
}

it('nothing chosen, nothing recoloured', () => {
  expect(recoloured(LID, null)).toEqual([]);
});

it('a colour that was chosen is worn around the mean of what was drawn', () => {
  expect(recoloured(LID, { colour: '#00ff00' })).toEqual([{ rgb: [0, 255, 0], mean: MEAN, opaque: false }]);
});

it('a material that lets nothing through closes what was drawn half open, in its own colour', () => {
  expect(recoloured(LID, { material: 'ceramic' })).toEqual([]);
  expect(recoloured(VEIL, { material: 'ceramic' })).toEqual([
    { rgb: [0xcc, 0x33, 0x33], mean: MEAN, opaque: true },
  ]);
});

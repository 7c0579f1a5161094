import { expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import { HINT, hintValues } from '../../../src/core/form/hint-values.ts';
import { cards } from '../fake.ts';

const values = { flat: 2, round: 3, hollow: 1 };
const asking = (channel: Partial<ModelCard['input']['channels'][number]>): ModelCard => ({
  ...cards.model,
  input: { ...cards.model.input, channels: [{ name: HINT, range: [0, 3], ...channel }] },
});

it('are those of the card, with the one that says nothing; none without the channel', () => {
  expect(hintValues(asking({ unknown: 0, values }))).toEqual({ none: 0, ...values });
  expect(hintValues({ ...cards.model, input: { ...cards.model.input, channels: [] } })).toBeNull();
});

it('a channel that lacks one is the card’s fault', () => {
  expect(() => hintValues(asking({ unknown: 0 }))).toThrow(/lacks flat/);
  expect(() => hintValues(asking({ values }))).toThrow(/unknown/);
});

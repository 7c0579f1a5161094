// Cards with a small model square, and settings without a shadow: for tests of the relief.
import { PLAIN, type Settings } from '../../../src/core/sketch.ts';
import { cards } from '../fake.ts';

const input = { ...cards.model.input, size: 128, preview: 64, margin: 12, stroke: 0.75 };
export const quick = { ...cards, model: { ...cards.model, input } };
export const settings: Settings = {
  ...PLAIN,
  model: quick.model.id,
  studio: cards.light.defaultStudio,
  shadow: false,
};

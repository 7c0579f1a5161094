import { expect, it } from 'vitest';
import { naturalForm } from '../../../src/core/relief/natural-form.ts';
import { cards } from '../fake.ts';

it.each([
  ['glazing', 'windscreen', 'pane'],
  ['screen', '', 'pane'],
  ['liquid', 'water', 'poured'],
  ['fabric', 'seat cushion', 'round'],
  ['leather', 'Kissen links', 'round'],
  ['matte_plastic', 'ear cushion', 'found'],
  ['fabric', 'back', 'found'],
  ['glass', 'glass', 'polished'],
  ['glossy_plastic', 'bonnet', 'polished'],
  ['chrome', 'badge', 'polished'],
  ['satin_plastic', 'body', 'found'],
  ['brushed_metal', 'lid', 'found'],
])('%s called "%s": %s', (id, name, form) => {
  const material = cards.light.materials.find((one) => one.id === id)!;
  expect(naturalForm(material, name)).toBe(form);
});

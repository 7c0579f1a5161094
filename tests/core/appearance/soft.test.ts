import { expect, it } from 'vitest';
import { isSoft } from '../../../src/core/appearance/soft.ts';
import { cards } from '../fake.ts';

it.each([
  ['fabric', true],
  ['leather', true],
  ['matte_plastic', false],
  ['glass', false],
])('%s: %s', (id, soft) => {
  expect(isSoft(cards.light.materials.find((one) => one.id === id)!)).toBe(soft);
});

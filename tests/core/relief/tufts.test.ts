import { expect, it } from 'vitest';
import type { ShapedForm } from '../../../src/core/relief/by-hand.ts';
import { withTufts } from '../../../src/core/relief/tufts.ts';
import { cards } from '../fake.ts';

const made = (id: string) => cards.light.materials.find((one) => one.id === id)!;

/** A part and what lies on it by `over` of its border: their forms. */
function tufted(
  [carrier, its]: readonly [string, string],
  name: string,
  { over = 1, form = 'found' }: { over?: number; form?: ShapedForm } = {},
): ShapedForm[] {
  return withTufts([form, 'found'], {
    worn: [made(carrier), made('fabric')],
    names: [its, name],
    contacts: [{ lower: 0, upper: 1, pixels: 20, over }],
  });
}

it.each([
  ['fabric', 'back', 'button 1'],
  ['leather', 'Rückenlehne', 'Knopf links'],
  ['suede', 'sofaSeat', 'Button'],
])('%s called "%s" under "%s" is tufted', (id, its, name) => {
  expect(tufted([id, its], name)).toEqual(['tufted', 'button']);
});

it('a shirt, a plastic seat, what is no button and what lies beside are as they were', () => {
  expect(tufted(['fabric', 'shirt'], 'button')).toEqual(['found', 'found']);
  expect(tufted(['matte_plastic', 'seat'], 'button')).toEqual(['found', 'found']);
  expect(tufted(['fabric', 'back'], 'pillow')).toEqual(['found', 'found']);
  expect(tufted(['fabric', 'back'], 'button', { over: 0.2 })).toEqual(['found', 'found']);
});

it('a cushion is tufted, too; other forms stay', () => {
  expect(tufted(['fabric', 'cushion'], 'button', { form: 'round' })).toEqual(['tufted', 'button']);
  expect(tufted(['fabric', 'seat'], 'button', { form: 'pane' })).toEqual(['pane', 'found']);
});

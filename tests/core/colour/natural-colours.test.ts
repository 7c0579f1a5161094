import { expect, it } from 'vitest';
import { coloursOfMaterial, coloursOfThing } from '../../../src/core/colour/natural-colours.ts';
import { cards } from '../fake.ts';

it('things have their colours by any of their names, as whole words alone', () => {
  const [leaf] = coloursOfThing('a green leaf');
  expect(leaf).toEqual([0x5f, 0x91, 0x50]);
  expect(coloursOfThing('plants')).toBe(coloursOfThing('cactus'));
  expect(coloursOfThing('leaflet')).toEqual([]);
});

it('materials that are dyed at will have none', () => {
  expect(coloursOfMaterial('rubber')[0]).toEqual([0x2b, 0x2c, 0x2f]);
  expect(coloursOfMaterial('matte_plastic')).toEqual([]);
});

it('each material that has colours is one of the card’s', () => {
  const known = cards.light.materials.map(({ id }) => id);
  for (const id of ['rubber', 'glass', 'paper', 'leather', 'concrete', 'ceramic', 'fabric', 'plaster']) {
    expect(known).toContain(id);
    expect(coloursOfMaterial(id).length).toBeGreaterThan(0);
  }
});

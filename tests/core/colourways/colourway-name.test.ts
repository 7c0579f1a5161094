import { expect, test } from 'vitest';
import { colourwayName, paletteWorn } from '../../../src/core/colourways/colourway-name.ts';
import { PRODUCT_PALETTES } from '../../../src/core/colour/palettes.ts';

test('a colourway is called as the palette of which most of its colours are', () => {
  const [clay, nordic] = PRODUCT_PALETTES;
  expect(
    colourwayName({
      body: { colour: nordic!.colours[0]! },
      handle: { colour: clay!.colours[1]! },
      foot: { colour: clay!.colours[2]! },
    }),
  ).toBe('Clay');
});

test('colours of no palette are called by the first of them; without a colour there is none', () => {
  expect(colourwayName({ a: { material: 'glass' }, b: { colour: '#010203' } })).toBe('010203');
  expect(paletteWorn({ b: { colour: '#010203' } })).toBeNull();
  expect(colourwayName({ a: { material: 'glass' } })).toBeNull();
});

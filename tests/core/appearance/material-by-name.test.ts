import { describe, expect, it } from 'vitest';
import { materialOf, openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import { cards } from '../fake.ts';

const known = openMaterialNames(cards.light);
const named = (...names: string[]): string =>
  materialOf(known, { names: ['drawing', ...names], colour: [200, 60, 60], alpha: 1, wheel: false }).id;

describe('a layer’s name names its material', () => {
  it.each([
    ['brass handle', 'gold'],
    ['rose gold ring', 'copper'],
    ['chrome tap', 'chrome'],
    ['tinted glass', 'tinted_glass'],
    ['kraft box', 'cardboard'],
    ['plaster wall', 'plaster'],
    ['touchscreen', 'screen'],
    ['wine', 'liquid'],
    ['orange juice', 'liquid'],
    ['bulb', 'glow'],
  ])('%s: %s', (name, id) => expect(named(name)).toBe(id));

  it('a wine glass is no wine, and a coffee table no coffee', () => {
    expect(named('wine glass')).toBe('glass');
    expect(named('coffee table')).toBe('wood');
    expect(named('tea cup')).toBe('ceramic');
  });

  it('what is in a group named after a drink is no drink', () => {
    expect(named('coffee', 'handle')).toBe(cards.light.defaultMaterial);
    expect(named('coffee', 'ceramic')).toBe('ceramic');
  });
});

it('no opaque part is glass because it looks so, however pale: print on it would be lost', () => {
  const looks = (alpha: number, likely: string): string =>
    materialOf(known, { names: ['drawing'], colour: [210, 215, 232], alpha, wheel: false, likely }).id;
  expect(looks(1, 'glass')).toBe(cards.light.defaultMaterial);
  expect(looks(0.8, 'glass')).toBe('glass');
  expect(looks(1, 'ceramic')).toBe('ceramic');
});

import { expect, it } from 'vitest';
import { CascadeLayer } from '../../../src/core/svg/cascade-layer.ts';

it('ranks by first appearance, inner layers below what holds them', () => {
  const all = new CascadeLayer();
  const named = ['base', 'theme', 'base.reset', 'theme'].map((name) => all.within(name));
  const ranks = all.ranks();
  expect(named.map((layer) => ranks.get(layer))).toEqual([1, 2, 0, 2]);
  expect(ranks.get(all)).toBe(3);
});

it('one without a name is nobody else’s', () => {
  const all = new CascadeLayer();
  expect(all.within('')).not.toBe(all.within(''));
  expect(all.within('a.b')).toBe(all.within('a').within('b'));
});

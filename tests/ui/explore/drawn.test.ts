import { expect, test } from 'vitest';
import { asDrawn } from '../../../src/ui/explore/drawn.ts';
import { settings, part } from './table.ts';

test('as drawn: what nobody painted is left to the seed, what is kept is written down', () => {
  const parts = [part('cup', '#c0392b'), part('lid', '#ffffff', false), part('knob', '#000000', false)];
  const tile = {
    ...settings,
    parts: { cup: { colour: '#00ff00' }, lid: { colour: '#0000ff', material: 'wood' } },
  };
  const [first, second] = asDrawn([tile, tile], parts, ['knob'], 40);
  expect(first?.parts).toEqual({
    cup: { colour: '#c0392b' },
    lid: { material: 'wood' },
    knob: { colour: '#000000', material: 'ceramic' },
  });
  expect([first?.seed, second?.seed]).toEqual([40, 41]);
  expect(asDrawn([tile, tile], [parts[0]!], [], 40)).toHaveLength(1); // they would look the same
});

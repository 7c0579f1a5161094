import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import type { Tensor } from '../../../src/core/engine.ts';
import { lookFrom } from '../../../src/core/form/look.ts';
import { cards } from '../fake.ts';

const NAMES = ['material.wood', 'material.glass', 'colour.r', 'colour.g', 'colour.b', 'colour.spread'];
const card = (names: readonly string[] = NAMES): ModelCard => ({
  ...cards.model,
  input: { ...cards.model.input, size: 16 },
  look: { tensor: 'look', cell: 8, channels: names.map((name) => ({ name, range: [0, 1] })) },
});
/** Four cells; every channel's values are its place in tenths. */
const look = (shape: readonly number[] = [1, 6, 2, 2]): Tensor => ({
  shape,
  data: Float32Array.from({ length: 24 }, (_, i) => Math.floor(i / 4) / 10),
});

describe('what a generator says of materials', () => {
  it('is read by the names of the card', () => {
    const found = lookFrom(card(), { look: look() });
    expect(found?.cells).toBe(2);
    expect([...(found?.chances.keys() ?? [])]).toEqual(['wood', 'glass']);
    expect(found?.chances.get('glass')?.[3]).toBeCloseTo(0.1);
    expect(found?.colour[2][0]).toBeCloseTo(0.4);
    expect(found?.spread[1]).toBeCloseTo(0.5);
  });

  it('is nothing where the card knows of none, and where it is no number', () => {
    const { look: _, ...silent } = card();
    expect(lookFrom(silent, { look: look() })).toBeNull();
    const broken = look();
    broken.data[7] = NaN;
    expect(lookFrom(card(), { look: broken })).toBeNull();
  });

  it('is refused when it is missing, of another size, or without colour', () => {
    expect(() => lookFrom(card(), { intrinsic: look() })).toThrow(
      'only intrinsic for look, wanted 1 × 6 × 2 × 2',
    );
    expect(() => lookFrom(card(), { look: look([1, 6, 4, 1]) })).toThrow('wanted 1 × 6 × 2 × 2');
    const wild = card(NAMES.map((name) => name.replace('colour.b', 'hue')));
    expect(() => lookFrom(wild, { look: look() })).toThrow('a look without');
  });
});

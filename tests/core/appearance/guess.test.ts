import { describe, expect, it } from 'vitest';
import { guess, toneOf, type Guess } from '../../../src/core/appearance/guess.ts';
import { labOf } from '../../../src/core/colourways/groups.ts';
import { hex } from '../../../src/core/colour/colour.ts';
import { materialOf, openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import type { PartLook } from '../../../src/core/appearance/part-looks.ts';
import { coloursOfThing } from '../../../src/core/colour/natural-colours.ts';
import type { Part } from '../../../src/core/parts/parts.ts';
import { cards } from '../fake.ts';

const part = (x0: number, y0: number, x1: number, y1: number): Part => ({
  piece: null,
  wire: false,
  pixels: (x1 - x0) * (y1 - y0),
  box: { x0, y0, x1, y1 },
});
const SEEDS = Array.from({ length: 24 }, (_, i) => i);
const known = new Set(cards.light.materials.map(({ id }) => id));
const light = ({ colour }: Guess): number => labOf(hex(colour))[0];

const LOOK: PartLook = { materials: [{ id: 'ceramic', chance: 0.5 }], colour: [99, 99, 99], spread: 1 };

describe('what unpainted parts may be', () => {
  const car = [
    part(0, 20, 400, 120),
    part(60, 100, 120, 160),
    part(280, 100, 340, 160),
    part(75, 115, 105, 145),
  ];
  const shade = [part(20, 0, 180, 120), part(95, 120, 105, 220), part(50, 220, 150, 240)];

  it('are materials that the light knows, the same ones for the same seed', () => {
    const seen = new Set<string>();
    for (const seed of SEEDS) {
      const made = guess(shade, new Set(), 'Lamp', { seed, looks: [] });
      expect(guess(shade, new Set(), 'Lamp', { seed, looks: [] })).toEqual(made);
      for (const { material } of made) {
        expect(material !== null && known.has(material)).toBe(true);
        seen.add(material ?? '');
      }
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('on a vehicle are dark rubber where they stand on the ground, metal in the middle of that', () => {
    for (const seed of SEEDS) {
      const [body, left, right, hub] = guess(car, new Set(), 'my car', { seed, looks: [] });
      for (const wheel of [left, right]) {
        expect(wheel).toMatchObject({ material: 'rubber', sure: true });
        expect(wheel && light(wheel)).toBeLessThan(0.4);
      }
      expect(hub).toMatchObject({ material: 'brushed_metal', sure: true });
      expect(body?.sure).toBe(false);
    }
    expect(guess(car, new Set(), 'sofa', { seed: 1, looks: [] })[1]?.material).not.toBe('rubber');
  });

  it('have the thing’s colour where they are like its largest part: grapes', () => {
    const grapes = [part(0, 0, 30, 30), part(40, 0, 71, 31), part(0, 40, 30, 70), part(60, 60, 70, 64)];
    const seen = guess(grapes, new Set(), 'Grape', { seed: 1, looks: [LOOK, LOOK, LOOK, LOOK] });
    const isPurple = seen.map(({ natural }) => natural?.known !== null);
    expect(isPurple).toEqual([true, true, true, false]);
  });

  it('are paper in a printer, plastic in a rocket, and wood in neither', () => {
    const sheet = [part(0, 30, 100, 80), part(20, 0, 80, 30), part(45, 85, 55, 90)];
    for (const seed of SEEDS) {
      const of = (name: string): (string | null)[] =>
        guess(sheet, new Set(), name, { seed, looks: [] }).map(({ material }) => material);
      expect(of('printer')[1]).toBe('paper');
      expect(of('Rocket')[0]).toMatch(/plastic/);
      expect([...of('printer'), ...of('Rocket')]).not.toContain('wood');
    }
  });

  it('are no wheels where the name says what else is round: cherries', () => {
    const [stalk, left, right] = car.slice(0, 3) as [Part, Part, Part];
    const named = (name: string): (string | null)[] =>
      guess([stalk, left, right], new Set([left, right]), name, { seed: 1, looks: [] }).map(
        ({ material }) => material,
      );
    expect(named('thing').slice(1)).toEqual(['rubber', 'rubber']);
    expect(named('Cherry').slice(1)).not.toContain('rubber');
    expect(named('cherry car').slice(1)).toEqual(['rubber', 'rubber']);
    // Each is red, and the larger stalk is not.
    const looks = [LOOK, LOOK, LOOK];
    const [high, one, two] = guess([stalk, left, right], new Set([left, right]), 'Cherry', {
      seed: 1,
      looks,
    });
    for (const cherry of [one, two]) expect(coloursOfThing('cherry')).toContainEqual(cherry?.natural?.known);
    expect(high?.natural?.known).toBeNull();
  });

  it('on a shoe are a light rubber sole where they are low, long and flat', () => {
    const shoe = [part(0, 0, 300, 120), part(0, 110, 310, 150)];
    expect(guess(shoe, new Set(), 'sneaker', { seed: 3, looks: [] })[1]).toMatchObject({
      material: 'rubber',
      sure: true,
    });
    expect(guess(shoe, new Set(), 'thing', { seed: 3, looks: [] })[1]?.sure).toBe(false);
  });

  it('give way to names, but for what their shape says', () => {
    const known = openMaterialNames(cards.light);
    const look = (names: string[], material: string, sure: boolean): string =>
      materialOf(known, { names, colour: [90, 90, 90], alpha: 1, wheel: false, guess: { material, sure } })
        .id;
    expect(look(['thing'], 'wood', false)).toBe('wood');
    expect(look(['car'], 'wood', false)).toBe('glossy_plastic');
    expect(look(['car'], 'rubber', true)).toBe('rubber');
    expect(look(['car', 'chrome hubcap'], 'rubber', true)).toBe('chrome');
    expect(look(['thing'], 'unheard of', true)).toBe(cards.light.defaultMaterial);
  });

  it('look like wood and metal where they are', () => {
    for (const seed of SEEDS) {
      const [, a, b] = labOf(hex(toneOf('wood', seed) ?? [0, 0, 255]));
      expect(b).toBeGreaterThan(0.02);
      expect(a).toBeGreaterThan(-0.01);
      expect(toneOf('polished_metal', seed)).not.toBeNull();
      expect(toneOf('ceramic', seed)).toBeNull();
    }
  });
});

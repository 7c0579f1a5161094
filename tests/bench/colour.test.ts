import { materialChannels } from '../../src/core/card.ts';
import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../bench/fidelity/colour.ts';
import type { Surface } from '../../src/core/light/pack.ts';
import type { Rgba } from '../../src/core/sketch.ts';
import { cards } from '../core/fake.ts';

const SIDE = 20;
const ORANGE = [0xe3, 0x56, 0x2f];
const GREY = [60, 60, 60];

const materialOf = (id: string): Float32Array => {
  const { values } = cards.light.materials.find((entry) => entry.id === id)!;
  const channels = materialChannels(cards.light);
  return Float32Array.from(channels, ({ name }) => values[name]!);
};

/** One square part of `material`, the left half of it in `left`. */
function surfaceOf(material: string, left = ORANGE): Surface {
  const grid = { box: { x: 0, y: 0, width: SIDE, height: SIDE }, width: SIDE, height: SIDE };
  const plane = { width: SIDE, height: SIDE };
  const base = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, i) => {
    const x = Math.floor(i / 3) % SIDE;
    return (x < SIDE / 2 ? left : ORANGE)[i % 3]!;
  });
  const labels = { ...plane, data: new Int32Array(SIDE * SIDE).fill(1) };
  const alpha = { ...plane, data: new Uint8Array(SIDE * SIDE).fill(255) };
  const part = { label: 1 } as unknown as Surface['found']['parts'][number];
  return {
    found: { grid, labels, alpha, parts: [part] },
    maps: { base, materials: [materialOf(material)], behind: [] },
    views: [],
    samplers: [],
    zones: null,
    relief: null,
    texture: null,
    gains: null,
    bounce: null,
    seams: { ...plane, data: new Float32Array(SIDE * SIDE) },
  };
}

const picture = (colour: (x: number) => readonly number[]): Rgba => ({
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: 4 * SIDE * SIDE }, (_, i) =>
    i % 4 === 3 ? 255 : colour(Math.floor(i / 4) % SIDE)[i % 4]!,
  ),
});

describe('colours of parts', () => {
  it('a part in its own colour is not off, does not vary and does not clip', () => {
    const [part, ...more] = coloursOf(
      surfaceOf('rubber'),
      picture(() => ORANGE),
      cards.light,
    );
    expect(more).toEqual([]);
    expect(part).toMatchObject({ dull: true, flat: true, off: 0, clipped: 0 });
    expect(part!.spread).toBeCloseTo(0);
    expect(part!.lit).toBeCloseTo(part!.fill);
  });

  it('another colour is off, by CIEDE2000 of the medians; light and dark halves vary', () => {
    const half = (x: number): readonly number[] => (x < 5 ? [255, 255, 255] : GREY);
    const [part] = coloursOf(surfaceOf('rubber'), picture(half), cards.light);
    expect(part!.off).toBeGreaterThan(30);
    expect(part!.lit).toBeCloseTo(25.0, 0);
    expect(part!.spread).toBeGreaterThan(25);
    // Four columns of the eighteen that lie inside.
    expect(part!.clipped).toBe((part!.pixels * 4) / 18);
  });

  it('glass and lacquer are not dull, two colours are no flat fill', () => {
    const same = picture(() => ORANGE);
    for (const material of ['glass', 'ceramic', 'chrome'])
      expect(coloursOf(surfaceOf(material), same, cards.light)[0]!.dull).toBe(false);
    expect(coloursOf(surfaceOf('rubber', GREY), same, cards.light)[0]!.flat).toBe(false);
  });

  it('what stands behind glass has labels and no parts: nothing is said of it', () => {
    const surface = surfaceOf('rubber');
    const behind = { ...surface, found: { ...surface.found, parts: [] } };
    expect(
      coloursOf(
        behind,
        picture(() => GREY),
        cards.light,
      ),
    ).toEqual([]);
  });
});

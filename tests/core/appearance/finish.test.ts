import { materialChannels } from '../../../src/core/card.ts';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/appearance/finish.ts';
import { FINISHES, type Finish } from '../../../src/core/part-choice.ts';
import { cards } from '../fake.ts';

const channels = materialChannels(cards.light);
const of = (values: Float32Array, name: string): number =>
  values[channels.findIndex((channel) => channel.name === name)]!;
/** What becomes of a stuff whose other channels are 0. */
function worn(stuff: Record<string, number>, wish: Finish) {
  const values = Float32Array.from(channels, ({ name }) => stuff[name] ?? 0);
  finish(values, channels, wish);
  return (name: string): number => Number(of(values, name).toFixed(3));
}

describe('a finish', () => {
  it.each(cards.light.materials.map((material) => [material.id, material] as const))(
    'orders %s from rough to smooth, within the channels’ ranges',
    (_id, material) => {
      const made = FINISHES.map((wish) => {
        const values = Float32Array.from(channels, ({ name }) => material.values[name] ?? 0);
        finish(values, channels, wish);
        return values;
      });
      const rough = made.map((values) => of(values, 'roughness'));
      expect(rough[0]).toBeGreaterThan(rough[1]!);
      expect(rough[1]).toBeGreaterThan(rough[2]!);
      for (const values of made) {
        for (const name of ['roughness', 'coat', 'sheen', 'bump'])
          expect(of(values, name) >= 0 && of(values, name) <= 1).toBe(true);
        for (const name of ['metal', 'transmission', 'emission'])
          expect(of(values, name)).toBe(Math.fround(material.values[name] ?? 0));
      }
    },
  );

  it('frosts glass, and leaves clear glass as clear as it is', () => {
    const glass = { transmission: 0.9, roughness: 0.02 };
    expect(FINISHES.map((wish) => worn(glass, wish)('roughness'))).toEqual([0.55, 0.22, 0.02]);
    expect(FINISHES.map((wish) => worn(glass, wish)('coat'))).toEqual([0, 0.45, 1]);
  });

  it('polishes the scratches off metal, and lays no lacquer on it', () => {
    const brushed = { metal: 1, roughness: 0.3, anisotropy: 0.8, bump: 0.4 };
    expect(FINISHES.map((wish) => worn(brushed, wish)('anisotropy'))).toEqual([0, 0.8, 0.12]);
    expect(FINISHES.map((wish) => worn(brushed, wish)('coat'))).toEqual([0, 0, 0]);
    expect(worn(brushed, 'gloss')('bump')).toBe(0.06);
  });

  it('of other stuffs is a lacquer over a calmer surface; cloth stays cloth', () => {
    const wood = { roughness: 0.6, bump: 0.5 };
    expect(FINISHES.map((wish) => worn(wood, wish)('roughness'))).toEqual([0.78, 0.42, 0.18]);
    expect(FINISHES.map((wish) => worn(wood, wish)('coat'))).toEqual([0, 0.35, 1]);
    expect(worn(wood, 'gloss')('bump')).toBe(0.25);
    const cloth = { ...wood, sheen: 0.8 };
    expect(FINISHES.map((wish) => worn(cloth, wish)('roughness'))).toEqual([0.78, 0.62, 0.38]);
    expect(FINISHES.map((wish) => worn(cloth, wish)('sheen'))).toEqual([0.8, 0.48, 0.16]);
  });
});

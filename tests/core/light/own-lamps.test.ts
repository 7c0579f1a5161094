import { describe, expect, it } from 'vitest';
import { channelAt } from '../../../src/core/card.ts';
import { LAMPS_AS_SET_UP, type LampTunes, type LampTune } from '../../../src/core/lamp-tune.ts';
import { factorsOf, withLamps } from '../../../src/core/light/own-lamps.ts';
import { cards } from '../fake.ts';

const card = cards.light;
const [soft] = card.studios;
if (!soft) throw new Error('the card lists no studio');
const [plain] = LAMPS_AS_SET_UP;
const key = (change: Partial<LampTune>): LampTunes => [{ ...plain, ...change }, plain, plain];
const at = (name: string): number => card.studioVector[channelAt(card.studioVector, name)]!.at;
const made = (change: Partial<LampTune>) => withLamps(soft, key(change), card);
const [half, radiance] = ['box0.half_width', 'box0.radiance'].map(at) as [number, number];

describe('own lamps', () => {
  it('none, and those that change nothing, leave the set-up as it is', () => {
    expect(withLamps(soft, null, card)).toBe(soft);
    made({}).vector.forEach((value, i) => expect(value).toBeCloseTo(soft.vector[i]!, 9));
    expect(made({}).shadow).toMatchObject({ strength: soft.shadow.strength, size: soft.shadow.size });
  });

  it('a light that is off throws neither light nor shadow; a stronger one more', () => {
    const off = made({ strength: 0 });
    expect(off.vector.slice(radiance, radiance + 3)).toEqual([0, 0, 0]);
    expect(off.shadow.strength).toBe(0);
    expect(made({ strength: 1 }).vector[radiance]).toBeCloseTo(4 * soft.vector[radiance]!);
    expect(made({ strength: 1 }).shadow.strength).toBe(soft.shadow.strength);
  });

  it('a softer light is larger and throws as much; its shadow is softer', () => {
    const large = made({ softness: 1 });
    expect(large.vector[half]).toBeCloseTo(3 * soft.vector[half]!);
    expect(large.vector[radiance]! * 9).toBeCloseTo(soft.vector[radiance]!);
    expect(large.shadow.size).toBeCloseTo(3 * soft.shadow.size);
  });

  it('a warmer light has more red, less blue and the same luminance', () => {
    const { power } = factorsOf({ ...plain, warmth: 1 }, [1, 1, 1]);
    expect(power[0] / power[2]).toBeCloseTo(2.25);
    expect(0.2126 * power[0] + 0.7152 * power[1] + 0.0722 * power[2]).toBeCloseTo(1);
  });

  it('turns one light alone; the key light takes the shadow along', () => {
    const turned = made({ azimuth: 40 });
    expect(turned.shadow.towards).not.toEqual(soft.shadow.towards);
    turned.vector.slice(8).forEach((value, i) => expect(value).toBeCloseTo(soft.vector[8 + i]!, 9));
    const second = withLamps(soft, [plain, { ...plain, azimuth: 40 }, plain], card);
    expect(second.shadow.towards[0]).toBeCloseTo(soft.shadow.towards[0]);
    expect(second.vector[8]).not.toBeCloseTo(soft.vector[8]!);
  });
});

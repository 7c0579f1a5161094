import { materialChannels } from '../../../src/core/card.ts';
import { describe, expect, it } from 'vitest';
import { roughen } from '../../../src/core/appearance/grain.ts';
import { cards } from '../fake.ts';

describe('grain on a layer', () => {
  const channels = materialChannels(cards.light);
  const worn = (own: Record<string, number>, grain: number, speck = 2): Record<string, number> => {
    const values = Float32Array.from(channels, ({ name }) => own[name] ?? 0);
    roughen(values, channels, { grain, speck }, 120);
    return Object.fromEntries(channels.map(({ name }, i) => [name, values[i]!]));
  };

  it('makes what is smooth rough, with specks of its size, the more the more there is', () => {
    const [none, some, much] = [0, 0.4, 1].map((grain) => worn({ roughness: 0.3, coat: 1 }, grain));
    expect(none).toEqual(worn({ roughness: 0.3, coat: 1 }, 0));
    expect(some!['roughness']).toBeGreaterThan(0.3);
    expect(much!['roughness']).toBeGreaterThan(some!['roughness']!);
    expect(much!['bump']).toBeGreaterThan(some!['bump']!);
    expect([some!['grain_x'], some!['grain_y'], much!['coat']]).toEqual([60, 60, 0]);
    expect(worn({}, 1, 0.01)['grain_x']).toBeLessThanOrEqual(128);
  });

  it('leaves wood its streaks', () => {
    const wood = worn({ grain_x: 1.25, grain_y: 21, bump: 0.09 }, 1);
    expect([wood['grain_x'], wood['grain_y']]).toEqual([1.25, 21]);
    expect(wood['mottle']).toBeGreaterThan(0);
  });
});

// A plate with a badge as heights above the ground.
import { describe, expect, it } from 'vitest';
import { makeSolid } from '../../../src/core/lit/solid.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { light, madeOf } from './made.ts';
import { PLATE, BADGE, go, made } from './plate.ts';

describe('the solid', () => {
  it('has the badge above the plate, each with its layer’s name and its material’s values', async () => {
    const relief = { ...PLAIN.relief, form: 'flat' } as const;
    const flat = await madeOf(PLATE + BADGE, 24, { relief });
    const solid = (await makeSolid(flat, light, go))!;
    expect(solid.worn.map(({ name }) => name)).toEqual(['plate', 'badge']);
    expect(solid.worn[0]!.values['roughness']).toBeGreaterThan(0);
    const [{ labels, heights, square }] = solid.views as [(typeof solid.views)[number]];
    const mean = (label: number): number => {
      const own = heights.filter((_, i) => labels[i] === label);
      return own.reduce((sum, height) => sum + height, 0) / own.length;
    };
    const { level } = flat.relief.levels;
    expect(mean(2) - mean(1)).toBeCloseTo(level[1]! - level[0]!, 1);
    expect(square.width).toBe(64);
  });

  it('is none where it is told to stop', async () => {
    expect(await makeSolid(made, light, () => Promise.resolve(false))).toBeNull();
  });
});

// What the parts of a plate with a badge wear: as drawn, or as chosen.
import { describe, expect, it } from 'vitest';
import { wornIn } from '../../../src/core/lit/appearance.ts';
import { madeOf, settings } from './made.ts';
import { PLATE, BADGE, made, at } from './plate.ts';

describe('the appearance', () => {
  it('is the drawing’s own colours, in keys that are the layers’', () => {
    const { keys, maps, shading } = made.appearance;
    expect(keys.ofPart).toEqual(['plate#1', 'badge#1']);
    expect([...maps.base.subarray(3 * at(12, 12), 3 * at(12, 12) + 3)]).toEqual([0x33, 0x66, 0xcc]);
    expect(maps.materials).toHaveLength(2);
    expect(shading).toBeNull();
  });

  it('is what was chosen, for that part alone', async () => {
    const parts = { 'badge#1': { colour: '#00ff00' } };
    const { appearance } = await madeOf(PLATE + BADGE, 24, { parts });
    const base = (x: number, y: number): number[] => [
      ...appearance.maps.base.subarray(3 * at(x, y), 3 * at(x, y) + 3),
    ];
    expect([base(12, 12), base(2, 2)]).toEqual([
      [0, 255, 0],
      [0xcc, 0x44, 0x33],
    ]);
  });

  it('depends on colours, materials and finishes, not on forms', () => {
    const of = (choice: object): string => wornIn({ ...settings, parts: { a: choice } });
    expect(of({ form: 'flat', edge: 1 })).toBe(of({}));
    for (const choice of [{ colour: '#000' }, { material: 'wood' }, { finish: 'matte' }])
      expect(of(choice)).not.toBe(of({}));
  });
});

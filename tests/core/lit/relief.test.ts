// How a badge lies on a plate, and the forms that are wished.
import { describe, expect, it } from 'vitest';
import { wishesOf } from '../../../src/core/lit/relief.ts';
import { madeOf, type Made } from './made.ts';
import { PLATE, BADGE, made } from './plate.ts';

/** Of a part's normal at a pixel. */
function normalX({ figure }: Made, x: number, y: number, label: number): number {
  const to = new Float32Array(5);
  figure.samplers[0]!.row(y);
  figure.samplers[0]!.pixel(x, label, to);
  return to[0]!;
}

describe('the relief', () => {
  it('has what lies on something higher, and rounded edges at the picture’s size', () => {
    const { levels, bevel } = made.relief;
    expect(levels.level[1]).toBeGreaterThan(levels.level[0]!);
    expect(bevel!.x).toHaveLength(24 * 24);
  });

  it('leans out over the badge’s right border to the right, over its left one to the left', async () => {
    const { relief } = await madeOf(PLATE + BADGE, 96);
    // The badge goes from pixel 36 to 60.
    const row = relief.bevel!.x.subarray(96 * 48, 96 * 49);
    expect(Math.max(...row.subarray(54, 60))).toBeGreaterThan(0);
    expect(Math.min(...row.subarray(54, 60))).toBe(0);
    expect(Math.min(...row.subarray(36, 42))).toBeLessThan(0);
    expect([...row.subarray(16, 26)]).toEqual(Array<number>(10).fill(0));
  });

  it('by hand: a part’s own wish goes before the drawing’s', () => {
    const relief = { form: 'round', edge: 0.2, thickness: 0.3 } as const;
    expect(wishesOf(['a', 'b'], { parts: { b: { form: 'flat', edge: 1 } }, relief })).toEqual([
      relief,
      { form: 'flat', edge: 1, thickness: 0.3 },
    ]);
  });

  it('what is hollow lies in what it is drawn on, which is rounded towards it', async () => {
    const { levels, bevel } = (await madeOf(PLATE + BADGE, 96, { parts: { 'badge#1': { form: 'hollow' } } }))
      .relief;
    expect(levels.level[1]).toBeLessThan(levels.level[0]!);
    // The plate left of the badge leans to the right.
    const row = bevel!.x.subarray(96 * 48, 96 * 49);
    expect(Math.max(...row.subarray(30, 36))).toBeGreaterThan(0);
  });

  it('a cushion is round unless the user says as found', async () => {
    const cushion = '<path id="pillow cotton" d="M10 10H90V90H10Z" fill="#889"/>';
    const plain = await madeOf(cushion, 24);
    const found = await madeOf(cushion, 24, { parts: { 'pillow cotton#1': { form: 'found' } } });
    const unnamed = await madeOf(cushion.replace('pillow cotton', 'thing'), 24);
    const [round, asFound] = [normalX(plain, 6, 12, 1), normalX(found, 6, 12, 1)];
    expect(asFound).toBe(normalX(unnamed, 6, 12, 1));
    expect(Math.abs(round - asFound)).toBeGreaterThan(0.02);
  });

  it('a part that is wished flat faces the viewer; the other has the form that was found', async () => {
    const flat = await madeOf(PLATE + BADGE, 24, { parts: { 'plate#1': { form: 'flat' } } });
    expect(normalX(flat, 1, 12, 1)).toBe(0);
    expect(normalX(made, 1, 12, 1)).toBeLessThan(-0.1);
    expect(normalX(flat, 9, 12, 2)).toBeCloseTo(normalX(made, 9, 12, 2));
  });
});

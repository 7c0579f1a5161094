import { describe, expect, it } from 'vitest';
import { looksOf } from '../../../src/core/appearance/part-looks.ts';
import type { GuessedLook } from '../../../src/core/form/look.ts';
import type { Part, Parts } from '../../../src/core/parts/parts.ts';
import { labelsFrom } from '../small.ts';

const box = { x: 0, y: 0, width: 100, height: 100 };
const square = { box, width: 16, height: 16 };
const plane = (...values: number[]): Float32Array => Float32Array.from(values);
/** Two by two cells: wood above, glass below; red at the left. */
const look: GuessedLook = {
  cells: 2,
  chances: new Map([
    ['wood', plane(0.9, 0.7, 0.2, 0.2)],
    ['glass', plane(0.1, 0.3, 0.8, 0.8)],
  ]),
  colour: [plane(1, 0, 1, 0), plane(0, 0, 0, 0), plane(0, 0, 0, 0)],
  spread: plane(0.1, 0.3, 0.5, 0.7),
};
function found(rows: readonly string[]): Parts {
  const labels = labelsFrom(rows);
  const { width, height } = labels;
  const parts = Array.from({ length: Math.max(...labels.data) }, (): Part => ({
    piece: null,
    wire: false,
    pixels: 1,
    box: { x0: 0, y0: 0, x1: 0, y1: 0 },
  }));
  const alpha = { width, height, data: new Uint8Array(labels.data.length).fill(255) };
  return { grid: { box, width, height }, labels, alpha, parts };
}
const HALVES = ['1111', '1111', '2222', '2222'];

describe('what a part looks made of', () => {
  it('is the mean of the cells below its pixels, likeliest first', () => {
    const [upper, lower] = looksOf(found(HALVES), [{ square, look }], null);
    expect(upper?.materials.map(({ id }) => id)).toEqual(['wood', 'glass']);
    expect(upper?.materials[0]?.chance).toBeCloseTo(0.8);
    expect(upper?.colour[0]).toBeCloseTo(127.5);
    expect(upper?.spread).toBeCloseTo(0.2);
    expect(lower?.materials[0]).toEqual({ id: 'glass', chance: expect.closeTo(0.8) as number });
  });

  it('comes from the view that a pixel belongs to', () => {
    const wood: GuessedLook = {
      ...look,
      chances: new Map(
        [...look.chances].map(([id, { length }]) => [
          id,
          new Float32Array(length).fill(id === 'wood' ? 1 : 0),
        ]),
      ),
    };
    const zones = Uint8Array.from({ length: 16 }, (_, i) => (i < 8 ? 0 : 1));
    const views = [look, wood].map((one) => ({ square, look: one }));
    expect(looksOf(found(HALVES), views, zones)[1]?.materials[0]).toEqual({ id: 'wood', chance: 1 });
  });

  it('is nothing for generators that say nothing, and for what is too small', () => {
    expect(looksOf(found(HALVES), [{ square, look: null }], null)).toEqual([null, null]);
    const rows = Array.from({ length: 32 }, (_, y) => (y === 0 ? `2${'1'.repeat(31)}` : '1'.repeat(32)));
    const [large, small] = looksOf(found(rows), [{ square, look }], null);
    expect(large).not.toBeNull();
    expect(small).toBeNull();
  });
});

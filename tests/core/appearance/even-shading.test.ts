import { expect, it } from 'vitest';
import type { DrawnShading, Evening } from '../../../src/core/appearance/drawn-shading.ts';
import { evened } from '../../../src/core/appearance/even-shading.ts';
import { toLab } from '../../../src/core/colour/oklab.ts';
import { partsFrom } from '../relief/parts.ts';

const PARTS = partsFrom(Array<string>(8).fill('11111111'), [null]);
/** From dark at the left to light at the right. */
const RAMP = Uint8Array.from({ length: 3 * 64 }, (_, i) => 60 + 20 * (Math.floor(i / 3) % 8));

function shadingOf(evening: Evening | null, regions = new Int32Array(64).fill(2)): DrawnShading {
  return { grid: PARTS.grid, labels: PARTS.labels.data, regions, evenings: [null, null, evening] };
}
const grey = (out: Uint8Array, x: number): number => out[3 * x]!;

it('replaced, every pixel has the lightness of the mean', () => {
  const out = evened(RAMP, PARTS, shadingOf({ keep: 0, mean: toLab([120, 120, 120]), hue: [0, 0] }));
  expect(new Set(out)).toEqual(new Set([120]));
});

it('softened by half, differences of lightness are halved', () => {
  const mean = toLab([120, 120, 120]);
  const out = evened(RAMP, PARTS, shadingOf({ keep: 0.5, mean, hue: [0, 0] }));
  for (let x = 0; x < 8; x++) {
    const [before, after] = [RAMP, out].map((of) => toLab([of[3 * x]!, of[3 * x]!, of[3 * x]!])[0]);
    expect(after! - mean[0]).toBeCloseTo((before! - mean[0]) / 2, 2);
  }
});

it('kept, nothing changes, and what it was given never does', () => {
  const before = RAMP.slice();
  expect(evened(RAMP, PARTS, shadingOf(null))).toEqual(RAMP);
  evened(RAMP, PARTS, shadingOf({ keep: 0, mean: toLab([120, 120, 120]), hue: [0, 0] }));
  expect(RAMP).toEqual(before);
});

it('an edge between regions goes along by the mean of their changes', () => {
  // A column of no region, of a grey between those of its sides.
  const regions = Int32Array.from({ length: 64 }, (_, i) => (i % 8 === 4 ? 0 : 2));
  const out = evened(RAMP, PARTS, shadingOf({ keep: 0, mean: toLab([120, 120, 120]), hue: [0, 0] }, regions));
  // Its sides were 100, 120 | 160, 180 and are 120: 20 darker on average.
  expect(grey(out, 4)).toBe(grey(RAMP, 4) - 20);
});

it('print on an edge keeps its colour, as it has none between those of its sides', () => {
  const regions = Int32Array.from({ length: 64 }, (_, i) => (i % 8 === 4 ? 0 : 2));
  const base = RAMP.map((value, i) => (Math.floor(i / 3) % 8 === 4 ? 10 : value));
  const out = evened(base, PARTS, shadingOf({ keep: 0, mean: toLab([120, 120, 120]), hue: [0, 0] }, regions));
  expect(grey(out, 4)).toBe(10);
});

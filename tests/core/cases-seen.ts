// A drawing of tests/cases by its name, and what must be seen of it at a place.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type SeenPicture } from './seen.ts';

export const drawing = (file: string): string =>
  readFileSync(new URL(`../cases/${file}.svg`, import.meta.url), 'utf8');

export type Rgb = readonly [number, number, number];

/** Opaque and of that colour, within `slack` a channel. */
export function expectColour(
  { at }: SeenPicture,
  [x, y]: readonly [number, number],
  rgb: Rgb,
  slack = 6,
): void {
  const seen = at(x, y);
  const off = Math.max(...rgb.map((value, i) => Math.abs(value - seen[i]!)));
  expect({ at: [x, y], seen, off: off <= slack && seen[3]! > 250 ? 'no' : off }).toEqual({
    at: [x, y],
    seen,
    off: 'no',
  });
}

export function expectNothing({ at }: SeenPicture, ...points: [number, number][]): void {
  for (const [x, y] of points) expect({ x, y, alpha: at(x, y)[3]! < 8 }).toEqual({ x, y, alpha: true });
}

export const GREEN: Rgb = [42, 157, 143];

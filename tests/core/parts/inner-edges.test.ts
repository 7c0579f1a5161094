import { describe, expect, it } from 'vitest';
import { drawSeams, rimOf } from '../../../src/core/parts/inner-edges.ts';
import { labelsFrom } from '../small.ts';
import { inkFrom, sceneOf } from './inked.ts';

const BODY = '<path d="M0 0H10V10H0Z" fill="#c33"/>';
const grid = { box: { x: 0, y: 0, width: 8, height: 8 }, width: 8, height: 8 };
const eight = (row: string): string[] => Array<string>(8).fill(row);

/** Tenths, rounded down, a character a pixel. */
function seamsOf(labels: readonly string[], ink: readonly string[]): string[] {
  const alpha = { width: 8, height: 8, data: new Uint8Array(64) };
  const parts = { grid, labels: labelsFrom(labels), alpha, parts: [] };
  const { data } = drawSeams(sceneOf(BODY), parts, grid, inkFrom(ink));
  const text = Array.from(data, (value) =>
    value === 0 ? '.' : value === 1 ? '#' : `${Math.floor(10 * value)}`,
  );
  return Array.from({ length: 8 }, (_, y) => text.slice(8 * y, 8 * y + 8).join(''));
}

describe('inner edges', () => {
  it('are the lines that are drawn on one part, without two pixels along the silhouette', () => {
    expect(seamsOf(eight('11111111'), eight('########'))).toEqual([
      '........',
      '........',
      ...Array<string>(4).fill('..####..'),
      '........',
      '........',
    ]);
  });

  it('are fainter where two parts meet within two pixels', () => {
    // Columns 2 and 3 see part 2 at columns 4 and 5; so do 4 and 5 see part 1.
    expect(seamsOf(eight('11112222'), eight('.######.'))[3]).toBe('..4444..');
    // The border lies at column 6: column 3 sees columns 1 and 5 only.
    expect(seamsOf(eight('11111122'), eight('..####..'))[3]).toBe('..##44..');
  });

  it('keep off a hole as they keep off the outer silhouette', () => {
    const holed = eight('11111111').map((row, y) => (y === 2 ? '11101111' : row));
    // A pixel asks 2 away along both axes and 1 away along both diagonals: the hole at (3, 2) is asked by
    // (5, 2), (3, 4), (2, 3) and (4, 3).
    expect(seamsOf(holed, eight('########')).slice(2, 6)).toEqual([
      '..#.#...',
      '...#.#..',
      '..#.##..',
      '..####..',
    ]);
  });
});

describe('the rim of a band', () => {
  it('is as far as a seam’s pixel asks: 2 pixels and a 400th of the width, or the stroke', () => {
    const scene = sceneOf(BODY);
    expect(rimOf(scene, grid, grid)).toBe(3);
    const wide = { ...grid, width: 1600, height: 1600 };
    // 2 + 1600 / 400; the stroke is 0.0021 × 1600 = 3.36.
    expect(rimOf(scene, wide, grid)).toBe(6);
  });
});

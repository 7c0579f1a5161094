import { expect, it } from 'vitest';
import { softenBorders } from '../../../src/core/light/soften-borders.ts';
import type { Rgba } from '../../../src/core/sketch.ts';
import { labelsFrom } from '../small.ts';

const eight = (row: string): string[] => Array<string>(8).fill(row);

/** Red 0 in part 1 and 200 in part 2; what has no part is red 100 and transparent. */
function litOf(rows: readonly string[]): Rgba {
  const labels = labelsFrom(rows);
  const data = new Uint8Array(4 * 64);
  labels.data.forEach((label, i) => data.set([[100, 0, 200][label]!, 0, 0, label > 0 ? 255 : 0], 4 * i));
  return { width: 8, height: 8, data };
}

function softened(rows: readonly string[]): Rgba {
  const image = litOf(rows);
  softenBorders(image, labelsFrom(rows));
  return image;
}

const reds = ({ data }: Rgba, y: number): number[] =>
  Array.from({ length: 8 }, (_, x) => data[4 * (8 * y + x)]!);

it('a quarter of each colour goes over the border to the pixel beside it, and no farther', () => {
  // A tent of 1, 2, 1 across: (0 + 2 × 0 + 200) / 4 and (0 + 2 × 200 + 200) / 4.
  expect(reds(softened(eight('11112222')), 4)).toEqual([0, 0, 0, 50, 150, 200, 200, 200]);
});

it('along a diagonal the corners count as well', () => {
  const diagonal = eight('').map((_, y) => '1'.repeat(y) + '2'.repeat(8 - y));
  // At (4, 4), the first of part 2: above and right of it is part 2, to its left and below part 1. Weights 4
  // + 2 + 2 + 1 + 1 + 1 of 16 are of part 2: itself, above, right, and three corners.
  expect(reds(softened(diagonal), 4)[4]).toBe(Math.round((200 * 11) / 16));
});

it('the silhouette, its alpha and the picture’s rim are left as they are', () => {
  const rows = eight('01111110');
  expect(softened(rows).data).toEqual(litOf(rows).data);
  const parts = eight('11112222');
  expect(reds(softened(parts), 0)).toEqual(reds(litOf(parts), 0));
  const alphas = (image: Rgba): number[] => [...image.data].filter((_, i) => i % 4 === 3);
  expect(alphas(softened(parts))).toEqual(alphas(litOf(parts)));
});

it('opacity goes over the border as colour does, but not beside the silhouette', () => {
  const rows = ['00002222', ...Array<string>(7).fill('11112222')];
  const image = litOf(rows);
  const labels = labelsFrom(rows);
  labels.data.forEach((label, i) => (image.data[4 * i + 3] = [0, 80, 240][label]!));
  softenBorders(image, labels);
  const opacities = (y: number): number[] =>
    Array.from({ length: 8 }, (_, x) => image.data[4 * (8 * y + x) + 3]!);
  expect(opacities(4)).toEqual([80, 80, 80, 120, 200, 240, 240, 240]);
  expect(opacities(1)).toEqual([80, 80, 80, 80, 240, 240, 240, 240]);
});

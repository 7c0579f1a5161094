import { expect, it } from 'vitest';
import { edgesOf, type Meet } from '../../../src/core/relief/edges.ts';
import { movePieces, piecesOf } from '../../../src/core/relief/pieces.ts';
import { labelsFrom } from '../small.ts';

const pieces = (rows: readonly string[]) => piecesOf(rows.length, labelsFrom(rows).data);

it('what hangs together by sides with one value is a piece, in reading order', () => {
  const { count, of } = pieces(['11.2', '1..2', '.1.2', '22..']);
  expect(count).toBe(4);
  expect([...of]).toEqual([1, 1, 0, 2, 1, 0, 0, 2, 0, 3, 0, 2, 4, 4, 0, 0]);
});

it('nothing hangs together round the ends of rows', () => {
  expect(pieces(['..1', '1..', '...']).count).toBe(2);
});

it('each piece moves as a whole until its neighbours meet it as they should', () => {
  const rows = ['1122', '1122', '1122', '1122'];
  const labels = labelsFrom(rows).data;
  const flat = new Float32Array(16);
  const meet: Meet = (first, second) => ({ rise: 6 * (second - first), weight: 0.1, sloped: false });
  const edges = edgesOf({ size: 4, step: 1, labels, right: flat, down: flat }, meet);
  // The first has a bump that it keeps, away from the border.
  const heights = Float32Array.from(labels, (_, i) => (i === 0 ? 2 : 0));
  movePieces(heights, edges, piecesOf(4, labels));
  expect(heights[2]! - heights[1]!).toBeCloseTo(6);
  expect(heights[0]! - heights[1]!).toBeCloseTo(2);
  expect(heights[3]).toBe(heights[2]);
});

it('what meets nothing stays where it is', () => {
  const labels = labelsFrom(['1.2', '1.2', '1.2']).data;
  const flat = new Float32Array(9);
  const edges = edgesOf({ size: 3, step: 1, labels, right: flat, down: flat }, () => ({
    rise: 9,
    weight: 1,
    sloped: false,
  }));
  const heights = Float32Array.from(labels);
  movePieces(heights, edges, piecesOf(3, labels));
  expect([...heights]).toEqual([1, 0, 2, 1, 0, 2, 1, 0, 2]);
});

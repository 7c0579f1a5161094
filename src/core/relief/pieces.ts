// In: the part at every sample of a square. Out: its connected pieces, and how far each must rise to meet the
// others.
// Flood fill to 4 neighbours; the rises by Gauss–Seidel over the pieces, each moved as a whole (deflation).
import type { Edges } from './edges.ts';

/** Per sample the number of its piece, from 1; 0 off the drawing. */
export interface Pieces {
  count: number;
  of: Int32Array;
}

const ROUNDS = 200;

/** Neighbours with the same value are of one piece; 0 is off the drawing. */
export function piecesOf(size: number, values: Int32Array | Uint8Array): Pieces {
  const of = new Int32Array(values.length);
  let count = 0;
  const stack: number[] = [];
  for (let start = 0; start < values.length; start++) {
    if (values[start] === 0 || of[start] !== 0) continue;
    of[start] = ++count;
    stack.push(start);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % size;
      const take = (j: number): void => {
        if (values[j] !== values[start] || of[j] !== 0) return;
        of[j] = count;
        stack.push(j);
      };
      if (x > 0) take(i - 1);
      if (x < size - 1) take(i + 1);
      if (i >= size) take(i - size);
      if (i < values.length - size) take(i + size);
    }
  }
  return { count, of };
}

/** In place: each piece is raised or lowered as a whole, as the edges to its neighbours want it. */
export function movePieces(heights: Float32Array, { size, right, down }: Edges, pieces: Pieces): void {
  const { count, of } = pieces;
  // Per pair: how firmly they meet, and how much the second must rise against the first.
  const pairs = new Map<number, { a: number; b: number; weight: number; rise: number }>();
  const add = (i: number, j: number, weight: number, target: number): void => {
    const [a, b] = [of[i]!, of[j]!];
    if (weight === 0 || a === b) return;
    const key = a * (count + 1) + b;
    const pair = pairs.get(key) ?? { a, b, weight: 0, rise: 0 };
    pairs.set(key, pair);
    pair.weight += weight;
    pair.rise += weight * (target - (heights[j]! - heights[i]!));
  };
  for (let i = 0; i < heights.length; i++) {
    add(i, i + 1, right.weight[i]!, right.target[i]!);
    add(i, i + size, down.weight[i]!, down.target[i]!);
  }
  const around = Array.from(
    { length: count + 1 },
    (): { other: number; weight: number; rise: number }[] => [],
  );
  for (const { a, b, weight, rise } of pairs.values()) {
    around[b]?.push({ other: a, weight, rise });
    around[a]?.push({ other: b, weight, rise: -rise });
  }
  const moved = new Float64Array(count + 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let piece = 1; piece <= count; piece++) {
      let [sum, total] = [0, 0];
      for (const { other, weight, rise } of around[piece] ?? []) {
        sum += weight * moved[other]! + rise;
        total += weight;
      }
      if (total > 0) moved[piece] = sum / total;
    }
  }
  for (let i = 0; i < heights.length; i++) heights[i] = heights[i]! + moved[of[i]!]!;
}

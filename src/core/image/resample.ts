// In: a square plane. Out: the same at another side, mirrored where that is wished: smoothed, or value by
// value; means of its blocks.
// Bilinear interpolation between the centres of samples, the edge's going on; nearest neighbour.

/** A plane of numbers, row by row, and its side in samples. */
export interface SquarePlane {
  data: Float32Array;
  side: number;
}

/** Where number `i` of `to` lies among `from` samples: the one before it, the next, and how far on. */
function placed(i: number, from: number, to: number): [number, number, number] {
  const at = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
  const before = Math.floor(at);
  return [before, Math.min(from - 1, before + 1), at - before];
}

const placesOf = (from: number, to: number, mirrored: boolean): [number, number, number][] =>
  Array.from({ length: to }, (_, i) => placed(mirrored ? to - 1 - i : i, from, to));

/** `mirrored`: left and right change places. */
export function resampled({ data, side: from }: SquarePlane, side: number, mirrored = false): Float32Array {
  const result = new Float32Array(side * side);
  const [rows, columns] = [placesOf(from, side, false), placesOf(from, side, mirrored)];
  const between = new Float32Array(from);
  for (let y = 0; y < side; y++) {
    const [above, below, down] = rows[y]!;
    for (let x = 0; x < from; x++) {
      const value = data[above * from + x]!;
      between[x] = value + down * (data[below * from + x]! - value);
    }
    for (let x = 0; x < side; x++) {
      const [left, right, along] = columns[x]!;
      const value = between[left]!;
      result[y * side + x] = value + along * (between[right]! - value);
    }
  }
  return result;
}

/** Each sample as it is, the one below the place's upper left corner. */
export function nearest({ data, side: from }: SquarePlane, side: number, mirrored = false): Float32Array {
  const at = Array.from({ length: side }, (_, i) => Math.floor((i * from) / side));
  const columns = mirrored ? at.map((x) => from - 1 - x) : at;
  return Float32Array.from({ length: side * side }, (_, i) => {
    const y = at[Math.floor(i / side)]!;
    return data[y * from + columns[i % side]!]!;
  });
}

/** Means of `cell` × `cell` samples; what is left at the right and below belongs to none. */
export function blockMeans({ data, side }: SquarePlane, cell: number): SquarePlane {
  const cells = Math.floor(side / cell);
  const means = new Float32Array(cells * cells);
  for (let y = 0; y < cells * cell; y++) {
    const row = Math.floor(y / cell) * cells;
    for (let x = 0; x < cells; x++) {
      let sum = 0;
      for (let i = y * side + x * cell, end = i + cell; i < end; i++) sum += data[i]!;
      means[row + x]! += sum / (cell * cell);
    }
  }
  return { data: means, side: cells };
}

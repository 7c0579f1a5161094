// In: a part's outline, the labels over a model square. Out: where the part goes on below what was painted
// later.
// By scan lines (scan-lines.ts).
import type { Grid } from '../image/grid.ts';
import { scanLines } from './scan-lines.ts';

/** Indices of samples. `border`: path data; `own`: the part's label. */
export function samplesBelow(border: string, own: number, labels: Int32Array, square: Grid): number[] {
  return samplesInside(border, square).filter((i) => labels[i]! > own);
}

/** Samples whose middle is inside a path. */
function samplesInside(border: string, square: Grid): number[] {
  const { width: size } = square;
  const { first, rows } = scanLines(border, square);
  const found: number[] = [];
  rows.forEach((columns, k) => {
    for (let c = 0; c + 1 < columns.length; c += 2) {
      const end = Math.min(size, columns[c + 1]!);
      for (let x = Math.max(0, columns[c]!); x < end; x++) found.push((first + k) * size + x);
    }
  });
  return found;
}

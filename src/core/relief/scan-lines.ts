// In: a path, a grid. Out: for each row of the grid that the path reaches, between which columns it is
// inside.
// Scan conversion by the even-odd rule: the crossings of each row's middle, sorted.
import type { Grid } from '../image/grid.ts';
import { polylines } from '../svg/path.ts';

/** In each row pixels from one column up to the next one, that left out, are inside; then again. */
export interface ScanLines {
  /** Row of the grid that `rows` begins with. */
  first: number;
  rows: readonly (readonly number[])[];
}

/** `border`: path data in drawing units. Columns may lie beyond the grid. */
export function scanLines(border: string, { box, width, height }: Grid): ScanLines {
  const [across, down] = [box.width / width, box.height / height];
  const lines = polylines(border);
  const rowOf = (y: number): number => Math.min(height, Math.max(0, Math.ceil((y - box.y) / down - 0.5)));
  let [top, bottom] = [Infinity, -Infinity];
  for (const { points } of lines) {
    for (let k = 1; k < points.length; k += 2) {
      top = Math.min(top, points[k]!);
      bottom = Math.max(bottom, points[k]!);
    }
  }
  if (!(top <= bottom)) return { first: 0, rows: [] };
  const first = rowOf(top);
  const rows = Array.from({ length: rowOf(bottom) - first }, (): number[] => []);
  for (const { points } of lines) {
    const n = points.length;
    let [px, py] = [points[n - 2]!, points[n - 1]!];
    for (let k = 0; k < n; k += 2) {
      const [qx, qy] = [points[k]!, points[k + 1]!];
      const end = rowOf(Math.max(py, qy));
      for (let y = rowOf(Math.min(py, qy)); y < end; y++) {
        const x = px + ((qx - px) * (box.y + (y + 0.5) * down - py)) / (qy - py);
        rows[y - first]!.push(Math.ceil((x - box.x) / across - 0.5));
      }
      [px, py] = [qx, qy];
    }
  }
  for (const columns of rows) columns.sort((a, b) => a - b);
  return { first, rows };
}

/** Whether a pixel's middle is inside. */
export function isWithin({ first, rows }: ScanLines, x: number, y: number): boolean {
  const columns = rows[y - first];
  if (!columns) return false;
  // How many columns lie at or before x, by halving.
  let [low, high] = [0, columns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

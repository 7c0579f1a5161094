// In: a part's outline, the labels over a model square. Out: where the part goes on below what was painted later.
// Even-odd rule, by scan lines.
import type { Grid } from '../image/grid.ts';
import { polylines } from '../svg/path.ts';

/** Indices of samples. `border`: path data; `own`: the part's label. */
export function samplesBelow(border: string, own: number, labels: Int32Array, square: Grid): number[] {
  return samplesInside(border, square).filter((i) => labels[i]! > own);
}

/** Samples whose middle is inside a path. */
function samplesInside(border: string, { box, width: size }: Grid): number[] {
  const unit = box.width / size;
  const crossings: number[][] = Array.from({ length: size }, () => []);
  for (const { points } of polylines(border)) {
    const n = points.length;
    let [px, py] = [points[n - 2]!, points[n - 1]!];
    for (let k = 0; k < n; k += 2) {
      const [qx = 0, qy = 0] = [points[k], points[k + 1]];
      const first = Math.max(0, Math.ceil((Math.min(py, qy) - box.y) / unit - 0.5));
      const end = Math.min(size, Math.ceil((Math.max(py, qy) - box.y) / unit - 0.5));
      for (let y = first; y < end; y++)
        crossings[y]?.push(px + ((qx - px) * (box.y + (y + 0.5) * unit - py)) / (qy - py));
      [px, py] = [qx, qy];
    }
  }
  const found: number[] = [];
  crossings.forEach((at, y) => {
    const columns = at.sort((a, b) => a - b).map((x) => Math.ceil((x - box.x) / unit - 0.5));
    for (let k = 0; k + 1 < columns.length; k += 2) {
      const end = Math.min(size, columns[k + 1]!);
      for (let x = Math.max(0, columns[k]!); x < end; x++) found.push(y * size + x);
    }
  });
  return found;
}

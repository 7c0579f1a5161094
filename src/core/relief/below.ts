// In: a part's outline, the labels over a model square. Out: where the part goes on below what was painted
// later.
// By scan lines (scan-lines.ts); of a stroke what is no farther from its middle than half its width.
import type { Grid } from '../image/grid.ts';
import type { Piece } from '../scene/piece.ts';
import { polylines } from '../svg/path.ts';
import { scanLines } from './scan-lines.ts';

/** Indices of samples. `own`: the part's label. */
export function samplesBelow(
  { area, border, shape }: Pick<Piece, 'area' | 'border' | 'shape'>,
  own: number,
  labels: Int32Array,
  square: Grid,
): number[] {
  const covered =
    area === 'fill' ? samplesInside(border, square) : samplesAlong(shape.d, shape.stroke.width / 2, square);
  return covered.filter((i) => labels[i]! > own);
}

/** Samples whose middle is within `half`, in drawing units, of a path's lines. */
function samplesAlong(d: string, half: number, { box, width: size }: Grid): number[] {
  const unit = box.width / size;
  const reach = half / unit;
  const found = new Set<number>();
  for (const { points, closed } of polylines(d)) {
    const n = points.length;
    const column = (i: number): number => (points[i % n]! - box.x) / unit - 0.5;
    const row = (i: number): number => (points[(i % n) + 1]! - box.y) / unit - 0.5;
    for (let i = 0; i + (closed ? 0 : 2) < n; i += 2) {
      const [ax, ay] = [column(i), row(i)];
      const [bx, by] = [column(i + 2) - ax, row(i + 2) - ay];
      const long = Math.max(1e-9, bx * bx + by * by);
      const clamp = (value: number): number => Math.min(size - 1, Math.max(0, value));
      const [left, right] = [Math.min(0, bx) + ax - reach, Math.max(0, bx) + ax + reach];
      const [top, bottom] = [Math.min(0, by) + ay - reach, Math.max(0, by) + ay + reach];
      for (let y = clamp(Math.ceil(top)); y <= clamp(Math.floor(bottom)); y++) {
        for (let x = clamp(Math.ceil(left)); x <= clamp(Math.floor(right)); x++) {
          const t = Math.min(1, Math.max(0, ((x - ax) * bx + (y - ay) * by) / long));
          if (Math.hypot(x - ax - t * bx, y - ay - t * by) <= reach) found.add(y * size + x);
        }
      }
    }
  }
  return [...found];
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

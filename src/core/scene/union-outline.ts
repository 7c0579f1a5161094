// In: a shape. Out: the path of its outline alone, where its contours overlap: pieces of one stroke, letters
// run together.
// Edges in short steps; a step is outline that has the inside, by its winding number, on one side only.
import { polylines } from '../svg/path.ts';
import type { Polyline } from '../svg/polyline.ts';
import type { Shape } from '../svg/shape.ts';
import { contoursIn, shut, windings } from '../svg/winding.ts';

// Steps along an edge, as a share of the shape's longer side.
const STEP = 0.008;
// More edges than this are not looked through.
const MOST_EDGES = 1500;

/** The shape's own path where no contour overlaps another. */
export function unionOutline(shape: Shape): string {
  if (shape.rule === 'evenodd' || contoursIn(shape.d) < 2) return shape.d;
  const lines = polylines(shape.d).map(({ points }) => shut({ points, closed: true }));
  const edges = lines.reduce((sum, { points }) => sum + points.length / 2, 0);
  if (lines.length < 2 || edges > MOST_EDGES || !overlaps(lines)) return shape.d;
  const { width, height } = shape.measure.box;
  const step = STEP * Math.max(width, height);
  return lines.map((line) => outerOf(line, lines, step)).join('');
}

/** Whether a contour begins inside another and turns the same way there: no hole then, but a second layer. */
function overlaps(lines: readonly Polyline[]): boolean {
  return lines.some(({ points }, own) => {
    const others = lines.filter((_, i) => i !== own);
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ax, ay, bx, by] = points.slice(i, i + 4) as [number, number, number, number];
      const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
      if (windings(others, x, y) !== 0 && bothInside(lines, [ax, ay, bx, by])) return true;
    }
    return false;
  });
}

function outerOf({ points }: Polyline, lines: readonly Polyline[], step: number): string {
  let d = '';
  let drawing = false;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4) as [number, number, number, number];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step));
    for (let k = 0; k < count; k++) {
      const [x0, y0] = [ax + ((bx - ax) * k) / count, ay + ((by - ay) * k) / count];
      const [x1, y1] = [ax + ((bx - ax) * (k + 1)) / count, ay + ((by - ay) * (k + 1)) / count];
      if (bothInside(lines, [x0, y0, x1, y1])) drawing = false;
      else {
        d += `${drawing ? '' : `M${x0} ${y0}`}L${x1} ${y1}`;
        drawing = true;
      }
    }
  }
  return d;
}

/** Of a step along an edge: what lies on its left and on its right is inside the shape. */
function bothInside(
  lines: readonly Polyline[],
  [ax, ay, bx, by]: readonly [number, number, number, number],
): boolean {
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  const [nx, ny] = [1e-3 * (ay - by), 1e-3 * (bx - ax)];
  return windings(lines, x + nx, y + ny) !== 0 && windings(lines, x - nx, y - ny) !== 0;
}

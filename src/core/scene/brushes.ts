// In: shapes. Out: those that are lines painted as filled shapes: brush strokes, and strokes that were outlined.
// By the mean width 2 A / P of area A and perimeter P; broad ones must be as wide everywhere (chords straight across).
import { brightness, colourfulness } from '../colour/colour.ts';
import { along, inside, measure, polylines, type Polyline } from '../svg/path.ts';
import { contoursIn, shut, turn, windings } from '../svg/winding.ts';
import { alphaOf, type Paint, type Shape } from '../svg/shape.ts';

// A brush stroke's mean width, as a share of the drawing's longer side.
const THIN = 0.045;
// An outlined stroke's: the boldest icons have a tenth.
const BOLD = 0.125;
// Roundness 4 π A / P² of what is a blob and no line.
const BLOB = 0.25;
// Chords within this share of the middle one are alike; of all chords this share must be.
const ALIKE = 0.25;
const MOSTLY = 0.64;
const CHORDS = 64;
// More shapes, or contours of one, are a texture: they are not looked at closely.
const MANY = 80;
// Up to this brightness and colourfulness paint is ink.
const DARK = 0.5;
const GREY = 0.25;

/**
 * Ink as thin filled shapes counts as such only where the drawing is mostly made of it. `words` are none, nor what is
 * broader than `rim` of the drawing.
 */
export function brushesOf(
  shapes: readonly Shape[],
  { words, extent, rim }: { words: ReadonlySet<Shape>; extent: number; rim: number },
): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  let [brush, all] = [0, 0];
  for (const shape of shapes) {
    all += shape.measure.length;
    if (words.has(shape) || !isInk(shape.fill) || alphaOf(shape.stroke.paint) > 0) continue;
    if (inkWidth(shape) > rim * extent) continue;
    if (!isBrush(shape, extent, shapes.length <= MANY && contoursIn(shape.d) <= MANY)) continue;
    found.add(shape);
    brush += shape.measure.length;
  }
  return brush > 0.5 * all ? found : new Set();
}

/** Mean width of a line that is painted as a filled shape, in drawing units. */
export function inkWidth({ d, rule, measure: { area, length } }: Shape): number {
  const contours = contoursIn(d);
  // Contours that turn differently and overlap nowhere count against each other in `area`.
  const filled = contours < 2 || contours > MANY ? area : filledArea(polylines(d).map(shut), rule);
  return length > 0 ? (2 * filled) / length : 0;
}

/** One dark colour without a hue: a pen has no gradient. */
export function isInk(paint: Paint): boolean {
  const colour = paint.kind === 'flat' ? paint.colour.rgb : null;
  return colour !== null && brightness(colour) <= DARK && colourfulness(colour) <= GREY;
}

function isBrush(shape: Shape, extent: number, closely: boolean): boolean {
  const { length } = shape.measure;
  if (length === 0) return false;
  const lines = closely ? polylines(shape.d).map(shut) : [];
  const area = closely ? filledArea(lines, shape.rule) : shape.measure.area;
  if ((4 * Math.PI * area) / (length * length) > BLOB) return false;
  const width = (2 * area) / length / extent;
  if (width <= THIN) return true;
  if (!closely || width > BOLD) return false;
  const chords = chordsOf(lines, length / CHORDS);
  const middle = middleOf(chords);
  return middle <= BOLD * extent && isEven(chords, middle);
}

/** Of what is filled, by the shape's own rule: a contour in an area that it turns back to nothing is a hole. */
function filledArea(lines: readonly Polyline[], rule: Shape['rule']): number {
  return lines.reduce((sum, line, i) => {
    const [x = 0, y = 0] = line.points;
    const around = windings(
      lines.filter((_, k) => k !== i),
      x,
      y,
    );
    const own = measure([line])?.area ?? 0;
    if (rule === 'evenodd') return sum + (around % 2 === 0 ? own : -own);
    return sum + (around === 0 ? own : around + turn(line) === 0 ? -own : 0);
  }, 0);
}

/** As wide everywhere: the ways straight across are of one length, but at ends and junctions. */
function isEven(chords: readonly Chord[], middle: number): boolean {
  const alike = chords.filter(({ across }) => Math.abs(across / middle - 1) < ALIKE);
  return weightOf(alike) > MOSTLY * weightOf(chords);
}

/** The way across that half of the outline stays below. */
function middleOf(chords: readonly Chord[]): number {
  const half = weightOf(chords) / 2;
  let below = 0;
  const sorted = [...chords].sort((a, b) => a.across - b.across);
  return sorted.find(({ weight }) => (below += weight) > half)?.across ?? Infinity;
}

const weightOf = (chords: readonly Chord[]): number => chords.reduce((sum, { weight }) => sum + weight, 0);

interface Chord {
  across: number;
  /** How much of the outline it stands for. */
  weight: number;
}

/** From points every `step` along the outline straight across what is filled, to the outline again: lengths. */
function chordsOf(lines: readonly Polyline[], step: number): Chord[] {
  const chords: Chord[] = [];
  const points = [...along(lines, step)];
  points.forEach(([x, y], i) => {
    const [u, v] = points[i + 1] ?? [x, y];
    const long = Math.hypot(u - x, v - y);
    // The next point may lie on another contour.
    if (long === 0 || long > 1.01 * step) return;
    const [mx, my] = [(x + u) / 2, (y + v) / 2];
    const [nx, ny] = [(y - v) / long, (u - x) / long];
    const near = 0.02 * step;
    const [left, right] = [1, -1].map((side) => inside(lines, mx + side * near * nx, my + side * near * ny));
    if (left === right) return;
    const side = left ? 1 : -1;
    chords.push({
      across: wayOut(lines, { x: mx, y: my, dx: side * nx, dy: side * ny }, near),
      weight: long,
    });
  });
  return chords;
}

/** From (x, y) along the unit vector (dx, dy). */
interface Ray {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/** How far a ray goes until it meets the outline, but for what it meets nearer than `near`: the edge it starts on. */
function wayOut(lines: readonly Polyline[], { x, y, dx, dy }: Ray, near: number): number {
  let nearest = Infinity;
  for (const { points } of lines) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ax, ay] = [points[i]! - x, points[i + 1]! - y];
      const [ex, ey] = [points[i + 2]! - points[i]!, points[i + 3]! - points[i + 1]!];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const t = (ax * ey - ay * ex) / cross;
      const s = (ax * dy - ay * dx) / cross;
      if (s >= 0 && s <= 1 && t > near && t < nearest) nearest = t;
    }
  }
  return nearest;
}

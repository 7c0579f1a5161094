// In: shapes. Out: those that are lines painted as filled shapes: brush strokes, and strokes that were
// outlined.
// By the mean width 2 A / P of area A and perimeter P; broad ones must be as wide everywhere (chords straight
// across), and so must those that enclose little: lettering swells and thins round its counters, which stay
// open.
import { brightness, colourfulness } from '../colour/colour.ts';
import { polylines } from '../svg/path.ts';
import { measure, type Polyline } from '../svg/polyline.ts';
import { areasByScanLine, contoursIn, shut, turn, windings } from '../svg/winding.ts';
import { alphaOf, type Paint, type Shape } from '../svg/shape.ts';
import { chordsOf, type Chord } from './chords.ts';

// A brush stroke's mean width, as a share of the drawing's longer side.
const THIN = 0.045;
// An outlined stroke's: the boldest icons have a tenth.
const BOLD = 0.125;
// Roundness 4 π A / P² of what is a blob and no line.
const BLOB = 0.25;
// The same of what has a hole: of a ring whose hole is half as wide.
const RING_BLOB = 0.34;
// Chords within this share of the middle one are alike; of all chords this share must be.
const ALIKE = 0.25;
const MOSTLY = 0.64;
const CHORDS = 64;
// More shapes, or contours of one, are a texture: they are not looked at closely.
const MOST_SHAPES = 80;
// Joined letters, as scripts have them: so much wider than high, with so many counters.
const LONG = 1.6;
const COUNTERS = 3;
// Up to this brightness and colourfulness paint is ink.
const DARK = 0.5;
const GREY = 0.25;

/**
 * Ink as thin filled shapes counts as such only where the drawing is mostly made of it. `words` are none, nor
 * what is broader than `rim` of the drawing.
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
    if (!isBrush(shape, extent, shapes.length <= MOST_SHAPES && contoursIn(shape.d) <= MOST_SHAPES)) continue;
    found.add(shape);
    brush += shape.measure.length;
  }
  return brush > 0.5 * all ? found : new Set();
}

/** Ink that is a word in joined letters: a long even line round counters that are less than it. */
export function scriptsIn(shapes: readonly Shape[], extent: number): ReadonlySet<Shape> {
  if (shapes.length > MOST_SHAPES) return new Set();
  const isScript = (shape: Shape): boolean => {
    const { box } = shape.measure;
    const contours = contoursIn(shape.d);
    if (contours <= COUNTERS || contours > MOST_SHAPES || box.width < LONG * box.height) return false;
    if (!isInk(shape.fill) || alphaOf(shape.stroke.paint) > 0) return false;
    const { filled, holes, counters } = areasOf(polylines(shape.d).map(shut), shape.rule);
    return counters >= COUNTERS && holes < filled && isBrush(shape, extent, true);
  };
  return new Set(shapes.filter(isScript));
}

/** Mean width of a line that is painted as a filled shape, in drawing units. */
export function inkWidth({ d, rule, measure: { area, length } }: Shape): number {
  const contours = contoursIn(d);
  // Contours that turn differently and overlap nowhere count against each other in `area`.
  const filled = contours < 2 || contours > MOST_SHAPES ? area : areasOf(polylines(d).map(shut), rule).filled;
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
  const { filled, holes } = closely ? areasOf(lines, shape.rule) : { filled: shape.measure.area, holes: 0 };
  if ((4 * Math.PI * filled) / (length * length) > (holes > 0 ? RING_BLOB : BLOB)) return false;
  const width = (2 * filled) / length / extent;
  if (width <= THIN && !(holes > 0 && holes < filled)) return true;
  if (!closely || width > BOLD) return false;
  const chords = chordsOf(lines, length / CHORDS);
  const middle = middleOf(chords);
  return middle <= BOLD * extent && isEven(chords, middle);
}

/**
 * What is filled, by the shape's own rule, and what is left open in it: a contour that turns an area back to
 * nothing.
 */
function areasOf(
  lines: readonly Polyline[],
  rule: Shape['rule'],
): { filled: number; holes: number; counters: number } {
  let [filled, holes, counters] = [0, 0, 0];
  lines.forEach((line, i) => {
    const others = lines.filter((_, k) => k !== i);
    const around = windings(others, line.points[0]!, line.points[1]!);
    const own = measure([line])?.area ?? 0;
    const opens = rule === 'evenodd' ? around % 2 !== 0 : around !== 0 && around + turn(line) === 0;
    if (opens) {
      holes += own;
      counters++;
    } else if (rule === 'evenodd' || around === 0) filled += own;
  });
  // Open in each other's fill: they overlap, and no contour is a hole as a whole.
  if (holes > 0 && holes >= filled) return { ...areasByScanLine(lines, rule), counters };
  return { filled: filled - holes, holes, counters };
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

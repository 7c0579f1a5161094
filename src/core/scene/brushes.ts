// In: shapes. Out: those that are lines painted as filled shapes: brush strokes, and strokes that were
// outlined.
// By the mean width 2 A / P of area A and perimeter P; broad ones must be as wide everywhere (chords straight
// across), and so must those that enclose little: lettering swells and thins round its counters, which stay
// open.
import { brightness, colourfulness } from '../colour/colour.ts';
import { contoursIn } from '../svg/winding.ts';
import { alphaOf, type Paint, type Shape } from '../svg/shape.ts';
import { chordsOf, type Chord } from './chords.ts';
import { inkAreas, outlinesOf } from './ink-areas.ts';

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
// In pens, how long the outline of a short stroke of it is: of a dot it is 3.
const SHORT = 4.4;
const LONGEST = 24;
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
  const closely = shapes.length <= MOST_SHAPES;
  const isPenned = (shape: Shape): boolean =>
    !words.has(shape) &&
    isInk(shape.fill) &&
    alphaOf(shape.stroke.paint) === 0 &&
    inkWidth(shape) <= rim * extent;
  const inks = shapes.filter(isPenned);
  const isFew = (shape: Shape): boolean => closely && contoursIn(shape.d) <= MOST_SHAPES;
  const found = new Set(inks.filter((shape) => isBrush(shape, extent, isFew(shape))));
  const lengthOf = (some: Iterable<Shape>): number =>
    [...some].reduce((sum, { measure: { length } }) => sum + length, 0);
  if (lengthOf(found) <= 0.5 * lengthOf(shapes)) return new Set();
  const pen = Math.max(...[...found].map(inkWidth));
  for (const shape of inks) if (isFew(shape) && isShortStroke(shape, pen)) found.add(shape);
  return found;
}

/** Ink that is a word in joined letters: a long even line round counters that are less than it. */
export function scriptsIn(shapes: readonly Shape[], extent: number): ReadonlySet<Shape> {
  if (shapes.length > MOST_SHAPES) return new Set();
  const isScript = (shape: Shape): boolean => {
    const { box } = shape.measure;
    const contours = contoursIn(shape.d);
    if (contours <= COUNTERS || contours > MOST_SHAPES || box.width < LONG * box.height) return false;
    if (!isInk(shape.fill) || alphaOf(shape.stroke.paint) > 0) return false;
    const { filled, holes, counters } = inkAreas(outlinesOf(shape), shape.rule);
    return counters >= COUNTERS && holes < filled && isBrush(shape, extent, true);
  };
  return new Set(shapes.filter(isScript));
}

/** Mean width of a line that is painted as a filled shape, in drawing units. */
export function inkWidth({ d, rule, measure: { area, length } }: Shape): number {
  const contours = contoursIn(d);
  // Contours that turn differently and overlap nowhere count against each other in `area`.
  const filled = contours < 2 || contours > MOST_SHAPES ? area : inkAreas(outlinesOf({ d }), rule).filled;
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
  const lines = closely ? outlinesOf(shape) : [];
  const { filled, holes } = closely ? inkAreas(lines, shape.rule) : { filled: shape.measure.area, holes: 0 };
  if ((4 * Math.PI * filled) / (length * length) > (holes > 0 ? RING_BLOB : BLOB)) return false;
  const width = (2 * filled) / length / extent;
  if (width <= THIN && !(holes > 0 && holes < filled)) return true;
  if (!closely || width > BOLD) return false;
  const chords = chordsOf(lines, length / CHORDS);
  const middle = middleOf(chords);
  return middle <= BOLD * extent && isEven(chords, middle);
}

/** As broad as the pen for the most part, and longer: no dot. */
function isShortStroke(shape: Shape, pen: number): boolean {
  const { length } = shape.measure;
  if (length < SHORT * pen || length > LONGEST * pen) return false;
  const chords = chordsOf(outlinesOf(shape), length / CHORDS);
  const alike = chords.filter(({ across }) => Math.abs(across / pen - 1) < ALIKE);
  return weightOf(alike) > MOSTLY * weightOf(chords);
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

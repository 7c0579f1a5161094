// In: strokes. Out: whether a pen draws them at all, and which of them are things of their own.
// By what is common: the share of their length that one colour has, and ink.
import { apart, brightness, type Rgb } from '../colour/colour.ts';
import { colourOf, isGradient, type Shape } from '../svg/shape.ts';
import { holds } from './holds.ts';
import { ALIKE, DARK, hasHue, isLight, isOfAnotherHue } from './outline-pen.ts';

/** The share of a drawing's strokes, by length, that a pen draws where others have other colours. */
const PEN_SHARE = 0.6;
/** The same of a dark pen without a hue; and where the bright strokes lie beside what it draws, not in it. */
const INK_SHARE = 0.4;
const INK_SHARE_BESIDE = 0.6;
/** The share of things among strokes from which on all are things. */
const MOST = 0.5;
/** From this brightness on a stroke is no ink. */
const PALE = 0.7;
/** More strokes than these are a texture or a plan, whose pen is not asked for. */
const MOST_STROKES = 400;

/**
 * Whether no pen draws these strokes, which are all there is: they have several colours, and none is common
 * or ink. A chart's curves enclose nothing, each is a thing in its own colour.
 */
export function isPenless(strokes: readonly Shape[]): boolean {
  const share = (some: readonly Shape[]): number => lengthOf(some) / lengthOf(strokes);
  const inColourOf = (shape: Shape): Shape[] => {
    const colour = colourOf(shape.stroke.paint);
    return strokes.filter(({ stroke }) => {
      const own = colourOf(stroke.paint);
      return own && colour ? apart(own, colour) < ALIKE : own === colour;
    });
  };
  const bright = strokes.filter((shape) => isLight(shape));
  if (bright.length === 0 || strokes.length > MOST_STROKES) return false;
  const ink = strokes.filter((shape) => isInk(shape));
  const within = bright.filter((shape) => ink.some((line) => holds(line, shape, 0.8)));
  const most = 2 * share(within) < share(bright) ? INK_SHARE_BESIDE : INK_SHARE;
  return strokes.every((shape) => share(inColourOf(shape)) < PEN_SHARE) && share(ink) < most;
}

/** What of a drawing says which of its strokes are things. */
interface Drawn {
  /** It is one of surfaces. */
  surfaces: boolean;
  ink: Rgb;
  /** From this width on a stroke is broad, in drawing units. */
  broad: number;
}

/**
 * Paths of the strokes that are no pen's: each is a thing in its own colour and width. Where those are most
 * of what is drawn, no pen goes round them, and the others are things, too, be they ink: a two-tone icon's
 * second colour.
 */
export function strokeThings(
  strokes: readonly Shape[],
  { surfaces, ink, broad }: Drawn,
): ReadonlySet<string> {
  const penless = !surfaces && isPenless(strokes);
  const isBroad = (shape: Shape): boolean => !surfaces && shape.stroke.width > broad;
  const isThing = (shape: Shape): boolean =>
    penless ||
    isGradient(shape.stroke.paint) ||
    (!surfaces && isOfAnotherHue(shape, ink)) ||
    (isBroad(shape) && hasHue(shape));
  // Beside them what is broad and pale is one of them: a chart's other shares.
  const beside = strokes.some(isThing);
  const isPale = (shape: Shape): boolean =>
    beside && isBroad(shape) && brightness(colourOf(shape.stroke.paint) ?? [0, 0, 0]) > PALE;
  const things = strokes.filter((shape) => isThing(shape) || isPale(shape));
  const all = !surfaces && lengthOf(things) > MOST * lengthOf(strokes);
  // Of several strokes on one layer, which are as many paths, all are what one of them is.
  return new Set((all ? strokes : things).map(({ d }) => d));
}

const lengthOf = (strokes: readonly Shape[]): number =>
  strokes.reduce((sum, { measure }) => sum + measure.length, 0);

function isInk(shape: Shape): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && !hasHue(shape) && brightness(colour) < DARK;
}

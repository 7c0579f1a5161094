// In: strokes, which are all there is. Out: whether a pen draws them at all.
// By what is common: the share of their length that one colour has, and ink.
import { apart, brightness } from '../colour/colour.ts';
import { colourOf, type Shape } from '../svg/shape.ts';
import { holds } from './holds.ts';
import { ALIKE, DARK, hasHue, isLight } from './outline-pen.ts';

/** The share of a drawing's strokes, by length, that a pen draws where others have other colours. */
const PEN_SHARE = 0.6;
/** The same of a dark pen without a hue; and where the bright strokes lie beside what it draws, not in it. */
const INK_SHARE = 0.4;
const INK_SHARE_BESIDE = 0.6;
/** More strokes than these are a texture or a plan, whose pen is not asked for. */
const MOST_STROKES = 400;

/**
 * Whether no pen draws these strokes, which are all there is: they have several colours, and none is common
 * or ink. A chart's curves enclose nothing, each is a thing in its own colour.
 */
export function isPenless(strokes: readonly Shape[]): boolean {
  const share = (some: readonly Shape[]): number =>
    some.reduce((sum, { measure }) => sum + measure.length, 0) /
    strokes.reduce((sum, { measure }) => sum + measure.length, 0);
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

function isInk(shape: Shape): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && !hasHue(shape) && brightness(colour) < DARK;
}

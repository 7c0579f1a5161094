// In: filled shapes that have a stroke. Out: which of those strokes are not the outlines' own pen: a plate's
// red rim, a dashed border. By what is common: the colour that most of them share, what is dark without a
// doubt, and what is paler than the fills.
import { apart, brightness, colourfulness, type Rgb } from '../colour/colour.ts';
import { colourOf, type Shape } from '../svg/shape.ts';
import { isPane } from './stroke-roles.ts';

const HUE = 0.25;
/** What is less colourful is white, grey or black, or as good as. */
const GREY = 0.1;
/** So far from the ink a stroke is not drawn with it; up to so colourful, a slate's blue, ink is grey. */
const FOREIGN = 0.25;
const SLATE = 0.18;
/**
 * Darker than this any stroke may be a pen's, whatever its hue: cartoons are outlined in dark brown and navy.
 */
export const DARK = 0.33;
/** More colourful than this no ink is, however dark. */
const VIVID = 0.7;
/** So much brighter than a fill a stroke is no ink on it; among what is nearly black, less tells. */
const PALER = 0.15;
const PALER_DARK = 0.12;
/** Darker than this any stroke is black. */
const BLACK = 0.2;
/** Outlines in colours nearer than this to each other are of one pen. */
export const ALIKE = 0.12;
/** A pen with a hue draws at least so many outlines, and more than half of them. */
const FEWEST = 3;

/** Glass alone has no form that a pen could tell of, either: what goes round it is a frame, a border. */
export function foreignOutlines(outlined: readonly Shape[]): ReadonlySet<Shape> {
  const common = byColour((shape) => isCommon(shape, outlined));
  const paler = byColour((shape) => isPaler(shape, outlined));
  const round = byColour((shape) => drawnAlike(shape, outlined).every((alike) => isPane(alike)));
  return new Set(
    outlined.filter(
      (shape) =>
        isDashed(shape) ||
        (isLight(shape) && (isNeutral(shape) || !common(shape))) ||
        paler(shape) ||
        round(shape),
    ),
  );
}

/** Asked once for a stroke's colour: a map has thousands of strokes in few. */
function byColour(ask: (shape: Shape) => boolean): (shape: Shape) => boolean {
  const known = new Map<string, boolean>();
  return (shape) => {
    const colour = String(colourOf(shape.stroke.paint));
    if (!known.has(colour)) known.set(colour, ask(shape));
    return known.get(colour)!;
  };
}

/** Ink is darker than what it goes round: what is paler than most of that is a rim on all of it. */
function isPaler(shape: Shape, outlined: readonly Shape[]): boolean {
  const own = colourOf(shape.stroke.paint);
  if (!own || brightness(own) < BLACK) return false;
  const least = brightness(own) < DARK ? PALER_DARK : PALER;
  const lengthOf = (some: readonly Shape[]): number =>
    some.reduce((sum, { measure }) => sum + measure.length, 0);
  const alike = drawnAlike(shape, outlined);
  const round = alike.filter(({ fill }) => {
    const inner = colourOf(fill);
    return inner !== null && brightness(own) > brightness(inner) + least;
  });
  return 2 * lengthOf(round) > lengthOf(alike);
}

/** Its outline is all the colour that it has: without that a violet chart would be a white one. */
function isNeutral({ fill }: Shape): boolean {
  const colour = colourOf(fill);
  return colour !== null && colourfulness(colour) < GREY;
}

/** Whether a stroke has the colour of one of these, and is no broader: the same pen. */
export function isDrawnAs({ stroke }: Shape, others: ReadonlySet<Shape>): boolean {
  const own = colourOf(stroke.paint);
  return [...others].some(({ stroke: other }) => {
    const colour = colourOf(other.paint);
    return (
      own !== null && colour !== null && apart(own, colour) < ALIKE && stroke.width <= 1.01 * other.width
    );
  });
}

/** A broken line is no border between two things. */
export const isDashed = ({ stroke }: Shape): boolean => stroke.dash.length > 0;

/** Ink has none: a broad red ring is a ring. */
export function hasHue({ stroke }: Shape): boolean {
  const colour = colourOf(stroke.paint);
  return colour !== null && colourfulness(colour) > HUE;
}

/** The ink is black, grey or dark, and the stroke is not: a red curve among black lines is a red thing. */
export function isOfAnotherHue(shape: Shape, ink: Rgb): boolean {
  const colour = colourOf(shape.stroke.paint);
  const isInky = colourfulness(ink) < SLATE || brightness(ink) < DARK;
  return isInky && isLight(shape) && colour !== null && apart(colour, ink) > FOREIGN;
}

/** Too bright for ink, and of a hue; pure blue and red are dark and still no ink. */
export function isLight(shape: Shape): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && hasHue(shape) && (brightness(colour) > DARK || colourfulness(colour) > VIVID);
}

function isCommon(shape: Shape, outlined: readonly Shape[]): boolean {
  const alike = drawnAlike(shape, outlined);
  return alike.length >= FEWEST && 2 * alike.length > outlined.length;
}

function drawnAlike({ stroke }: Shape, outlined: readonly Shape[]): Shape[] {
  const colour = colourOf(stroke.paint);
  return outlined.filter((other) => {
    const own = colourOf(other.stroke.paint);
    return own !== null && colour !== null && apart(own, colour) < ALIKE;
  });
}

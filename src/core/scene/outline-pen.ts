// In: filled shapes that have a stroke. Out: which of those strokes are not the outlines' own pen: a plate's
// red rim, a dashed border. By what is common: the colour that most outlines share, and what is dark without
// a doubt.
import { apart, brightness, colourfulness } from '../colour/colour.ts';
import { colourOf, type Shape } from '../svg/shape.ts';

const HUE = 0.25;
/**
 * Darker than this any stroke may be a pen's, whatever its hue: cartoons are outlined in dark brown and navy.
 */
const DARK = 0.33;
/** Outlines in colours nearer than this to each other are of one pen. */
const ALIKE = 0.12;
/** A pen with a hue draws at least so many outlines, and more than half of them. */
const FEWEST = 3;

export function foreignOutlines(outlined: readonly Shape[]): ReadonlySet<Shape> {
  return new Set(
    outlined.filter((shape) => isDashed(shape) || (isLight(shape) && !isCommon(shape, outlined))),
  );
}

/** A broken line is no border between two things. */
export const isDashed = ({ stroke }: Shape): boolean => stroke.dash.length > 0;

/** Ink has none: a broad red ring is a ring. */
export function hasHue({ stroke }: Shape): boolean {
  const colour = colourOf(stroke.paint);
  return colour !== null && colourfulness(colour) > HUE;
}

function isLight(shape: Shape): boolean {
  const colour = colourOf(shape.stroke.paint);
  return colour !== null && hasHue(shape) && brightness(colour) > DARK;
}

function isCommon({ stroke }: Shape, outlined: readonly Shape[]): boolean {
  const colour = colourOf(stroke.paint);
  const alike = outlined.filter((other) => {
    const own = colourOf(other.stroke.paint);
    return own !== null && colour !== null && apart(own, colour) < ALIKE;
  });
  return alike.length >= FEWEST && 2 * alike.length > outlined.length;
}

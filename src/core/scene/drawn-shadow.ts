// In: a filled shape and the forms of its drawing. Out: whether it is a shadow that was drawn.
// By colour, place and name; what comes again in the same size and colour is no shadow.
import { apart, brightness, colourfulness, type Rgb } from '../colour/colour.ts';
import { BLEND, alphaOf, colourOf, type Shape } from '../svg/shape.ts';
import { holds } from './holds.ts';

// Areas, and lengths of outlines, this near to each other are of the same thing.
const SAME = 0.03;
// Of shadows in pixels, the opacity that they stay below.
const PALE = 0.9;
// Drawn shadows are no more colourful.
const SHADOW_HUE = 0.35;
// On the ground it is so many times as broad as high …
const BROAD = 2.5;
// … and its middle lies in this share of the forms' height, at their foot.
const LOW = 0.15;

/**
 * A shadow that the designer drew on the ground: ours takes its place. `oneInk`: all is drawn in one colour,
 * where what is fainter is a duotone sign's other half.
 */
export function isCastShadow(shape: Shape, forms: readonly Shape[], oneInk: boolean): boolean {
  const colour = colourOf(shape.fill);
  const pixels = isPixels(shape);
  if ((!colour && !pixels) || alphaOf(shape.stroke.paint) > 0) return false;
  const others = forms.filter((form) => form !== shape);
  if (others.length === 0 || others.some((form) => holds(form, shape, 0.9))) return false;
  if (!colour) return pixels;
  // A loader's spokes: the same thing again, in a fainter shade of the same ink.
  if (others.some((form) => isAgain(form, shape, colour))) return false;
  // A pale disc in a brand's colour is no shadow.
  const grey = brightness(colour) < 0.45 && colourfulness(colour) < SHADOW_HUE;
  const pale = alphaOf(shape.fill) * shape.opacity < 0.45 && (!oneInk || liesFlat(shape, others));
  const faint = grey && (shape.blur > 0 || pale);
  return faint || /\bshadow\b/i.test(shape.names.at(-1)?.replace(/_/g, ' ') ?? '');
}

/** An image that darkens faintly what lies below: so other programs write their shadows. */
function isPixels({ fill, opacity, within }: Shape): boolean {
  const image = fill.kind === 'image' || (fill.kind === 'drawn' && fill.image);
  return image && opacity < PALE && within.some((attribute) => attribute.startsWith(`${BLEND}multiply`));
}

/** Broad and low, at the foot of all forms. */
function liesFlat({ measure: { box } }: Shape, forms: readonly Shape[]): boolean {
  const foot = Math.max(...forms.map(({ measure }) => measure.box.y + measure.box.height));
  const top = Math.min(...forms.map(({ measure }) => measure.box.y));
  return box.width > BROAD * box.height && box.y + box.height / 2 > foot - LOW * (foot - top);
}

/** Whether a form has this colour and is as large as the shape, all round, too. */
function isAgain(form: Shape, { measure }: Shape, colour: Rgb): boolean {
  const own = colourOf(form.fill);
  const isAlike = (a: number, b: number): boolean => Math.abs(a - b) < SAME * b;
  return (
    own !== null &&
    apart(own, colour) < 0.02 &&
    isAlike(form.measure.area, measure.area) &&
    isAlike(form.measure.length, measure.length)
  );
}

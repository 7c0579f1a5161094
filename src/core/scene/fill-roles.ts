// In: filled shapes. Out: what role a fill plays: form, print or image; what is glass by name, a glow,
// ink.
import { apart, brightness, colourfulness } from '../colour/colour.ts';
import { contains } from '../image/grid.ts';
import { CLEAR, FAINT, alphaOf, colourOf, fadesAway, type Shape } from '../svg/shape.ts';
import { isInk } from './brushes.ts';
import { holds } from './holds.ts';
import type { PieceRole } from './piece.ts';

// Filled surfaces that cover this share of the drawing's square make it a drawing of surfaces, not of lines.
export const SURFACES = 0.12;
// So large a share in a colour as bright as a badge's makes it a painted one already.
const BADGE = 0.04;
const BADGE_HUE = 0.4;
// An image that may be a photo of a sketch takes this share of the longer side of all that is drawn.
const PHOTO = 0.6;
// Of an image, a shape on it that has more is a thing: a sign on a painted ground.
const SPECK = 0.005;
// Black as symbols have it: up to this brightness and colourfulness.
const BLACK = 0.16;
const NEUTRAL = 0.12;
// So many opacities, told apart by tenths, symbols in one ink have at most.
const DUOTONE = 2;

export function fillRole(shape: Shape, forms: readonly Shape[], extent: number, stroked: boolean): PieceRole {
  const image = shape.fill.kind === 'image' || (shape.fill.kind === 'drawn' && shape.fill.image);
  const on = forms.some(
    (form) => form !== shape && form.measure.area > 4 * shape.measure.area && holds(form, shape, 0.97),
  );
  if (image) return imageRole(shape, forms, extent);
  if (!on || stroked) return 'form';
  // Painted light and shade, and lettering: a path of several letters, or a layer that says so.
  const painted = alphaOf(shape.fill) * shape.opacity < 0.6 && !saysGlass(shape);
  const letters = (shape.d.match(/M/g) ?? []).length >= 5 && shape.measure.area < 0.03 * extent * extent;
  const said = /\b(logo|print|text|label|graphic|decal|sticker|lettering|wordmark)\b/i.test(
    shape.names.join(' / '),
  );
  return painted || letters || (said && shape.measure.area < 0.1 * extent * extent) ? 'print' : 'form';
}

/**
 * A photo of a sketch is nearly the whole drawing, and a rectangle, with nothing but specks drawn on it; any
 * other image is what a surface wears.
 */
function imageRole(shape: Shape, forms: readonly Shape[], extent: number): PieceRole {
  const { box, area } = shape.measure;
  const rectangle = area > 0.99 * box.width * box.height && !shape.within.some((a) => a.startsWith('mask'));
  const below = forms.some((form) => form !== shape && form.measure.area > area && holds(form, shape, 0.97));
  if (below) return 'print';
  const others = forms.some((form) => form !== shape && form.measure.area > SPECK * area);
  return rectangle && !others && Math.max(box.width, box.height) > PHOTO * extent ? 'image' : 'form';
}

/** A layer that is called so, or has the effect, is glass even on a body: a windscreen, a lens, a pane. */
export function saysGlass({ names, surface }: Shape): boolean {
  if (surface?.glass) return true;
  return /glass|lens|\bpane\b|window|windscreen|windshield|visor|crystal|\bglas\b|verre|vidrio|cristal|ガラス/i.test(
    names.slice(-2).join(' / '),
  );
}

/**
 * A gradient that ends in nothing, or a breath of colour: light, a ray, a disc behind all else. It has no
 * form.
 */
export function isGlow(shape: Shape): boolean {
  const hides = alphaOf(shape.fill) * shape.opacity;
  return (hides < FAINT || (fadesAway(shape.fill) && hides < CLEAR)) && !saysGlass(shape);
}

/**
 * Whether surfaces in a colour take their share of the drawing: there broad black is a thing, not a pen's. A
 * hue says so of less: of a badge.
 */
export function isPainted(forms: readonly Shape[], extent: number): boolean {
  const coloured = forms.filter(({ fill }) => !isInk(fill));
  const shareOf = (some: readonly Shape[]): number =>
    some.reduce((sum, { measure }) => sum + measure.area, 0) / (extent * extent);
  return shareOf(coloured) > SURFACES || shareOf(coloured.filter(isBright)) > BADGE;
}

const isBright = ({ fill }: Shape): boolean => {
  const colour = colourOf(fill);
  return colour !== null && colourfulness(colour) > BADGE_HUE;
};

/**
 * The brushes of each ink that lies on surfaces in a colour wherever it is: lettering on a tile, a face.
 * Those outline nothing.
 */
export function printedInk(brushes: ReadonlySet<Shape>, forms: readonly Shape[]): ReadonlySet<Shape> {
  const bodies = forms.filter((form) => !brushes.has(form) && !isInk(form.fill));
  const isOnBody = (brush: Shape): boolean =>
    bodies.some(
      ({ measure }) => contains(measure.box, brush.measure.box) && measure.area > 2 * boxArea(brush),
    );
  const keyOf = ({ fill }: Shape): string => String(colourOf(fill));
  const drawing = new Set([...brushes].filter((brush) => !isOnBody(brush)).map(keyOf));
  return new Set([...brushes].filter((brush) => !drawing.has(keyOf(brush))));
}

const boxArea = ({ measure: { box } }: Shape): number => box.width * box.height;

/**
 * Whether all that is painted is one ink, on surfaces too: a symbol, which leaves the colour to whoever uses
 * it. In several shades of it (two are a duotone sign's) it is a painted thing.
 */
export function inkAlone(shapes: readonly Shape[], words: ReadonlySet<Shape>): 'plain' | 'shaded' | null {
  const paints = shapes
    .flatMap(({ fill, stroke }) => [fill, stroke.paint])
    .filter((paint) => alphaOf(paint) > 0);
  const [first] = paints.map(colourOf);
  // A gradient is painted, be it from black.
  if (paints.some(({ kind }) => kind !== 'flat')) return null;
  if (!first || brightness(first) > BLACK || colourfulness(first) > NEUTRAL) return null;
  const same = paints.map(colourOf).every((colour) => colour !== null && apart(colour, first) < 0.02);
  if (!same || shapes.some((shape) => words.has(shape))) return null;
  return shadesOf(shapes).size > DUOTONE ? 'shaded' : 'plain';
}

/** The opacities, in tenths, in which something is painted. */
function shadesOf(shapes: readonly Shape[]): ReadonlySet<number> {
  const alphas = shapes.flatMap(({ fill, stroke, opacity }) =>
    [fill, stroke.paint].map((paint) => Math.round(10 * alphaOf(paint) * opacity)),
  );
  return new Set(alphas.filter((alpha) => alpha > 0));
}

// In: a Drawing. Out: which of its shapes are the frame's own ground: its fill, wall and floor, its border.
// What Figma knows of the frame decides; else, and among its layers, rules of geometry and names: what lies
// behind or round all else, at the frame's edges, and is not called something.
import { brightness, colourfulness } from '../colour/colour.ts';
import { contains } from '../image/grid.ts';
import { alphaOf, colourOf, type Drawing, type Shape } from '../svg/shape.ts';
import { longerSide } from './extent.ts';
import { isFade, isPattern, isStrip, isVeil } from './laid-ground.ts';
import { isOwnTile, ownGround, WHITE } from './own-ground.ts';
import { isBezel, isBorder, isInnerSheet, isPlate } from './sheets.ts';
import { wordShapes } from './words.ts';

/** A more colourful ground has a hue; a darker one is dark. */
const HUE = 0.25;
const DARK = 0.35;
/** From this brightness on words are not read on white. */
const PALE = 0.7;
/** Below this opacity white and black are light and shade, not things. */
const FAINT = 0.3;
/** Of its box, a plate without round corners covers more. */
const SHARP = 0.9995;
/** Of a ground, less is next to nothing. */
const SPARSE = 0.05;
/** One thing of so much is a body. */
const BODY = 0.02;
/** Of its longer side, a line as broad is a pen's: what it goes round is a thing. */
const PEN = 0.004;
/** Of what lies on a card, so much is white. */
const CARD = 1 / 3;

export function withoutGround(drawing: Drawing): readonly Shape[] {
  const ground = groundOf(drawing);
  return ground.size > 0 ? drawing.shapes.filter((shape) => !ground.has(shape)) : drawing.shapes;
}

/** In paint order. */
export function groundOf(drawing: Drawing): ReadonlySet<Shape> {
  const { shapes, frame } = drawing;
  if (!frame) return guessed(shapes, drawing, []);
  if (frame.kind === 'shape') return new Set();
  const own = ownGround(shapes, frame);
  const layers = shapes.filter((shape) => !own.has(shape) && !isOwnTile(shape, frame));
  const laid = guessed(layers, { ...drawing, box: frame.box }, [...own]);
  return new Set(shapes.filter((shape) => own.has(shape) || laid.has(shape)));
}

/** `drawing.box`: of the frame. `own`: what they lie on, the frame's own fill. */
function guessed(shapes: readonly Shape[], drawing: Drawing, own: readonly Shape[]): ReadonlySet<Shape> {
  const onGround = own.length > 0;
  // The last shape is never ground: of a frame that holds nothing else it is what was drawn.
  const rest = shapes.slice(0, -1);
  let count = rest.findIndex((shape) => !isPlate(shape, drawing, onGround));
  if (count < 0) count = rest.length;
  let frame = drawing.box;
  if (count === 0 && shapes.length > 1 && !onGround && isFade(shapes[0]!, frame, drawing)) count = 1;
  if (count === 0 && shapes.length > 1 && isInnerSheet(shapes[0]!, drawing)) {
    count = 1;
    frame = shapes[0]!.measure.box;
  }
  // What stands in a broad frame of its own outline is a board, a screen.
  if (!drawing.frame && shapes.slice(count).some((shape) => isBezel(shape, drawing))) return new Set();
  const laid = onGround || count > 0;
  const isLaid = (shape: Shape): boolean =>
    (isStrip(shape, frame, drawing) && !isBand(shape, shapes)) ||
    isVeil(shape, frame, drawing) ||
    isPattern(shape, frame, drawing, [...own, ...shapes.slice(0, count)]);
  if (laid) while (count < rest.length && isLaid(shapes[count]!)) count++;
  // Grounds alone, the last of them seen through: they are what was drawn.
  if (count === rest.length && count > 0 && isVeil(shapes[count]!, frame, drawing)) return new Set();
  // White on a colour is a tile with a sign on it: without the tile nothing of it would be seen.
  const onTop = shapes.slice(count);
  if (!drawing.frame) count -= lastTile(shapes.slice(0, count), onTop);
  const ground = new Set(shapes.slice(0, count));
  const inside = shapes.slice(count).filter((shape) => !isBorder(shape, frame, drawing, laid));
  if (inside.length > 0)
    for (const shape of shapes.slice(count)) if (!inside.includes(shape)) ground.add(shape);
  return ground;
}

/** A strip in a colour with words in white is a card's band; without it they would not be seen. */
function isBand({ fill, measure }: Shape, shapes: readonly Shape[]): boolean {
  const colour = colourOf(fill);
  if (!colour || colourfulness(colour) < HUE) return false;
  const white = shapes.filter((shape) => isWhitePaint(shape) && contains(measure.box, shape.measure.box));
  return wordShapes(white).size > 0;
}

/** Whether all that it paints is white; a glow and a thin veil are nothing by themselves. */
function isWhitePaint({ fill, stroke, blur, opacity }: Shape): boolean {
  if (blur > 0) return true;
  return [fill, stroke.paint].every((paint) => {
    const colour = colourOf(paint);
    return alphaOf(paint) * opacity < FAINT || (colour !== null && brightness(colour) > WHITE);
  });
}

/**
 * How many of these grounds, from the last on, wait for a coloured one: up to and with that; 0 where none is.
 * A dark one is a tile where words stand on it, pale ones at least, where it is a card, and where hardly
 * anything lies on it.
 */
function lastTile(grounds: readonly Shape[], onTop: readonly Shape[]): number {
  const isBare = isSparse(grounds, onTop);
  const card = isBare || isCard(grounds, onTop);
  const all = card || onTop.every(isWhitePaint);
  const isSign = card || (all ? wordShapes(onTop).size > 0 : holdsPaleWords(grounds, onTop));
  if (!all && !isSign) return 0;
  const tiles = grounds.map(({ fill }) => {
    const colour = colourOf(fill);
    if (!colour) return false;
    return (all && colourfulness(colour) > HUE) || (isSign && brightness(colour) < DARK);
  });
  const at = isBare ? tiles.indexOf(true) : tiles.lastIndexOf(true);
  return at < 0 ? 0 : grounds.length - at;
}

/** Whether pale words stand on a dark ground itself, and on nothing dark of their own. */
function holdsPaleWords(grounds: readonly Shape[], onTop: readonly Shape[]): boolean {
  const brightnessOf = ({ fill }: Shape): number => brightness(colourOf(fill) ?? [0, 0, 0]);
  if (!grounds.some((ground) => brightnessOf(ground) < DARK)) return false;
  const words = wordShapes(onTop.filter((shape) => brightnessOf(shape) > PALE));
  const bodies = onTop.filter((shape) => brightnessOf(shape) <= PALE && alphaOf(shape.fill) > FAINT);
  return [...words].some((word) => !bodies.some(({ measure }) => contains(measure.box, word.measure.box)));
}

/** Whether next to nothing lies on the lowest: a night sky, a dashboard's hairlines; no drawing in lines. */
function isSparse([lowest]: readonly Shape[], onTop: readonly Shape[]): boolean {
  if (!lowest) return false;
  const least = PEN * longerSide(lowest.measure.box);
  const ground = lowest.measure.area;
  const painted = onTop.map(({ fill, stroke, measure: { area, length } }) => {
    const isLine = alphaOf(stroke.paint) > 0;
    const line = isLine ? length * stroke.width : 0;
    return line + (alphaOf(fill) > 0 || (isLine && stroke.width >= least) ? area : 0);
  });
  return (
    painted.every((one) => one < BODY * ground) &&
    painted.reduce((sum, one) => sum + one, 0) < SPARSE * ground
  );
}

/** Whether the lowest has round corners, be they small, and much of what lies on it is white. */
function isCard([lowest]: readonly Shape[], onTop: readonly Shape[]): boolean {
  if (!lowest) return false;
  const { area, box } = lowest.measure;
  if (area > SHARP * box.width * box.height) return false;
  const areaOf = (some: readonly Shape[]): number => some.reduce((sum, { measure }) => sum + measure.area, 0);
  return areaOf(onTop.filter(isWhitePaint)) > CARD * areaOf(onTop);
}

// In: a Drawing. Out: which of its shapes are the frame's own ground: its fill, wall and floor, its border.
// What Figma knows of the frame decides; else, and among its layers, rules of geometry and names: what lies
// behind or round all else, at the frame's edges, and is not called something.
import { apart, brightness, colourfulness } from '../colour/colour.ts';
import { overlap } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { alphaOf, BLEND, colourOf, isBlended, type Drawing, type Shape } from '../svg/shape.ts';
import { wordsOf } from './words.ts';
import { calledIn, isOwnTile, ownGround, roundClip, squareness, WHITE } from './own-ground.ts';

/** Of the frame's longer side: how far from its edge a side may lie that is meant to lie on it. */
const SLACK = 0.005;
const BORDER_SLACK = 0.015;
/**
 * Of its box, a white sheet covers so much, and a coloured plate: with rounder
 * corners it is a tile, a thing of its own.
 */
const SHEET = 0.97;
const PLATE = 0.994;
/**
 * Of what a frame covers that is known, a layer that is its ground covers so
 * much: rounder corners are a body's own.
 */
const SQUARE = 0.9995;
/** A more colourful ground has a hue; a darker one is dark. */
const HUE = 0.25;
const DARK = 0.35;
/** A colour nearer than this to the ground's is the ground's own, a little lighter or darker. */
const ALIKE = 0.18;
/** Below this opacity white and black are light and shade, not things. */
const FAINT = 0.3;
const GROUND_WORDS = /back\s*ground|^bg\b|paper|canvas|backdrop|^frame/i;
/** Of the frame's longer side, a border is no wider. */
const BORDER_WIDTH = 0.03;
/** Of the viewBox's sides, a ground inside it (round which a drop shadow needs room) has at least so much. */
const INNER = 0.6;

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
  if (count === 0 && shapes.length > 1 && isInnerSheet(shapes[0]!, drawing)) {
    count = 1;
    frame = shapes[0]!.measure.box;
  }
  const laid = onGround || count > 0;
  const isLaid = (shape: Shape): boolean =>
    isStrip(shape, frame, drawing) ||
    isVeil(shape, frame, drawing) ||
    isPattern(shape, frame, drawing, [...own, ...shapes.slice(0, count)]);
  if (laid) while (count < rest.length && isLaid(shapes[count]!)) count++;
  // Grounds alone, the last of them seen through: they are what was drawn.
  if (count === rest.length && count > 0 && isVeil(shapes[count]!, frame, drawing)) return new Set();
  // White on a colour is a tile with a sign on it: without the tile nothing of it would be seen.
  const onTop = shapes.slice(count);
  if (!drawing.frame && onTop.every(isWhitePaint)) count -= lastTile(shapes.slice(0, count), onTop);
  const ground = new Set(shapes.slice(0, count));
  const inside = shapes.slice(count).filter((shape) => !isBorder(shape, frame, drawing, laid));
  if (inside.length > 0)
    for (const shape of shapes.slice(count)) if (!inside.includes(shape)) ground.add(shape);
  return ground;
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
 * How many of these grounds, from the last on, wait for a coloured one: up to and with that; 0 where none is. A dark
 * one is a tile where words stand on it.
 */
function lastTile(grounds: readonly Shape[], onTop: readonly Shape[]): number {
  const isSign = wordsOf(onTop).size > 0;
  const tiles = grounds.map(({ fill }) => {
    const colour = colourOf(fill);
    return colour !== null && (colourfulness(colour) > HUE || (isSign && brightness(colour) < DARK));
  });
  const at = tiles.lastIndexOf(true);
  return at < 0 ? 0 : grounds.length - at;
}

/** Opaque, over the whole frame; with a name and a colour it may be the front of a carton or a book. */
function isPlate(shape: Shape, drawing: Drawing, onGround: boolean): boolean {
  const own = shape.measure.box;
  if (!reaches(own, drawing.box) || !isWhole(shape, drawing) || shape.surface?.glass) return false;
  if (shape.fill.kind === 'image' || alphaOf(shape.fill) * shape.opacity < 0.99) return false;
  const colour = colourOf(shape.fill);
  if (!colour) return false;
  const white = brightness(colour) > WHITE;
  // Who selects shapes and frames them gets a frame without a fill that fits: there a
  // plain name is no sign of a ground.
  const name = calledIn(drawing.frame, shape, !onGround);
  const isCalledSo = name !== null && GROUND_WORDS.test(name);
  const usual = white ? SHEET : PLATE;
  const least = drawing.frame && !isCalledSo ? SQUARE * squareness(drawing.frame) : usual;
  if (shape.measure.area < least * own.width * own.height) return false;
  return name === null || white || isCalledSo;
}

/** Whether all four sides of a box lie on the frame's or beyond. */
export function reaches(own: Box, frame: Box): boolean {
  const slack = SLACK * Math.max(frame.width, frame.height);
  return (
    own.x <= frame.x + slack &&
    own.y <= frame.y + slack &&
    own.x + own.width >= frame.x + frame.width - slack &&
    own.y + own.height >= frame.y + frame.height - slack
  );
}

/**
 * What a clip or mask cuts inside the frame is a body, however large the shape; a
 * frame's own clip cuts nothing off.
 */
function isWhole(shape: Shape, { clipBoxes, box, frame }: Drawing): boolean {
  const seen = overlap(shape.measure.box, box) ?? box;
  const own = roundClip(frame, shape);
  return shape.within.every((attribute, i) => {
    const clip = clipBoxes.get(attribute);
    return i === own || attribute.startsWith(BLEND) || (clip !== undefined && reaches(clip, seen));
  });
}

/**
 * A white sheet that holds all else, with room round it in the viewBox for its shadow, or for its border. Figma
 * tells where a frame lies.
 */
function isInnerSheet(shape: Shape, drawing: Drawing): boolean {
  if (drawing.frame) return false;
  const { box } = drawing;
  const own = shape.measure.box;
  const colour = colourOf(shape.fill);
  if (!colour || brightness(colour) <= WHITE || alphaOf(shape.fill) * shape.opacity < 0.99) return false;
  if (shape.named || !isWhole(shape, drawing) || shape.measure.area < SHEET * own.width * own.height)
    return false;
  if (own.width < INNER * box.width || own.height < INNER * box.height) return false;
  const isTight = reaches(own, inset(box, BORDER_WIDTH * Math.max(box.width, box.height)));
  if (!shape.shadow && !isTight) return false;
  return drawing.shapes.every((other) => {
    const seen = overlap(other.measure.box, box);
    return !seen || reaches(own, seen) || isBorder(other, own, drawing, true);
  });
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** Over the whole ground, without a name, and seen through: a second fill, a glow, a texture. */
function isVeil(shape: Shape, frame: Box, drawing: Drawing): boolean {
  const { fill, opacity, measure } = shape;
  if (calledIn(drawing.frame, shape, false) !== null || alphaOf(shape.stroke.paint) > 0) return false;
  if (!reaches(measure.box, frame) || !isWhole(shape, drawing)) return false;
  return isBlended(shape) || alphaOf(fill) * opacity < 0.99;
}

/** Rays, waves, large letters: without a name, from side to side, in the colour of what they lie on or seen through. */
function isPattern(shape: Shape, frame: Box, drawing: Drawing, below: readonly Shape[]): boolean {
  const isNamed = calledIn(drawing.frame, shape, false) !== null;
  if (isNamed || alphaOf(shape.stroke.paint) > 0 || !isWhole(shape, drawing)) return false;
  const { left, right, top, bottom } = sidesOf(shape.measure.box, frame);
  if (!(left && right) && !(top && bottom)) return false;
  const [own, ground] = [colourOf(shape.fill), colourOf(below.at(-1)?.fill ?? shape.fill)];
  if (!own || !ground) return false;
  return alphaOf(shape.fill) * shape.opacity < FAINT || apart(own, ground) < ALIKE;
}

/** Wall or floor: without a name, straight, from one side of the frame to the other, along its edge. */
function isStrip(shape: Shape, frame: Box, drawing: Drawing): boolean {
  const own = shape.measure.box;
  const isNamed = calledIn(drawing.frame, shape, false) !== null;
  if (isNamed || alphaOf(shape.stroke.paint) > 0 || !isWhole(shape, drawing)) return false;
  if (shape.measure.area < PLATE * own.width * own.height) return false;
  const { left, right, top, bottom } = sidesOf(own, frame);
  return (left && right && (top || bottom)) || (top && bottom && (left || right));
}

/** Which of the frame's sides a box lies on, or beyond. */
function sidesOf(own: Box, frame: Box): Record<'left' | 'right' | 'top' | 'bottom', boolean> {
  const slack = SLACK * Math.max(frame.width, frame.height);
  return {
    left: own.x <= frame.x + slack,
    right: own.x + own.width >= frame.x + frame.width - slack,
    top: own.y <= frame.y + slack,
    bottom: own.y + own.height >= frame.y + frame.height - slack,
  };
}

/** A thin stroke round the whole frame and nothing in it, wherever in the paint order. */
function isBorder(shape: Shape, frame: Box, drawing: Drawing, onGround: boolean): boolean {
  const own = shape.measure.box;
  const side = Math.max(frame.width, frame.height);
  const { width, paint } = shape.stroke;
  if (alphaOf(shape.fill) > 0 || alphaOf(paint) === 0 || width > BORDER_WIDTH * side) return false;
  const isNamed = calledIn(drawing.frame, shape, true) !== null;
  if (shape.measure.area < SHEET * own.width * own.height || (isNamed && !onGround)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= BORDER_SLACK * side + width / 2;
  return (
    near(own.x, frame.x) &&
    near(own.y, frame.y) &&
    near(own.x + own.width, frame.x + frame.width) &&
    near(own.y + own.height, frame.y + frame.height)
  );
}

// In: a shape, the frame. Out: whether it is a ground by itself: a plate over the whole frame, a white sheet
// inside it, or a border round it.
import { brightness } from '../colour/colour.ts';
import { grown, overlap } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { alphaOf, colourOf, type Drawing, type Shape } from '../svg/shape.ts';
import { polylines } from '../svg/path.ts';
import { along, measure } from '../svg/polyline.ts';
import { fillsAt } from '../svg/winding.ts';
import { isWhole, reaches, sidesOf } from './frame-edges.ts';
import { calledIn, squareness, WHITE } from './own-ground.ts';

/** Of the frame's longer side: how far from its edge a border's side may lie. */
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
const GROUND_WORDS = /back\s*ground|^bg\b|paper|canvas|backdrop|^frame/i;
/** Of the frame's longer side, a border is no wider; one without a name round a ground is that ground's. */
const BORDER_WIDTH = 0.03;
const GROUND_BORDER_WIDTH = 0.045;
/** Of its box, a bezel goes round so much: no ring does. */
const CORNERED = 0.9;
/** Of the viewBox's sides, a ground inside it (round which a drop shadow needs room) has at least so much. */
const INNER = 0.6;

/** Opaque, over the whole frame; with a name and a colour it may be the front of a carton or a book. */
export function isPlate(shape: Shape, drawing: Drawing, onGround: boolean): boolean {
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
  if (shape.measure.area < least * own.width * own.height || !fillsMiddle(shape, drawing.box)) return false;
  return name === null || white || isCalledSo;
}

/**
 * A sheet that holds all else, white or written as a frame's fill, with room round it in the viewBox for its
 * shadow, or for its border; or such a fill over which things hang. Figma tells where a frame lies.
 */
export function isInnerSheet(shape: Shape, drawing: Drawing): boolean {
  if (drawing.frame) return false;
  const { box } = drawing;
  const own = shape.measure.box;
  const colour = colourOf(shape.fill);
  const white = colour !== null && brightness(colour) > WHITE;
  if (!(white || (colour && shape.framed)) || alphaOf(shape.fill) * shape.opacity < 0.99) return false;
  const least = (white ? SHEET : PLATE) * own.width * own.height;
  if (shape.named || !isWhole(shape, drawing) || shape.measure.area < least) return false;
  if (own.width < INNER * box.width || own.height < INNER * box.height) return false;
  if (shape.framed && isOverhung(own, drawing)) return true;
  const isTight = reaches(own, inset(box, BORDER_WIDTH * Math.max(box.width, box.height)));
  if (!shape.shadow && !isTight) return false;
  return drawing.shapes.every((other) => {
    const seen = overlap(other.measure.box, box);
    return !seen || reaches(own, seen) || isBorder(other, own, drawing, true);
  });
}

/** Whether the viewBox is as large as the frame and what hangs over its edges, as Figma makes it. */
function isOverhung(own: Box, { box, shapes }: Drawing): boolean {
  const ends = shapes.map(({ measure, stroke }) =>
    grown(measure.box, alphaOf(stroke.paint) > 0 ? stroke.width / 2 : 0),
  );
  const whole = [...ends, own].map((end) => sidesOf(end, box));
  return (['left', 'right', 'top', 'bottom'] as const).every((side) => whole.some((end) => end[side]));
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/**
 * A line or an outlined stroke along the frame's edge, from one side to the other: a border of which Figma
 * writes the pieces under a mask, one on some sides alone.
 */
function isEdging({ d, measure }: Shape, frame: Box): boolean {
  const { left, right, top, bottom } = sidesOf(measure.box, frame);
  if (!(left && right) && !(top && bottom)) return false;
  const width = BORDER_WIDTH * Math.max(frame.width, frame.height);
  if (measure.area > 2 * width * (frame.width + frame.height)) return false;
  // Pieces reach as far inwards again as the mask lets be seen.
  for (const [x, y] of along(polylines(d), width)) {
    const deep = Math.min(x - frame.x, frame.x + frame.width - x, y - frame.y, frame.y + frame.height - y);
    if (deep > 2 * width) return false;
  }
  return true;
}

/** A thin stroke round the whole frame and nothing in it, wherever in the paint order. */
export function isBorder(shape: Shape, frame: Box, drawing: Drawing, onGround: boolean): boolean {
  const own = shape.measure.box;
  const side = Math.max(frame.width, frame.height);
  const { width, paint } = shape.stroke;
  const isNamed = calledIn(drawing.frame, shape, true) !== null;
  const isEdge = onGround && !isNamed && isEdging(shape, frame);
  if (alphaOf(shape.fill) > 0) return isEdge && alphaOf(paint) === 0;
  const widest = onGround && !isNamed ? GROUND_BORDER_WIDTH : BORDER_WIDTH;
  if (alphaOf(paint) === 0 || width > widest * side) return false;
  if (isEdge) return true;
  if (shape.measure.area < SHEET * own.width * own.height || (isNamed && !onGround)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= BORDER_SLACK * side + width / 2;
  return (
    near(own.x, frame.x) &&
    near(own.y, frame.y) &&
    near(own.x + own.width, frame.x + frame.width) &&
    near(own.y + own.height, frame.y + frame.height)
  );
}

const fillsMiddle = ({ d, rule }: Shape, { x, y, width, height }: Box): boolean =>
  fillsAt(polylines(d), rule, x + width / 2, y + height / 2);

/** Opaque, along all of the frame's edges up to its corners, broader than a border, open in the middle. */
export function isBezel(shape: Shape, drawing: Drawing): boolean {
  const { box } = drawing;
  const { fill, stroke, opacity, d } = shape;
  const isStroke = alphaOf(fill) === 0;
  const hides = (isStroke ? alphaOf(stroke.paint) : alphaOf(fill)) * opacity;
  if (hides < 0.99 || !isWhole(shape, drawing)) return false;
  const least = GROUND_BORDER_WIDTH * Math.max(box.width, box.height);
  const lines = polylines(d);
  const outer = lines
    .map((line) => measure([line]))
    .reduce((most, one) => (one && one.area > (most?.area ?? 0) ? one : most), null);
  if (!outer || !reaches(grown(outer.box, isStroke ? stroke.width / 2 : 0), box)) return false;
  if (outer.area < CORNERED * outer.box.width * outer.box.height) return false;
  if (isStroke) return stroke.width > least;
  const band = 2 * least * (box.width + box.height - 2 * least);
  return shape.measure.area > band && !fillsMiddle(shape, box);
}

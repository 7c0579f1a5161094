// In: what Figma knows of a frame, and shapes of its SVG. Out: which of them are the frame's own fills and
// strokes; and what a layer is called, whether the frame alone cuts it. Figma writes layers with their names,
// and a frame's own paints without one.
import { brightness } from '../colour/colour.ts';
import type { Box, FrameFacts } from '../sketch.ts';
import { alphaOf, colourOf, type Shape } from '../svg/shape.ts';

/** Of the frame's box, what else is drawn covers so much at least, or an image fill is all that was drawn. */
const MORE = 0.02;
/** Of the frame's shorter side: corners from which on it is a tile. */
const TILE = 0.1;
/** Brightness from which on a fill is paper. */
export const WHITE = 0.93;
/** Of the frame's longer side. */
const SLACK = 0.005;
/** Figma's own names for what nobody named, in the languages that it speaks. */
const UNNAMED =
  /^(?:rect(?:angle|ángulo)|rechteck|retângulo|rettangolo|長方形|矩形|직사각형|frame|vector)[ _\d]*$/i;

/** Its fills come first in paint order, its strokes right after them or, where it clips, last. */
export function ownGround(shapes: readonly Shape[], frame: FrameFacts): ReadonlySet<Shape> {
  if (frame.kind !== 'frame') return new Set();
  const isFill = (shape: Shape): boolean =>
    frame.filled && alphaOf(shape.fill) > 0 && !isOwnTile(shape, frame);
  const isOwn = (shape: Shape): boolean =>
    belongs(shape) &&
    fits(shape, frame) &&
    (isFill(shape) || (frame.stroke > 0 && alphaOf(shape.fill) === 0));
  let [from, to] = [0, shapes.length];
  while (from < to && isOwn(shapes[from]!)) from++;
  if (frame.stroke > 0) while (to > from && isOwn(shapes[to - 1]!)) to--;
  const inner = shapes.slice(from, to);
  const { width, height } = frame.box;
  const isAll = !inner.some(({ measure }) => measure.area > MORE * width * height);
  return new Set(
    [...shapes.slice(0, from), ...shapes.slice(to)].filter((shape) => !(isAll && showsPixels(shape))),
  );
}

/** A coloured fill of the frame's own with corners as round as an app icon's: a tile, a thing of its own. */
export function isOwnTile(shape: Shape, frame: FrameFacts): boolean {
  const { kind, filled, radius, box } = frame;
  if (kind !== 'frame' || !filled || radius < TILE * Math.min(box.width, box.height)) return false;
  const colour = colourOf(shape.fill);
  const white = colour === null || brightness(colour) > WHITE;
  return belongs(shape) && fits(shape, frame) && !white && alphaOf(shape.fill) * shape.opacity > 0.99;
}

/** To the frame itself, not to a layer in it. */
const belongs = ({ named, names }: Pick<Shape, 'named' | 'names'>): boolean => !named && names.length <= 1;

function showsPixels({ fill }: Shape): boolean {
  return fill.kind === 'image' || (fill.kind === 'drawn' && fill.image);
}

/** Whether its outline is the frame's, give or take a stroke. */
function fits({ measure }: Shape, { box, stroke }: FrameFacts): boolean {
  const slack = stroke + SLACK * Math.max(box.width, box.height);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= slack;
  const own: Box = measure.box;
  return (
    near(own.x, box.x) &&
    near(own.y, box.y) &&
    near(own.x + own.width, box.x + box.width) &&
    near(own.y + own.height, box.y + box.height)
  );
}

/**
 * What the layer of a shape is called; null where nobody called it anything.
 * `anything`: default names count as well.
 */
export function calledIn(
  frame: FrameFacts | null,
  { named, names }: Shape,
  anything: boolean,
): string | null {
  const name = names.at(-1) ?? '';
  if (!frame) return named ? name : null;
  const isFrames = frame.kind === 'frame' && belongs({ named, names });
  return isFrames || (!anything && UNNAMED.test(name)) ? null : name;
}

/**
 * What four round corners of radius 1 take away: 4 - π, and a little that their polylines lack of a circle.
 */
const CORNERS = 0.9;

/** Of the frame's box, what the frame with its round corners covers. */
export function squareness({ box, radius }: FrameFacts): number {
  const round = Math.min(radius, box.width / 2, box.height / 2);
  return 1 - (CORNERS * round * round) / (box.width * box.height);
}

/** The place in `within` of the frame's own clip where that has round corners; -1 where there is none. */
export function roundClip(frame: FrameFacts | null, { within }: Shape): number {
  if (!frame?.clips || frame.radius === 0) return -1;
  return within.findIndex((attribute) => attribute.startsWith('clip-path'));
}

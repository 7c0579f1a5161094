// A picture's rectangle as it lies over its drawing, and all that is in the way →
// how far it moves to stand beside it.
// To the right at the drawing's own height; below at its own left where the right is full for long.
import type { Box } from '../../core/sketch.ts';

export interface Move {
  dx: number;
  dy: number;
}

type Span = readonly [from: number, to: number];

/** A tenth of the longer side, but never crammed and never far. Canvas units. */
export function gapOf({ width, height }: Box): number {
  return Math.min(100, Math.max(16, Math.round(Math.max(width, height) / 10)));
}

export function findRoom(picture: Box, drawing: Box, obstacles: readonly Box[]): Move {
  const [first] = findPlaces(picture, drawing, obstacles);
  return first;
}

/** The nearest place that lies whole in `within`, or null when neither does. */
export function findRoomWithin(
  picture: Box,
  drawing: Box,
  obstacles: readonly Box[],
  within: Box,
): Move | null {
  const fits = ({ dx, dy }: Move): boolean =>
    picture.x + dx >= within.x &&
    picture.y + dy >= within.y &&
    picture.x + dx + picture.width <= within.x + within.width &&
    picture.y + dy + picture.height <= within.y + within.height;
  return findPlaces(picture, drawing, obstacles).find(fits) ?? null;
}

/** Right and below, the better one first. */
function findPlaces(picture: Box, drawing: Box, obstacles: readonly Box[]): [Move, Move] {
  const gap = gapOf(drawing);
  const across = (box: Box): Span => [box.x, box.x + box.width];
  const down = (box: Box): Span => [box.y, box.y + box.height];
  const right = slide(picture, drawing, obstacles, { gap, along: across, side: down });
  const below = slide(picture, drawing, obstacles, { gap, along: down, side: across });
  const moves: [Move, Move] = [
    { dx: right.move, dy: 0 },
    { dx: 0, dy: below.move },
  ];
  // People look to the right; only when that is more than two pictures farther is below the nearer place.
  return right.detour <= below.detour + 2 * picture.width ? moves : [moves[1], moves[0]];
}

/**
 * Moves along one axis until nothing is nearer than the gap. `detour` is what
 * obstacles added to the shortest move.
 */
function slide(
  picture: Box,
  drawing: Box,
  obstacles: readonly Box[],
  { gap, along, side }: { gap: number; along: (box: Box) => Span; side: (box: Box) => Span },
): { move: number; detour: number } {
  const [from, to] = along(picture);
  const [near, far] = side(picture);
  // A picture smaller than its drawing keeps its place inside it, so that several sizes line up.
  const start = along(drawing)[1] + gap + from - Math.min(from, along(drawing)[0]);
  const inTheWay = obstacles
    .filter((box) => side(box)[0] < far + gap && side(box)[1] > near - gap)
    .map(along)
    .sort((a, b) => a[0] - b[0]);
  let at = start;
  for (const [left, right] of inTheWay) {
    if (left >= at + (to - from) + gap) break;
    if (right + gap > at) at = right + gap;
  }
  return { move: at - from, detour: at - start };
}

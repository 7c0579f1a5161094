// A drawing and its picture's rectangle in → where the picture goes: into which parent, above what, at which x and y.
import type { Box } from '../core/sketch.ts';
import { homesOf, type Home } from './home.ts';
import { findRoom, findRoomWithin } from './room.ts';
import { boundsOf } from './tree.ts';

export interface Spot {
  host: Home['host'];
  /** Place among the host's children: right above the drawing, or above what holds it. */
  index: number;
  /** In the host's own coordinates. */
  x: number;
  y: number;
}

/** `over`: the picture as it lies over its drawing; `drawing`: the drawing itself. Both on the page. Null: on no page. */
export function findSpot(node: SceneNode, over: Box, drawing: Box): Spot | null {
  for (const { host, child, origin, within, above } of homesOf(node)) {
    const obstacles = [
      ...host.children.flatMap(covered),
      // What holds the host is no obstacle, its other contents are: they may lie over it.
      ...above.flatMap((one) => one.host.children.filter(({ id }) => id !== one.child.id).flatMap(covered)),
    ];
    const move = within
      ? findRoomWithin(over, drawing, obstacles, within)
      : findRoom(over, drawing, obstacles);
    if (!move) continue;
    const index = host.children.findIndex(({ id }) => id === child.id) + 1;
    return { host, index, x: over.x + move.dx - origin.x, y: over.y + move.dy - origin.y };
  }
  return null;
}

function covered(node: SceneNode): Box[] {
  const box = node.visible ? boundsOf(node) : null;
  return box ? [box] : [];
}

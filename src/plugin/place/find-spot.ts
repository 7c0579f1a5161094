// A drawing and its picture's rectangle in → where the picture goes: into which
// parent, above what, at which x and y.
import type { Box } from '../../core/sketch.ts';
import { homesOf, type Home } from './candidate-parents.ts';
import { findRoom, findRoomWithin } from './free-space.ts';
import { renderBoundsOf, isInInstance } from '../node-tree.ts';

export interface Spot {
  host: Home['host'];
  /** Place among the host's children: right above the drawing, or above what holds it. */
  index: number;
  /** Of the rectangle, in the host's own coordinates. */
  x: number;
  y: number;
}

/**
 * Free room. `over`: the picture as it lies over its drawing; `drawing`: the drawing itself.
 * Both on the page. Null: on no page.
 */
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
    return {
      host,
      index: aboveOf(host, child),
      x: over.x + move.dx - origin.x,
      y: over.y + move.dy - origin.y,
    };
  }
  return null;
}

/** Exactly over the drawing, in the nearest place that shows it whole. */
export function findOver(node: SceneNode, over: Box): Spot | null {
  for (const { host, child, origin, within } of homesOf(node)) {
    const fits =
      within === null ||
      (over.x >= within.x &&
        over.y >= within.y &&
        over.x + over.width <= within.x + within.width &&
        over.y + over.height <= within.y + within.height);
    if (fits) return { host, index: aboveOf(host, child), x: over.x - origin.x, y: over.y - origin.y };
  }
  return null;
}

/**
 * Right after the drawing in the auto layout that it flows in; x and y follow
 * from the flow. Null: it flows in none.
 */
export function findFlow(node: SceneNode): Spot | null {
  const { parent: host } = node;
  if (host?.type !== 'FRAME' || !flows(host) || isInInstance(node)) return null;
  if ('layoutPositioning' in node && node.layoutPositioning === 'ABSOLUTE') return null;
  return { host, index: aboveOf(host, node), x: 0, y: 0 };
}

export function flows(node: BaseNode | null): boolean {
  return (
    node !== null &&
    'layoutMode' in node &&
    (node.layoutMode === 'HORIZONTAL' || node.layoutMode === 'VERTICAL')
  );
}

function aboveOf(host: ChildrenMixin, child: SceneNode): number {
  return host.children.findIndex(({ id }) => id === child.id) + 1;
}

export function covered(node: SceneNode): Box[] {
  const box = node.visible ? renderBoundsOf(node) : null;
  return box ? [box] : [];
}

// Questions about where a node sits: what is above it, what it covers, whether it is
// seen. Nodes in, plain answers out.
import type { Box } from '../core/sketch.ts';

/** The page that a node is on; null for a node that is on none (removed, or a remote component). */
export function pageOf(node: BaseNode): PageNode | null {
  for (let at: BaseNode | null = node; at; at = at.parent) if (at.type === 'PAGE') return at;
  return null;
}

export function isInside(node: BaseNode, ancestors: ReadonlySet<string>): boolean {
  for (let at = node.parent; at; at = at.parent) if (ancestors.has(at.id)) return true;
  return false;
}

/** Whether it is a copy inside an instance: its geometry belongs to the component. */
export function isInInstance(node: BaseNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'INSTANCE') return true;
  return false;
}

/** Whether the node, or anything that holds it, is switched off. */
export function isHidden(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at; at = at.parent) if ('visible' in at && !at.visible) return true;
  return false;
}

/**
 * Whether the node, or anything that holds it, is turned or moved in 3D. What Figma exports of it then, and
 * what its bounds are, is not documented. (developers.figma.com/docs/plugins/api/Transform3d, beta; typings
 * 1.142 lack it)
 */
export function isTilted(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at; at = at.parent) {
    const turned = 'transform3d' in at ? (at.transform3d as { type: string; visible?: boolean }) : null;
    if (turned && turned.type !== 'NONE' && turned.visible !== false) return true;
  }
  return false;
}

/** Whether all that shows in it are letters. Ends at the first layer that is something else. */
export function isOnlyText(node: SceneNode): boolean {
  if (!('children' in node)) return node.type === 'TEXT' || node.type === 'TEXT_PATH';
  const seen = node.children.filter((child) => child.visible);
  return seen.length > 0 && seen.every(isOnlyText);
}

/**
 * What a node covers on its page with strokes and effects, or at least its
 * outline; null when it shows nothing.
 */
export function renderBoundsOf(node: SceneNode): Box | null {
  const drawn = 'absoluteRenderBounds' in node ? node.absoluteRenderBounds : null;
  return drawn ?? ('absoluteBoundingBox' in node ? node.absoluteBoundingBox : null);
}

/** The smallest box that holds all of them. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

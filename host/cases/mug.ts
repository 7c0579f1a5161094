// The drawing that every scene has in it: a mug, of two closed shapes. In: store, parent, place. Out: ids.
import { solid } from '../document/births.ts';
import { translation } from '../geometry/transform.ts';
import type { NodeType } from '../document/kinds.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';

export const SIDE = 240;
const RED = solid(0.85, 0.2, 0.15);
const DARK = solid(0.1, 0.1, 0.1);

export const at = (x: number, y: number): Record<string, Plain> => ({ relativeTransform: translation(x, y) });

/** Handle below, body above it, as the layers lie. */
export function mug(store: Store, parent: string, x = 0, y = 0): string[] {
  const lined = { strokes: [DARK], strokeWeight: 4, strokeAlign: 'CENTER' };
  const ring = { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0.6 };
  const handle = create(store, 'ELLIPSE', parent, { name: 'handle', width: 110, height: 110, fills: [RED], ...lined, arcData: ring, ...at(x + 115, y + 70) }); // prettier-ignore
  const body = create(store, 'RECTANGLE', parent, {
    name: 'ceramic body',
    width: 150,
    height: 180,
    fills: [RED],
    ...lined,
    topLeftRadius: 8,
    topRightRadius: 8,
    bottomRightRadius: 40,
    bottomLeftRadius: 40,
    ...at(x + 20, y + 30),
  });
  return [handle, body];
}

/** A frame (or what behaves as one) with the mug in it. */
export function mugFrame(
  store: Store,
  parent: string,
  props: Record<string, Plain> = {},
  type: NodeType = 'FRAME',
): string {
  const frame = create(store, type, parent, { name: 'Mug', width: SIDE, height: SIDE, ...props });
  mug(store, frame);
  return frame;
}

/** The mug in a group. */
export function mugGroup(store: Store, parent: string, x = 0, y = 0): string {
  const group = create(store, 'GROUP', parent, { name: 'Mug' });
  mug(store, group, x, y);
  return group;
}

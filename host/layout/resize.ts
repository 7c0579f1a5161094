// resize(): new sizes for a node and, where Figma does so, for what is in it.
// In: store, id, sizes. Out: writes.
import { transformPath } from '../geometry/path.ts';
import { compose, move, type Transform } from '../geometry/transform.ts';
import { COORDINATELESS } from '../document/kinds.ts';
import { place, relativeTransform, sizeOf } from '../document/scene.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';

export function resize(store: Store, id: string, width: number, height: number): void {
  const record = store.get(id);
  const before = sizeOf(store, record);
  const [sx, sy] = [ratio(width, before.width), ratio(height, before.height)];
  if (COORDINATELESS.has(record.type)) {
    // A group has no size of its own: its children grow about its top left corner.
    const origin = relativeTransform(store, record);
    const [x, y] = [origin[0][2], origin[1][2]];
    for (const child of record.children) {
      const node = store.get(child);
      const own = relativeTransform(store, node);
      const size = sizeOf(store, node);
      place(store, child, move(own, x + (own[0][2] - x) * sx, y + (own[1][2] - y) * sy));
      resize(store, child, size.width * sx, size.height * sy);
    }
    return;
  }
  const props: Record<string, Plain> = { width, height };
  if (record.type === 'VECTOR') {
    const scale: Transform = [
      [sx, 0, 0],
      [0, sy, 0],
    ];
    const paths = record.props.vectorPaths as readonly { windingRule: string; data: string }[];
    props.vectorPaths = paths.map((path) => ({ ...path, data: spaced(transformPath(path.data, scale)) }));
  }
  store.write(id, props);
}

const ratio = (after: number, before: number): number => (before === 0 ? 1 : after / before);

/**
 * Figma's own form of path data: absolute, a space between any two words. (plugin-api.d.ts, VectorPath.data)
 */
export const spaced = (data: string): string =>
  data
    .replace(/([A-DF-Za-df-z])/g, ' $1 ')
    .replace(/(?<=\d)-/g, ' -')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Moves path data so that its box starts at the node's origin; the node's place makes up for it. */
export const shifted = (own: Transform, x: number, y: number): Transform =>
  compose(own, [
    [1, 0, x],
    [0, 1, y],
  ]);

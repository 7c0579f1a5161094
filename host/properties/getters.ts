// Node properties that follow from others. In: session and record. Out: the value as the plugin reads it.
import { renderBounds } from '../geometry/bounds.ts';
import { rotationOf } from '../geometry/transform.ts';
import { cornersOf } from '../geometry/outline.ts';
import { MIXED, NodeRef } from '../api/refs.ts';
import { absoluteBox, absoluteTransform, isShown, relativeTransform, sizeOf } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import { areUneven, sidesOf } from '../geometry/sides.ts';
import { isLoaded, type Session } from '../run/session.ts';
import type { NodeRecord } from '../document/record.ts';

export type Getter = (session: Session, record: NodeRecord) => unknown;

export const GETTERS: Record<string, Getter> = {
  id: (_session, record) => record.id,
  type: (_session, record) => record.type,
  removed: () => false,
  parent: (_session, record) => (record.parent === null ? null : new NodeRef(record.parent)),
  children(session, record) {
    // D: plugin-api.d.ts, ChildrenMixin.children (dynamic-page: call PageNode.loadAsync first).
    if (record.type === 'PAGE' && !isLoaded(session, record.id)) throw say.pageNotLoaded('get_children');
    return record.children.map((id) => new NodeRef(id));
  },
  selection(session, record) {
    // D: "the order of nodes in the selection is unspecified" (plugin-api.d.ts, PageNode.selection): here the
    // reverse of how it was made, so that nobody leans on it.
    return [...session.store.selection(record.id)].reverse().map((id) => new NodeRef(id));
  },
  // D: nodes-transform3d, "Defaults to { type: 'NONE' }".
  transform3d: (_session, record) => record.props.transform3d ?? { type: 'NONE' },
  x: ({ store }, record) => relativeTransform(store, record)[0][2],
  y: ({ store }, record) => relativeTransform(store, record)[1][2],
  rotation: ({ store }, record) => rotationOf(relativeTransform(store, record)),
  relativeTransform: ({ store }, record) => relativeTransform(store, record),
  absoluteTransform: ({ store }, record) => absoluteTransform(store, record),
  width: ({ store }, record) => sizeOf(store, record).width,
  height: ({ store }, record) => sizeOf(store, record).height,
  absoluteBoundingBox: ({ store }, record) => absoluteBox(store, record),
  // D: plugin-api.d.ts, absoluteRenderBounds: null for what is invisible.
  absoluteRenderBounds: ({ store }, record) => (isShown(store, record) ? renderBounds(store, record) : null),
  cornerRadius(_session, record) {
    // D: plugin-api.d.ts, CornerMixin.cornerRadius: figma.mixed when the corners differ.
    const radii = cornersOf(record);
    if (!('topLeftRadius' in record.props)) return record.props.cornerRadius;
    return new Set(radii).size === 1 ? radii[0] : MIXED;
  },
  strokeWeight(_session, record) {
    // D: plugin-api.d.ts, MinimalStrokesMixin.strokeWeight: figma.mixed for different sides.
    return areUneven(record) ? MIXED : (sidesOf(record)?.[0] ?? record.props.strokeWeight);
  },
  mainComponent() {
    // D: plugin-api.d.ts, InstanceNode.mainComponent.
    throw say.notInDynamicPage('get_mainComponent', 'node.getMainComponentAsync');
  },
  stuckNodes: () => [],
  attachedConnectors: () => [],
  boundVariables: () => ({}),
};

// What happened in the document since the plugin was told last → the
// changes that page.on('nodechange') tells.
// In: the records of before, the store as it is. Out: CREATE, DELETE and PROPERTY_CHANGE by page.
// D: developers.figma.com/docs/plugins/api/NodeChange; plugin-api.d.ts, PageNode.on and NodeChangeProperty.
import { NodeRef } from '../api/refs.ts';
import { rotationOf, type Transform } from '../geometry/transform.ts';
import type { NodeRecord } from './record.ts';
import type { Store } from './store.ts';

/** Of what the typings list; what they do not (effects, vector paths) comes without a name. (?) */
const TOLD: ReadonlySet<string> = new Set(
  `pointCount name width height constraints locked visible opacity blendMode innerRadius fontSize fills topLeftRadius
  topRightRadius bottomLeftRadius bottomRightRadius constrainProportions strokes strokeWeight strokeAlign strokeCap
  strokeJoin strokeMiterLimit booleanOperation dashPattern backgrounds handleMirroring cornerRadius cornerSmoothing isMask
  maskType clipsContent expanded description layoutMode layoutWrap paddingLeft paddingTop paddingRight paddingBottom
  itemSpacing counterAxisSpacing layoutAlign counterAxisSizingMode primaryAxisSizingMode primaryAxisAlignItems
  counterAxisAlignItems layoutGrow layoutPositioning strokeBottomWeight strokeLeftWeight strokeRightWeight guides
  shapeType connectorLineType connectorStartStrokeCap connectorEndStrokeCap code codeLanguage authorVisible authorName
  widgetSyncedState`.split(/\s+/),
);

export type Before = ReadonlyMap<string, NodeRecord | undefined>;

/** Page id → its changes, in the order of the first write to each node. */
export function changesOf(store: Store, before: Before): Map<string, object[]> {
  const told = new Map<string, object[]>();
  for (const [id, was] of before) {
    const now = store.find(id);
    const record = now ?? was;
    if (!record || record.type === 'PAGE' || record.type === 'DOCUMENT') continue;
    const change = changeOf(store, before, id);
    const page = change && pageOf(store, before, record);
    if (!change || page === null || page === undefined) continue;
    told.set(page, [...(told.get(page) ?? []), change]);
  }
  return told;
}

function changeOf(store: Store, before: Before, id: string): object | null {
  const [was, now] = [before.get(id), store.find(id)];
  // D: "will only be made for the highest level parent that was added" (or removed).
  if (!was && now)
    return isNew(store, before, now.parent)
      ? null
      : { type: 'CREATE', id, origin: 'LOCAL', node: new NodeRef(id) };
  if (was && !now) {
    const isPart = was.parent !== null && !store.find(was.parent);
    return isPart
      ? null
      : { type: 'DELETE', id, origin: 'LOCAL', node: { id, type: was.type, removed: true } };
  }
  if (!was || !now) return null;
  const changed = differences(was, now);
  if (changed.length === 0) return null;
  const properties = changed.flatMap((key) => namesOf(key, was, now));
  return { type: 'PROPERTY_CHANGE', id, origin: 'LOCAL', node: new NodeRef(id), properties };
}

const isNew = (store: Store, before: Before, id: string | null): boolean =>
  id !== null && before.has(id) && before.get(id) === undefined && store.find(id) !== undefined;

/** A parent's list of children is no property of it: its children tell of their parent. */
function differences(was: NodeRecord, now: NodeRecord): string[] {
  const keys = new Set([...Object.keys(was.props), ...Object.keys(now.props)]);
  const changed = [...keys].filter((key) => !same(was.props[key], now.props[key]));
  if (was.parent !== now.parent) changed.push('parent');
  if (!same(was.pluginData, now.pluginData) || !same(was.relaunchData, now.relaunchData))
    changed.push('pluginData');
  return changed;
}

function namesOf(key: string, was: NodeRecord, now: NodeRecord): string[] {
  if (key === 'parent' || key === 'pluginData') return [key];
  if (key === 'characters') return ['text'];
  if (key !== 'relativeTransform') return TOLD.has(key) ? [key] : [];
  const [a, b] = [was.props[key], now.props[key]] as unknown as [Transform, Transform];
  const turned = rotationOf(a) !== rotationOf(b) ? ['rotation'] : [];
  const moved = [...(a[0][2] === b[0][2] ? [] : ['x']), ...(a[1][2] === b[1][2] ? [] : ['y'])];
  return [...moved, ...turned, key];
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The page of a node, also of one that is gone with all that held it. */
function pageOf(store: Store, before: Before, record: NodeRecord): string | null {
  for (let at: NodeRecord | undefined = record; at;) {
    if (at.type === 'PAGE') return at.id;
    if (at.parent === null) return null;
    at = store.find(at.parent) ?? before.get(at.parent);
  }
  return null;
}

// Writes of nodes' methods, with Figma's checks. In: session, records, arguments. Out: writes in the store,
// or a refusal.
import { NodeRef } from '../api/refs.ts';
import type { NodeRecord } from '../document/record.ts';
import { attach } from '../document/tree.ts';
import { reflow } from '../layout/layout.ts';
import { resize } from '../layout/resize.ts';
import { assertWritable, refuseInInstance } from '../limits/access.ts';
import { assertMovable } from '../limits/reparent.ts';
import * as say from '../limits/sentences.ts';
import { writePaints } from '../properties/paints.ts';
import type { Session } from '../run/session.ts';

/** D: plugin-api.d.ts, LayoutMixin.resize: each side at least 0.01; a line's height stays 0. */
export function resizeChecked(
  session: Session,
  record: NodeRecord,
  operation: string,
  [width, height]: readonly [unknown, unknown],
): void {
  assertWritable(session, record, operation);
  refuseInInstance(session, record, 'width');
  const least = (side: string, value: unknown, minimum: number): number => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < minimum)
      throw say.badArgument(operation, side, `number of at least ${minimum}`, value);
    return value;
  };
  const w = least('width', width, 0.01);
  const h = least('height', height, record.type === 'LINE' ? 0 : 0.01);
  resize(session.store, record.id, w, h);
  reflow(session.store, record.id);
}

export function insert(
  session: Session,
  operation: string,
  child: unknown,
  { parent, index }: { parent: NodeRecord; index: number | undefined },
): void {
  assertWritable(session, parent, operation);
  if (!(child instanceof NodeRef)) throw say.badArgument(operation, 'child', 'node', child);
  const node = session.store.find(child.id);
  if (!node) throw say.gone(operation, child.id);
  assertMovable(session, operation, node, { parent, index });
  attach(session.store, node.id, parent.id, index);
}

export function setPaints(
  session: Session,
  record: NodeRecord,
  key: 'fills' | 'strokes',
  value: unknown,
): void {
  assertWritable(session, record, key === 'fills' ? 'setFillsAsync' : 'setStrokesAsync');
  writePaints(session, record, key, value);
}

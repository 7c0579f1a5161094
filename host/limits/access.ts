// Who may write what. In: session and node. Throws Figma's refusal or passes.
import { isInternal } from './reparent.ts';
import * as say from './sentences.ts';
import type { Session } from '../run/session.ts';
import type { NodeRecord } from '../document/record.ts';
import { ancestors } from '../document/scene.ts';

/** The start of every write: not in Dev Mode, not for viewers, not to what comes from a library. */
export function assertWritable(session: Session, record: NodeRecord | undefined, operation: string): void {
  if (!session.writable || (record && isInternal(session.store, record))) throw say.readOnly(operation);
}

/** R: geometry of what is inside an instance belongs to its component. */
export function refuseInInstance(session: Session, record: NodeRecord, key: string): void {
  for (const above of ancestors(session.store, record))
    if (above.type === 'INSTANCE') throw say.notOverridable(key);
}

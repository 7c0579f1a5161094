// What is written in the document in; selectionchange, currentpagechange and nodechange out, to those who
// listen.
import type { Callback } from '../api/refs.ts';
import { changesOf } from '../document/changes.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Session } from './session.ts';

/**
 * selectionchange (also when another page comes up: its selection is another), currentpagechange and
 * nodechange: asynchronous, and several changes make one call.
 * (developers.figma.com/docs/plugins/api/properties/figma-on)
 */
export function announceChanges(session: Session, listeners: Map<string, Set<Callback>>): () => void {
  const { store } = session;
  let pending = false;
  let stopped = false;
  const before = new Map<string, NodeRecord | undefined>();
  let selection = false;
  let page = false;
  const stop = store.watch((what) => {
    what.nodes.forEach((id, index) => {
      if (!before.has(id)) before.set(id, what.was[index]);
    });
    selection ||= what.selection;
    page ||= what.page;
    if (pending) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      if (stopped) return;
      const changes = session.nodeListeners.size > 0 ? changesOf(store, before) : new Map<string, object[]>();
      before.clear();
      const events = [
        ...(page ? ['currentpagechange'] : []),
        ...(selection || page ? ['selectionchange'] : []),
      ];
      selection = page = false;
      for (const event of events) for (const listener of listeners.get(event) ?? []) listener();
      for (const [home, nodeChanges] of changes)
        for (const callback of session.nodeListeners.get(home) ?? []) callback({ nodeChanges });
    });
  });
  return () => {
    stopped = true;
    stop();
  };
}

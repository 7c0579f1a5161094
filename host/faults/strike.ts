// A plan of faults → what the host calls at each moment. In: faults, the document and its run. Out: before,
// after, a window driver whose messages go wrong, and the list of what struck.
import type { Fault, FaultId } from './faults.ts';
import type { Session } from '../run/session.ts';
import type { ClientStorage } from '../run/storage.ts';
import type { WindowDriver } from '../run/window-driver.ts';
import { CALL_FAULTS } from './calls.ts';
import { DOCUMENT_FAULTS } from './document.ts';
import { MESSAGE_FAULTS } from './messages.ts';

export interface Struck {
  readonly id: FaultId;
  readonly at: string;
  /**
   * The document right after another hand has changed it (faults of the document only): what an
   * undone or cancelled run must leave.
   */
  readonly snapshot: string | null;
}

export interface Strikes {
  readonly struck: readonly Struck[];
  /** Something in the frame struck. */
  note(id: FaultId): void;
  before: Session['before'];
  after: Session['after'];
  faulty(driver: WindowDriver): WindowDriver;
  /** A new run: moments are counted from 1 again. */
  begin(): void;
}

export interface Rig {
  session(): Session;
  storage: ClientStorage;
  close(): void;
}

const has = <T extends object>(table: T, id: string): id is string & keyof T => Object.hasOwn(table, id);

export function openStrikes(plan: readonly Fault[], rig: Rig): Strikes {
  const struck: Struck[] = [];
  const counts = new Map<string, number>();
  let lastNode: string | undefined;

  /** The faults that strike now: this moment has come for the `count`th time. */
  function due(moment: string): Fault[] {
    const count = (counts.get(moment) ?? 0) + 1;
    counts.set(moment, count);
    return plan.filter(({ at, nth, times }) => at === moment && count >= nth && count < nth + times);
  }

  function note(id: FaultId, at: string, snapshot: string | null = null): void {
    struck.push({ id, at, snapshot });
  }

  function strikeDocument(id: keyof typeof DOCUMENT_FAULTS, moment: string): void {
    const session = rig.session();
    const { store } = session;
    const node = lastNode ?? store.selection(store.currentPage)[0];
    // What another hand does is a step of undo of its own, in the middle of the plugin's.
    store.commit();
    DOCUMENT_FAULTS[id].strike({ session, store, close: () => rig.close() }, node);
    store.commit();
    note(id, moment, store.snapshot());
  }

  return {
    struck,
    note: (id) => note(id, 'worker'),
    begin: () => {
      counts.clear();
      lastNode = undefined;
    },
    before(operation, nodeId) {
      if (operation === 'exportAsync') lastNode = nodeId;
      const faults = due(operation);
      let waits: Promise<void> | undefined;
      for (const { id } of faults) {
        if (has(CALL_FAULTS, id)) {
          note(id, operation);
          const wait = (CALL_FAULTS[id] as { before?: (storage: ClientStorage) => void | Promise<void> }).before?.(rig.storage); // prettier-ignore
          if (wait) waits = wait;
        } else if (has(DOCUMENT_FAULTS, id)) {
          if (!operation.endsWith('Async')) strikeDocument(id, operation);
          else waits = later().then(() => strikeDocument(id, operation));
        }
      }
      return waits;
    },
    after(operation, result) {
      const moment = `after ${operation}`;
      return due(moment).reduce<unknown>((answer, { id }) => {
        if (has(DOCUMENT_FAULTS, id)) strikeDocument(id, moment);
        if (!has(CALL_FAULTS, id)) return answer;
        note(id, moment);
        const { after } = CALL_FAULTS[id] as { after?: (result: unknown) => unknown };
        return after ? after(answer) : answer;
      }, result);
    },
    faulty(driver) {
      const through = (
        moment: 'to page' | 'from page',
        message: unknown,
        pass: (one: unknown) => void,
      ): void => {
        let messages = [message];
        let delay = 0;
        for (const { id } of due(moment)) {
          if (!has(MESSAGE_FAULTS, id)) continue;
          const { instead, delay: late } = MESSAGE_FAULTS[id] as (typeof MESSAGE_FAULTS)[typeof id] & { delay?: number }; // prettier-ignore
          messages = messages.flatMap((one) => instead(one));
          delay += late ?? 0;
          note(id, moment);
        }
        if (delay > 0) setTimeout(() => messages.forEach(pass), delay);
        else messages.forEach(pass);
      };
      return (request) => {
        const open = driver({
          ...request,
          deliver: (message) => through('from page', message, (one) => request.deliver(one)),
        });
        return {
          ...bound(open),
          post: ({ pluginMessage, ...about }) =>
            through('to page', pluginMessage, (one) => open.post({ pluginMessage: one, ...about })),
        };
      };
    },
  };
}

/** The window's methods, which may be a class's. */
const bound = (open: ReturnType<WindowDriver>) => ({
  close: () => open.close(),
  resize: (width: number, height: number) => open.resize?.(width, height),
  show: (visible: boolean) => open.show?.(visible),
});

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

// Trouble on command, by name: what can go wrong around a plugin, and when. In: ids, or text such as
// "node-deleted@after exportAsync, worker-killed". Out: Fault values for createHost({ faults }) and ?fault=
// of the playground. Tests iterate over FAULT_IDS; what struck is in host.struck.
import { CALL_FAULTS } from './calls.ts';
import { DOCUMENT_FAULTS } from './document.ts';
import { MESSAGE_FAULTS } from './messages.ts';
import { FRAME_FAULTS } from './frame.ts';

/** What one fault is. */
export interface About {
  /** What happens, as a sentence about the user's world. */
  readonly what: string;
  /** When it strikes if nothing else is said; see Fault.at. */
  readonly at: string;
}

/**
 * Where a fault acts: on the document as another hand would, in answers of `figma`, on
 * messages between plugin and page, or inside the page's frame and its workers (real frames
 * only: in Node such a fault is refused).
 */
export type Where = 'document' | 'call' | 'message' | 'frame';

const TABLE = {
  document: DOCUMENT_FAULTS,
  call: CALL_FAULTS,
  message: MESSAGE_FAULTS,
  frame: FRAME_FAULTS,
} satisfies Record<Where, Readonly<Record<string, About>>>;

export type FaultId = {
  [W in Where]: keyof (typeof TABLE)[W];
}[Where];

export const FAULTS = Object.fromEntries(
  (Object.keys(TABLE) as Where[]).flatMap((where) =>
    Object.entries<About>(TABLE[where]).map(([id, { what, at }]) => [id, { what, at, where }]),
  ),
) as Record<FaultId, About & { where: Where }>;

export const FAULT_IDS = Object.keys(FAULTS) as FaultId[];

export interface Fault {
  readonly id: FaultId;
  /**
   * The moment: an operation as Session.before names it ("exportAsync", "ui.postMessage",
   * "createImage"); "after …" is when its answer is there but not yet given. "to page" and "from page"
   * for messages; "worker" for what is inside the frame. Asynchronous operations are struck while they
   * are under way, others just before they begin.
   */
  readonly at: string;
  /** The first time that counts, from 1: of that moment in a run; in the frame, of messages to one worker. */
  readonly nth: number;
  /** How many times in a row it strikes; in the frame, how many workers. */
  readonly times: number;
}

export function fault(id: FaultId, more: Partial<Omit<Fault, 'id'>> = {}): Fault {
  const about = (FAULTS as Record<string, About>)[id];
  if (!about) throw new Error(`no fault is named ${JSON.stringify(id)}; there are ${FAULT_IDS.join(', ')}`);
  return { id, at: about.at, nth: 1, times: 1, ...more };
}

/**
 * "id@moment:nth×times" with everything but the id optional, several parted by
 * commas: "heard-lost:2, worker-killed×9".
 */
export function parseFaults(text: string): Fault[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const found = /^([\w-]+)(?:@([^:×]+))?(?::(\d+))?(?:×(\d+))?$/.exec(part);
      if (!found) throw new Error(`fault ${JSON.stringify(part)}: wanted "id@moment:nth×times"`);
      const [, id, at, nth, times] = found;
      return fault(id as FaultId, {
        ...(at === undefined ? {} : { at: at.trim() }),
        ...(nth === undefined ? {} : { nth: Number(nth) }),
        ...(times === undefined ? {} : { times: Number(times) }),
      });
    });
}

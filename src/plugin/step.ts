// One drawing of a job while its answer is waited for: its sketch is sent, and sent
// again whenever the drawing was edited.
import { isRefusal, type Sketch } from '../core/sketch.ts';
import type { PanelAnswer } from './inbox.ts';
import type { Cannot } from '../protocol/placing.ts';
import { cannotOf } from './place/placement.ts';
import { read, type Reading } from './read/read.ts';
import type { Workplace } from './workplace.ts';

type Placing = Extract<PanelAnswer, { type: 'place' | 'place-many' }>;

export interface Step {
  readonly index: number;
  /** As it was read last. */
  readonly reading: Reading;
  /** The picture of this answer stands under this name. */
  placed: (name: string, answer: Placing) => void;
  /** The name, when the answer that was carried out just now comes once more. */
  echo: (answer: Placing) => string | null;
  /** Edits are no longer followed. */
  close: () => void;
}

/** The same answer this soon after its picture was placed is one press told twice, not another press. ms */
const ECHO_MS = 250;

/** All of it but the pictures' bytes. */
function contentOf(answer: Placing): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    value instanceof Uint8Array ? value.length : value,
  );
}

function isSame(a: Sketch, b: Sketch): boolean {
  return a.svg === b.svg && a.name === b.name && JSON.stringify(a.frame) === JSON.stringify(b.frame);
}

export function openStep(
  { job, index, total }: { job: number; index: number; total: number },
  first: Reading,
  { post, lookOf, panel, inbox }: Pick<Workplace, 'post' | 'lookOf' | 'panel' | 'inbox'>,
): Step {
  let reading = first;
  let last: { name: string; words: string; at: number } | null = null;
  let isClosed = false;
  /** What the frame has; null where it was told that there is nothing to see. */
  let sent: { sketch: Sketch; cannot: Cannot } | null = null;
  const send = (): void => {
    const { sketch, drawing } = reading;
    const cannot = cannotOf(drawing);
    if (sent && isSame(sent.sketch, sketch) && JSON.stringify(sent.cannot) === JSON.stringify(cannot)) return;
    sent = { sketch, cannot };
    post({ type: 'sketch', job, index, total, sketch, look: lookOf(drawing), cannot });
  };
  const reread = async (): Promise<void> => {
    const next = await read(first.drawing);
    if (isClosed || inbox.ended(job) === 'superseded') return;
    if (!isRefusal(next)) {
      reading = next;
      return send();
    }
    // What we hid has not changed: its picture can be made again all the same.
    if (next.refused === 'drawing-hidden') return;
    if (sent !== null) post({ type: 'refused', job, refusal: next });
    sent = null;
  };
  send();
  const leave = panel?.follow(first.drawing, reread);
  return {
    index,
    get reading() {
      return reading;
    },
    placed: (name, answer) => (last = { name, words: contentOf(answer), at: Date.now() }),
    echo: (answer) =>
      last && Date.now() - last.at < ECHO_MS && last.words === contentOf(answer) ? last.name : null,
    close() {
      isClosed = true;
      leave?.();
    },
  };
}

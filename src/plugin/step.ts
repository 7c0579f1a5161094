// One drawing of a job while its answer is waited for: its sketch is sent, and sent again whenever the drawing was edited.
import { isRefusal, type Sketch } from '../core/sketch.ts';
import type { Workplace } from './job.ts';
import { read, type Reading } from './read.ts';

export interface Step {
  readonly index: number;
  /** As it was read last. */
  readonly reading: Reading;
  /** Its picture stands under this name. */
  placed: (name: string) => void;
  /** The name, when the picture that was placed just now comes once more. */
  echo: () => string | null;
  /** Edits are no longer followed. */
  close: () => void;
}

/** A picture that comes again this soon after it was placed is one press told twice, not another press. ms */
const ECHO = 250;

export function openStep(
  { job, index, total }: { job: number; index: number; total: number },
  first: Reading,
  { post, lookOf, panel, inbox }: Pick<Workplace, 'post' | 'lookOf' | 'panel' | 'inbox'>,
): Step {
  let reading = first;
  let last: { name: string; at: number } | null = null;
  let isClosed = false;
  /** What the frame has; null where it was told that there is nothing to see. */
  let sent: Sketch | null = null;
  const send = (): void => {
    if (sent?.svg === reading.sketch.svg && sent.name === reading.sketch.name) return;
    sent = reading.sketch;
    post({ type: 'sketch', job, index, total, sketch: sent, look: lookOf(reading.node) });
  };
  const reread = async (): Promise<void> => {
    const next = await read(reading.node);
    if (isClosed || inbox.ended(job) === 'superseded') return;
    if (!isRefusal(next)) {
      reading = next;
      return send();
    }
    if (sent !== null) post({ type: 'refused', job, refusal: next });
    sent = null;
  };
  send();
  const leave = panel?.follow(first.node, reread);
  return {
    index,
    get reading() {
      return reading;
    },
    placed: (name) => (last = { name, at: Date.now() }),
    echo: () => (last && Date.now() - last.at < ECHO ? last.name : null),
    close() {
      isClosed = true;
      leave?.();
    },
  };
}

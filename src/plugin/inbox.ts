// Answers from the frame in → the one answer that the running job waits for out. Answers to old jobs fall through.
import type { UiToPlugin } from '../protocol.ts';

export type Answer = Extract<UiToPlugin, { type: 'place' | 'refused' | 'cancel' }> | { type: 'superseded' };

export interface Inbox {
  /** Makes `job` the running one. Whatever job ran before is told that it is superseded. */
  begin: (job: number) => void;
  give: (answer: Exclude<Answer, { type: 'superseded' }>) => void;
  /** The answer to sketch `index` of `job`; at once when the job was cancelled or superseded already. */
  wait: (job: number, index: number) => Promise<Answer>;
  /** Whether `job` still runs: asked after every await. */
  ended: (job: number) => Exclude<Answer, { type: 'place' | 'refused' }> | null;
}

export function openInbox(): Inbox {
  let running: number | null = null;
  let cancelled = false;
  let waiting: { index: number; take: (answer: Answer) => void } | null = null;

  const hand = (answer: Answer): void => {
    const { take } = waiting ?? {};
    waiting = null;
    take?.(answer);
  };
  const ended: Inbox['ended'] = (job) =>
    job !== running ? { type: 'superseded' } : cancelled ? { type: 'cancel', job } : null;

  return {
    begin(job) {
      hand({ type: 'superseded' });
      running = job;
      cancelled = false;
    },
    give(answer) {
      if (answer.job !== running) return;
      if (answer.type === 'cancel') {
        cancelled = true;
        hand(answer);
      } else if (waiting?.index === answer.index) hand(answer);
    },
    wait(job, index) {
      const over = ended(job);
      return over ? Promise.resolve(over) : new Promise((take) => (waiting = { index, take }));
    },
    ended,
  };
}

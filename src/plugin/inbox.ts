// Answers from the frame in → the one answer that the running job waits for
// out. Answers to old jobs fall through.
import type { UiToPlugin } from '../protocol/plugin.ts';

type Given = Extract<UiToPlugin, { type: 'place' | 'place-many' | 'skip' | 'refused' | 'cancel' }>;
/** Why a job ends before its last drawing. */
export type End = 'cancel' | 'superseded';
export type PanelAnswer = Exclude<Given, { type: 'cancel' }> | { type: End };

export interface Inbox {
  /** Makes `job` the running one. Whatever job ran before is told that it is superseded. */
  begin: (job: number) => void;
  give: (answer: Given) => void;
  /** The answer to sketch `index` of `job`; at once when the job was cancelled or superseded already. */
  wait: (job: number, index: number) => Promise<PanelAnswer>;
  /** The job goes on after a cancel: what it waits for next is waited for. */
  resume: (job: number) => void;
  /** Why `job` is over, or null while it runs: asked after every await. */
  ended: (job: number) => End | null;
  /**
   * The value of `work`, or why `job` ended before it was there: whatever hangs, a cancel is heard at once.
   */
  unlessEnded: <T>(job: number, work: Promise<T>) => Promise<{ value: T } | { type: End }>;
}

export function openInbox(): Inbox {
  let running: number | null = null;
  let cancelled = false;
  let waiting: { index: number | null; take: (answer: PanelAnswer) => void } | null = null;

  const hand = (answer: PanelAnswer): void => {
    const { take } = waiting ?? {};
    waiting = null;
    take?.(answer);
  };
  const ended: Inbox['ended'] = (job) => (job !== running ? 'superseded' : cancelled ? 'cancel' : null);
  /** `index` null: nothing but the end of the job. */
  const listen = (job: number, index: number | null): Promise<PanelAnswer> => {
    const type = ended(job);
    return type ? Promise.resolve({ type }) : new Promise((take) => (waiting = { index, take }));
  };

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
        hand({ type: 'cancel' });
      } else if (waiting && waiting.index === answer.index) hand(answer);
    },
    wait: listen,
    resume(job) {
      if (job === running) cancelled = false;
    },
    ended,
    async unlessEnded(job, work) {
      const over = listen(job, null) as Promise<{ type: End }>;
      const first = await Promise.race([over, work.then((value) => ({ value }))]);
      if ('value' in first) {
        const type = ended(job);
        if (type) return { type };
        waiting = null;
      }
      return first;
    },
  };
}

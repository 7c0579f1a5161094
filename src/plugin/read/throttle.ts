// Edits in, as fast as they come → one piece of work at a time: at once for an edit that comes alone,
// else soon after the last of them, and now and then while they go on. Nothing queues: edits during
// the work only make it run once more.

/** So long after the last edit of several. ms */
const QUIET_MS = 30;
/**
 * And no later than this after the first, while a drag goes on. After a
 * pause so long an edit is the first. ms
 */
const LONGEST_MS = 150;

export interface Pace {
  touch: () => void;
  stop: () => void;
}

export function openPace(work: () => Promise<void>): Pace {
  let timer: number | null = null;
  let first: number | null = null;
  let isBusy = false;
  let isStopped = false;
  /** Figma draws with the same thread: after an export it has as long a time for itself. */
  let restsUntil = 0;
  let endedAt = -Infinity;

  const begin = async (): Promise<void> => {
    timer = first = null;
    isBusy = true;
    const started = Date.now();
    try {
      await work();
    } finally {
      const now = Date.now();
      restsUntil = now + Math.min(now - started, 2000);
      endedAt = now;
      isBusy = false;
    }
    if (first !== null) plan();
  };
  const plan = (): void => {
    if (isStopped || first === null) return;
    const now = Date.now();
    if (timer !== null) clearTimeout(timer);
    const quiet = first - endedAt > LONGEST_MS ? 0 : QUIET_MS;
    const due = Math.max(Math.min(now + quiet, first + LONGEST_MS), restsUntil);
    timer = setTimeout(() => void begin(), Math.max(0, due - now));
  };
  return {
    touch() {
      if (isStopped) return;
      first ??= Date.now();
      if (!isBusy) plan();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

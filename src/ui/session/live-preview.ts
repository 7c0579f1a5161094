// Changes in, runs out: drafts that follow the hand, and a sharp picture once it rests.
// One draft runs at a time and then the newest wish; nothing queues.
//
//   change ─▶ draft ─▶ (changed meanwhile? the newest draft) ─▶ 600 ms of rest ─▶ full preview

export type Later = (ms: number, work: () => void) => () => void;

/** Anything shorter and a drag that hesitates pays for a full picture. */
const STILL_MS = 600;

export interface Live {
  /** Something changed: a draft as soon as can be. `parts`: which part is where may have changed, too. */
  touch: (parts: boolean) => void;
  /** What runs or waits is no longer wanted. */
  stop: () => void;
}

interface Runs {
  /** Each ends with whether there is something to see. */
  draft: (parts: boolean) => Promise<boolean>;
  full: () => void;
  /** Nothing is shown yet: the full picture need not wait. */
  isFirst: () => boolean;
}

export function createLive({ draft, full, isFirst }: Runs, later: Later): Live {
  let wanted: { parts: boolean } | null = null;
  let drafting = false;
  let round = 0;
  let forget = (): void => undefined;

  async function follow(): Promise<void> {
    const mine = round;
    drafting = true;
    const first = isFirst();
    let seen = false;
    while (wanted) {
      const { parts } = wanted;
      wanted = null;
      seen = await draft(parts);
      if (mine !== round) return;
    }
    drafting = false;
    if (seen) forget = later(first ? 0 : STILL_MS, full);
  }

  return {
    touch(parts) {
      forget();
      wanted = { parts: parts || wanted?.parts === true };
      if (!drafting) void follow();
    },
    stop() {
      forget();
      wanted = null;
      drafting = false;
      round += 1;
    },
  };
}

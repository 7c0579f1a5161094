// Signs of life in, an alarm out when there was none for too long (a watchdog timer).
// Silence is counted in ticks of our own, not on a clock: while the lid is closed, the page is in the
// background or the panel itself does not get its turn, no time passes.

export interface Watchdog {
  /** Something was heard, or has only now begun: milliseconds of the silence before it. */
  heard: () => number;
  /** Nothing is awaited any more. */
  stop: () => void;
}

const TICK_MS = 250;

/** `limit` is asked at every tick, as it depends on what was heard last. Starts with the first `heard`. */
export function createWatchdog(limit: () => number, alarm: (silence: number) => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ticks = 0;
  let since = 0;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function tick(): void {
    ticks += 1;
    const silence = ticks * TICK_MS;
    if (silence < limit()) {
      timer = setTimeout(tick, TICK_MS);
      return;
    }
    timer = null;
    alarm(silence);
  }

  return {
    heard() {
      const now = performance.now();
      const silence = timer === null ? 0 : Math.min(now - since, (ticks + 1) * TICK_MS);
      stop();
      ticks = 0;
      since = now;
      timer = setTimeout(tick, TICK_MS);
      return silence;
    },
    stop,
  };
}

// In: work and what it is called. Out: its value; in a trace of the browser, from when to when it ran.
// User Timing (W3C): `npm run bench -- start --timeline` reads it. Nothing is kept, however long a panel
// stays open.
declare const performance: {
  now: () => number;
  mark: (name: string) => unknown;
  clearMarks: (name: string) => void;
  measure: (name: string, between: { start: number; end: number }) => unknown;
  clearMeasures: (name: string) => void;
};

/** A moment. */
export function mark(name: string): void {
  performance.mark(name);
  performance.clearMarks(name);
}

/** A stretch, whether the work ends well or throws. */
export async function span<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(name, { start, end: performance.now() });
    performance.clearMeasures(name);
  }
}

// A promise and a limit in milliseconds in → its value, or LATE where it does not come in time. Its
// errors within the limit go through; what comes after the limit is dropped. For the sandbox and the
// panel, whose types of timers differ.
declare function setTimeout(run: () => void, ms: number): number;
declare function clearTimeout(timer: number): void;

export const LATE = Symbol('late');

export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T | typeof LATE> {
  let timer: number | null = null;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

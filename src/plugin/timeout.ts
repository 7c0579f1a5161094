// A promise of Figma's and a limit in → its value, or LATE when Figma has not answered in time. Its errors go through.

/** Milliseconds that Figma may take to export one drawing or to load a page. A screen of thousands of layers takes some
 * seconds; what takes longer than this has hung, and a user must not wait for ever. */
export const PATIENCE = 45_000;

export const LATE = Symbol('late');

export async function within<T>(limit: number, promise: Promise<T>): Promise<T | typeof LATE> {
  let timer: number | null = null;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

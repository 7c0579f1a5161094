// In: a tensor that goes into a network or comes out. Out: what of a picture it could be, and how its shape
// is told.
import type { Port } from './read-port.ts';

/** NCHW with one picture and equal sides; null for anything else. `side` null: free. */
export function sides(
  { dims }: Port,
  wanted: readonly number[],
): { channels: number; side: number | null } | null {
  const [batch = null, channels = null, height = null, width = null] = dims;
  if (dims.length !== 4 || (batch !== null && batch !== 1)) return null;
  if (channels === null || !wanted.includes(channels)) return null;
  if (height !== null && width !== null && height !== width) return null;
  return { channels, side: height ?? width };
}

/** [1, side, side, channels]. */
export function isLast({ dims }: Port): boolean {
  const [, second = null, third = null, channels = null] = dims;
  const sided = second === null || second > 4 || second === third;
  return dims.length === 4 && channels !== null && channels <= 4 && sided && (third === null || third > 4);
}

export function portText({ dims }: Port): string {
  return dims.length === 0 ? 'a single number' : dims.map((dim) => dim ?? '?').join(' × ');
}

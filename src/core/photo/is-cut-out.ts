// In: an image. Out: whether it was cut out: clear in a good part, and not all over.
import type { Rgba } from '../sketch.ts';

/** A cut-out covers less of its frame than this, and more than is left of it. */
const WHOLE = 0.98;

export function isCutOut({ data }: Rgba): boolean {
  let opaque = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! > 127) opaque++;
  const share = opaque / (data.length / 4);
  return share > 1 - WHOLE && share < WHOLE;
}

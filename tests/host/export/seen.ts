// In: two PNG files. Out: how far apart they are, seen on any ground. And what draws an SVG as one.
import { decode } from 'fast-png';
import { readEngines } from '../../../host/engines.mjs';
import { openRaster } from '../../../host/export/raster.ts';

export const render = await openRaster((await readEngines()).resvg);

/** Mean difference over the pixels, 0 to 255, and the share of pixels that differ by more than 16. */
export function difference(a: Uint8Array, b: Uint8Array): { size: string; mean: number; far: number } {
  const [one, two] = [decode(a), decode(b)];
  const size = `${one.width}×${one.height}`;
  if (size !== `${two.width}×${two.height}`) return { size: `${size} and ${two.width}×${two.height}`, mean: 255, far: 1 }; // prettier-ignore
  let [sum, far] = [0, 0];
  for (let i = 0; i < one.data.length; i += 4) {
    // Colour under full transparency is nobody's business.
    const apart = [0, 1, 2, 3].map((c) =>
      c === 3
        ? Math.abs(one.data[i + 3]! - two.data[i + 3]!)
        : Math.abs(one.data[i + c]! * one.data[i + 3]! - two.data[i + c]! * two.data[i + 3]!) / 255,
    );
    const most = Math.max(...apart);
    sum += most;
    if (most > 16) far += 1;
  }
  return { size, mean: sum / (one.data.length / 4), far: far / (one.data.length / 4) };
}

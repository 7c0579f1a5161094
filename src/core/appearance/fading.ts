// In: smooth regions and their base colours. Out: those into which a thing fades on one side that has a
// border on its others, as a ring, a bar or a ray does: that is a shape, not shade.
// By steps between pixels of one region that lie on both sides of an edge.
import type { SmoothRegions } from './smooth-regions.ts';

/** Pixels from one side of an edge to the other. */
const ACROSS = 4;
/** Of 255: less from side to side is a highlight's border, or a gradient on its way. */
const STEP = 56;
/** Such borders are at least this long beside the region's side, were it a square. */
const LONG = 0.4;

/** Per region 1 where it is so. `base`: sRGB, 3 bytes a pixel, `width` of them a row. */
export function fadedInto({ data, count }: SmoothRegions, base: Uint8Array, width: number): Uint8Array {
  const steps = new Float64Array(count);
  const pixels = new Float64Array(count);
  const rows = [ACROSS, ACROSS * width];
  for (let i = 0; i < data.length; i++) {
    const region = data[i]!;
    if (region < 2) continue;
    pixels[region]!++;
    for (const row of rows) {
      const j = i + row;
      const wraps = row === ACROSS && (i % width) + ACROSS >= width;
      if (!wraps && data[j] === region && isStep(base, 3 * i, 3 * j)) steps[region]!++;
    }
  }
  // A step is seen from as many pixels as lie across it.
  return Uint8Array.from(steps, (seen, region) =>
    seen > ACROSS * LONG * Math.sqrt(pixels[region]!) ? 1 : 0,
  );
}

function isStep(base: Uint8Array, a: number, b: number): boolean {
  for (let c = 0; c < 3; c++) if (Math.abs(base[a + c]! - base[b + c]!) > STEP) return true;
  return false;
}

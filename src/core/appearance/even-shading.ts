// In: base colours and the shading that was found in them, at that size or a coarser one. Out: base colours
// with that shading evened: in Oklab lightness goes to the region's mean; chroma stays, but for what glare
// took from it.
import { toLab, toRgb } from '../colour/oklab.ts';
import type { Rgb } from '../colour/colour.ts';
import { between, type Grid } from '../image/grid.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Parts } from '../parts/parts.ts';
import type { DrawnShading, Evening } from './drawn-shading.ts';
import { BETWEEN, NOWHERE } from './smooth-regions.ts';

// So much lighter than the mean a highlight begins to lose its body's chroma, and has lost it. Oklab's L.
const GLARE = [0.05, 0.25] as const;
// How far, in pixels, an edge looks for the regions that it lies between.
const REACH = 2;
// An edge has a colour between those of its sides; a letter that is thin everywhere has its own. Of 255.
const SLACK = 4;

/** `base`: sRGB, 3 bytes a pixel of the parts' grid; it is left as it is. */
export function evened(base: Uint8Array, { grid, labels }: Parts, shading: DrawnShading): Uint8Array {
  const regions = regionsOver(grid, labels.data, shading);
  const known = shading.evenings.map(() => new Map<number, Rgb>());
  const out = base.slice();
  for (let i = 0; i < regions.length; i++) {
    const region = regions[i]!;
    const evening = shading.evenings[region];
    if (!evening) continue;
    const rgb: Rgb = [base[3 * i]!, base[3 * i + 1]!, base[3 * i + 2]!];
    const key = (rgb[0] << 16) | (rgb[1] << 8) | rgb[2];
    const changed = known[region]!;
    let now = changed.get(key);
    if (!now) changed.set(key, (now = changedBy(evening, rgb)));
    out[3 * i] = now[0];
    out[3 * i + 1] = now[1];
    out[3 * i + 2] = now[2];
  }
  moveEdges(base, out, regions, grid);
  return out;
}

function changedBy({ keep, mean, hue }: Evening, rgb: Rgb): Rgb {
  const [l, a, b] = toLab(rgb);
  const along =
    (1 - keep) * smoothstep(...GLARE, l - mean[0]) * ((mean[1] - a) * hue[0] + (mean[2] - b) * hue[1]);
  return toRgb([l + (1 - keep) * (mean[0] - l), a + along * hue[0], b + along * hue[1]]);
}

/** The region of every pixel of a grid; of a finer one, that of the nearest pixel of the same part. */
function regionsOver(grid: Grid, labels: Int32Array, shading: DrawnShading): Int32Array {
  const { grid: coarse, regions } = shading;
  if (coarse === grid) return regions;
  const to = between(grid, coarse);
  const out = new Int32Array(grid.width * grid.height);
  for (let y = 0, i = 0; y < grid.height; y++) {
    const v = clamped(to.y(y), coarse.height);
    for (let x = 0; x < grid.width; x++, i++) {
      const label = labels[i]!;
      if (label === 0) out[i] = NOWHERE;
      else {
        const at = v * coarse.width + clamped(to.x(x), coarse.width);
        out[i] = shading.labels[at] === label ? regions[at]! : BETWEEN;
      }
    }
  }
  return out;
}

const clamped = (v: number, size: number): number => Math.min(size - 1, Math.max(0, Math.floor(v)));

/** Edges go along with the regions beside them, by the mean of their changes. */
function moveEdges(base: Uint8Array, out: Uint8Array, regions: Int32Array, { width, height }: Grid): void {
  const change = new Float64Array(3);
  const least = new Float64Array(3);
  const most = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (regions[i] !== BETWEEN) continue;
      change.fill(0);
      least.fill(Infinity);
      most.fill(-Infinity);
      let count = 0;
      for (let v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
        for (let u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
          const at = v * width + u;
          if (regions[at]! <= BETWEEN) continue;
          count++;
          for (let c = 0; c < 3; c++) {
            const value = base[3 * at + c]!;
            change[c]! += out[3 * at + c]! - value;
            if (value < least[c]!) least[c] = value;
            if (value > most[c]!) most[c] = value;
          }
        }
      }
      if (count === 0) continue;
      let inside = true;
      for (let c = 0; c < 3; c++) {
        const value = base[3 * i + c]!;
        inside &&= value >= least[c]! - SLACK && value <= most[c]! + SLACK;
      }
      if (!inside) continue;
      for (let c = 0; c < 3; c++)
        out[3 * i + c] = Math.min(255, Math.max(0, Math.round(base[3 * i + c]! + change[c]! / count)));
    }
  }
}

// In: heights over the model square. Out: how open each place is to the sky, and how much it sees of a lamp.
// Horizon mapping (Max 1988): the steepest rise along a direction, from a few distances, against a soft lamp.
import { ownTent } from '../image/own-tent.ts';
import type { Heights } from './heights.ts';
import { evenOutSlivers } from './slivers.ts';

// Ways that the sky is asked for along, as in horizon-based ambient occlusion (Bavoil, Sainz, Dimitrov 2008).
const SKY_WAYS = 6;
// Distances that are asked, in samples of a square of 512: near ones closer together.
const DISTANCES = [1.5, 2.5, 4, 6, 9, 13, 19, 28] as const;
const SKY_DISTANCES = [1.5, 3.5, 7, 14] as const;
const USUAL_SIZE = 512;
// A lamp is no smaller than this (tangent of its half width), nor larger: shadows of larger ones are not
// seen.
const SHARPEST = 0.12;
const SOFTEST = 0.55;
// A rise is told from a place this much above the surface, in samples: what is level hides nothing.
const LIFT_SAMPLES = 0.25;

/** Per sample 0…1, 1: open all around. */
export function skyOf(heights: Heights): Float32Array {
  const { near } = heights;
  const sky = new Float32Array(near.length).fill(1);
  const rise = new Float32Array(near.length);
  for (let k = 0; k < SKY_WAYS; k++) {
    const way = (2 * Math.PI * (k + 0.5)) / SKY_WAYS;
    risesAlong({ heights, rough: near }, [Math.cos(way), Math.sin(way)], SKY_DISTANCES, rise);
    for (let i = 0; i < sky.length; i++) {
      const up = rise[i]!;
      if (up > 0) sky[i] = sky[i]! - up / Math.sqrt(1 + up * up) / SKY_WAYS;
    }
  }
  return evened(heights, near, sky);
}

/**
 * Per sample 0…1: the share of a lamp that nothing hides. `towards` it: x right, y up, z to the viewer;
 * `size`: tangent of its half width.
 */
export function seenOf(
  heights: Heights,
  [x, y, z]: readonly [number, number, number],
  size: number,
): Float32Array {
  const { far } = heights;
  const seen = new Float32Array(far.length).fill(1);
  const aside = Math.hypot(x, y);
  if (aside < 1e-3) return seen;
  const high = z / aside;
  const soft = Math.min(SOFTEST, Math.max(SHARPEST, size));
  const rise = new Float32Array(far.length);
  risesAlong({ heights, rough: far }, [x / aside, -y / aside], DISTANCES, rise);
  for (let i = 0; i < seen.length; i++) {
    const hidden = (rise[i]! - high + soft) / (2 * soft);
    if (rise[i] !== 0 && hidden > 0) seen[i] = hidden < 1 ? 1 - hidden : 0;
  }
  return evened(heights, far, seen);
}

/**
 * Writes the steepest rise, as a tangent, that each rough sample sees; 0: nothing rises. `way`: right and
 * down, unit.
 */
function risesAlong(
  { heights: { size, own, data }, rough }: { heights: Heights; rough: Uint8Array },
  [wx, wy]: readonly [number, number],
  distances: readonly number[],
  rises: Float32Array,
): void {
  // The same four samples and shares for every place: bilinear, so that a border rises evenly along its
  // length.
  const fars = Float64Array.from(distances, (distance) => (distance * size) / USUAL_SIZE);
  const across = fars.map((far) => Math.floor(wx * far));
  const down = fars.map((far) => Math.floor(wy * far));
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      if (rough[i] === 0) continue;
      const from = own[i]! + LIFT_SAMPLES;
      let rise = 0;
      for (let k = 0; k < fars.length; k++) {
        const far = fars[k]!;
        const u = x + across[k]!;
        const v = y + down[k]!;
        if (u < 0 || v < 0 || u >= size - 1 || v >= size - 1) continue;
        const fx = wx * far - across[k]!;
        const fy = wy * far - down[k]!;
        const at = v * size + u;
        const upper = data[at]! * (1 - fx) + data[at + 1]! * fx;
        const lower = data[at + size]! * (1 - fx) + data[at + size + 1]! * fx;
        const up = upper * (1 - fy) + lower * fy - from;
        if (up > rise * far) rise = up / far;
      }
      rises[i] = rise;
    }
  }
}

function evened({ size, labels, slivers }: Heights, rough: Uint8Array, values: Float32Array): Float32Array {
  const parts = { width: size, height: size, data: labels };
  const even = ownTent(parts, rough, values);
  evenOutSlivers(parts, slivers, even);
  return even;
}

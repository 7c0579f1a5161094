// In: base colours and parts. Out: regions within parts in which colour changes without a step.
// Connected-component labelling in two passes by union-find (Rosenfeld and Pfaltz 1966).
import type { Parts } from '../parts/parts.ts';

/** Pixels of no part. */
export const NOWHERE = -1;
/** Pixels between regions: edges of print, thin letters. */
export const BETWEEN = 0;
/** Pixels that keep their colour. */
const AS_DRAWN = 1;

// Largest difference of a channel, of 255, from pixel to pixel of a picture of up to 512; larger ones are
// edges. In larger pictures gradients have smaller steps, down to what 8 bits can tell.
const STEP = 8;
const LEAST_STEP = 3;
// A region has at least this many pixels with all four neighbours in it per 512 × 512, and this share of its
// own.
const INNER = 60;
const INNER_SHARE = 0.4;

export interface SmoothRegions {
  /** Per pixel of the grid: NOWHERE, BETWEEN, AS_DRAWN or a region's number, from 2 on. */
  data: Int32Array;
  /** Of all numbers, the first two included. */
  count: number;
}

/**
 * `base`: sRGB, 3 bytes a pixel. `wanted`: per part, whether it is looked at; `left`: per pixel, 1 where it
 * is left as drawn; null: nowhere.
 */
export function smoothRegions(
  { grid, labels }: Parts,
  base: Uint8Array,
  wanted: readonly boolean[],
  left: Uint8Array | null,
): SmoothRegions {
  const { width, height } = grid;
  const finer = Math.round((STEP * 512) / Math.max(width, height));
  const step = Math.min(STEP, Math.max(LEAST_STEP, finer));
  const part = labels.data;
  const parent = new Int32Array(width * height).fill(-1);
  const joined = (i: number, j: number): boolean => {
    if (part[i] !== part[j] || parent[j] === -1) return false;
    for (let c = 0; c < 3; c++) if (Math.abs(base[3 * i + c]! - base[3 * j + c]!) > step) return false;
    return true;
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const label = part[i]!;
      if (label === 0 || wanted[label - 1] !== true || left?.[i] === 1) continue;
      parent[i] = i;
      if (x > 0 && joined(i, i - 1)) join(parent, i, i - 1);
      if (y > 0 && joined(i, i - width)) join(parent, i, i - width);
    }
  }
  return numbered(parent, part, width, height);
}

function rootOf(parent: Int32Array, i: number): number {
  let at = i;
  while (parent[at] !== at) {
    const above = parent[at]!;
    parent[at] = parent[above]!;
    at = above;
  }
  return at;
}

function join(parent: Int32Array, i: number, j: number): void {
  const [a, b] = [rootOf(parent, i), rootOf(parent, j)];
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

/** Large regions are numbered by their first pixel; edges and thin strokes lie between them. */
function numbered(parent: Int32Array, part: Int32Array, width: number, height: number): SmoothRegions {
  const pixels = new Int32Array(parent.length);
  const inner = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    if (parent[i] === -1) continue;
    parent[i] = rootOf(parent, i);
  }
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const root = parent[i]!;
      if (root === -1) continue;
      pixels[root]!++;
      const inside =
        x > 0 &&
        y > 0 &&
        x < width - 1 &&
        y < height - 1 &&
        parent[i - 1] === root &&
        parent[i + 1] === root &&
        parent[i - width] === root &&
        parent[i + width] === root;
      if (inside) inner[root]!++;
    }
  }
  const least = (INNER * width * height) / (512 * 512);
  const data = new Int32Array(parent.length);
  let count = 2;
  // A root is the first pixel of its region, so that its number is known when the others are met.
  for (let i = 0; i < parent.length; i++) {
    const root = parent[i]!;
    if (root === -1) data[i] = part[i] === 0 ? NOWHERE : AS_DRAWN;
    else if (root !== i) data[i] = data[root]!;
    else {
      const large = inner[i]! > Math.max(least, INNER_SHARE * pixels[i]!);
      data[i] = large ? count++ : BETWEEN;
    }
  }
  return { data, count };
}

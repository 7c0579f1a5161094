// In: an object's outline, the shadow the generator found. Out: where its feet stand, on a coarse grid.
// Per column the lowest covered cell; a Gaussian of its height, or the shadow below, says if it stands.
import { blurred } from '../image/blur.ts';
import { boundsOf } from '../image/bounds.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Grid } from '../image/grid.ts';
import type { View } from '../form/view.ts';

/** Longer side of the object, in cells of the grid. */
export const CELLS = 144;
/** Paper around the object that a shadow may use, as a share of that side. */
export const ASIDE_SHARE = 0.15;
export const BELOW_SHARE = 0.075;
// A foot higher above the lowest one than this share of the object's size does not stand,
// unless the generator saw its shadow.
const STANDS_SHARE = 0.02;
// A leg that stands farther back ends higher: so much at most, as a share of the object's size. It ends lower
// than what is beside it by the second share, and is no broader than the third.
const BACK_SHARE = 0.24;
const LEG_SHARE = 0.03;
const LEG_WIDTH_SHARE = 0.085;
// Rows of the grid that a leg's end may slant over.
const SLANT_CELLS = 2;
// A narrow end presses on little ground: its contact is darker, so that the blur leaves something of it.
const LEG_STANDS = 1.8;
// The generator's shadow just below a foot: from here on it is meant, and here it is sure.
const SEEN = { from: 0.1, sure: 0.34 } as const;

// What is still there, faintly, so many rows below its foot fades away: it touches no ground.
const FADE_CELLS = 4;
const FAINT = 0.05;

export interface Feet {
  grid: Grid;
  /** 0…1, the object on the grid. */
  mask: Float32Array;
  /** Row below the lowest covered cell of every column; −1 where there is none. */
  foot: Float32Array;
  /**
   * How much the column's foot stands on the ground, 0…1, and under a leg more; smooth from column to column.
   */
  stands: Float32Array;
  /** Lowest foot. */
  low: number;
  /** The columns between which a shadow may lie. */
  from: number;
  to: number;
}

/**
 * A view's feet stay where they are under every light. Null: nothing is there, or it fades away downwards.
 */
export function findFeet({ intrinsic, silhouette, square }: View): Feet | null {
  const { size, shadow } = intrinsic;
  const outline = silhouette?.data ?? intrinsic.coverage;
  const bounds = boundsOf({ data: outline, width: size, height: size }, 0.5);
  if (!bounds) return null;
  const { x0, y0, x1, y1 } = bounds;
  const unit = Math.max(x1 - x0 + 1, y1 - y0 + 1) / CELLS;
  const [aside, below] = [Math.ceil(ASIDE_SHARE * CELLS), Math.ceil(BELOW_SHARE * CELLS)];
  const width = Math.ceil((x1 - x0 + 1) / unit) + 2 * aside;
  const height = Math.ceil((y1 - y0 + 1) / unit) + below;
  const pixel = square.box.width / size;
  const left = x0 - aside * unit;
  const box = {
    x: square.box.x + left * pixel,
    y: square.box.y + y0 * pixel,
    width: width * unit * pixel,
    height: height * unit * pixel,
  };
  const at = (plane: Float32Array, x: number, y: number): number => {
    const [u, v] = [Math.floor(left + x * unit), Math.floor(y0 + y * unit)];
    return u < 0 || v < 0 || u >= size || v >= size ? 0 : plane[v * size + u]!;
  };
  const mask = new Float32Array(width * height);
  const foot = new Float32Array(width).fill(-1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      mask[i] = at(outline, x + 0.5, y + 0.5) > 0.5 ? 1 : 0;
      if (mask[i]) foot[x] = y + 1;
    }
  }
  if (silhouette)
    for (let x = 0; x < width; x++) if (at(outline, x + 0.5, foot[x]! + FADE_CELLS) > FAINT) foot[x] = -1;
  const low = foot.reduce((a, b) => Math.max(a, b), 0);
  if (low === 0) return null;
  const seen = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const row = foot[x]!;
    // Far above the ground a shadow below the foot is the one of another part.
    if (row < 0 || low - row > 0.3 * CELLS) continue;
    let sum = 0;
    for (let y = 1; y <= 4; y++) sum += at(shadow, x + 0.5, row + y) / 4;
    seen[x] = sum;
  }
  const meant = blurred({ width, height: 1, data: seen }, 3, 0);
  const stands = foot.map((row, x) => {
    if (row < 0) return 0;
    const near = Math.exp(-(((low - row) / (STANDS_SHARE * CELLS)) ** 2));
    const leg = isLeg(foot, x, low) ? LEG_STANDS : 0;
    return Math.max(near, leg, 0.85 * smoothstep(SEEN.from, SEEN.sure, meant[x]!));
  });
  const grid = { box, width, height };
  const standing = [...stands.keys()].filter((x) => stands[x]! > 0.05);
  const from = Math.max(0, (standing.at(0) ?? 0) - aside);
  const to = Math.min(width, (standing.at(-1) ?? width) + 1 + aside);
  return { grid, mask, foot, stands: blurred({ width, height: 1, data: stands }, 1.6, 0), low, from, to };
}

/** Whether a column's foot belongs to a narrow end that all beside it ends above. */
function isLeg(foot: Float32Array, x: number, low: number): boolean {
  const row = foot[x]!;
  if (low - row > BACK_SHARE * CELLS) return false;
  // The column beyond the end, one way; null: what is there ends lower.
  const beyond = (way: 1 | -1): number | null => {
    let at = x + way;
    while (at >= 0 && at < foot.length && Math.abs(foot[at]! - row) <= SLANT_CELLS) at += way;
    const next = at >= 0 && at < foot.length ? foot[at]! : -1;
    return next < row && row - next >= LEG_SHARE * CELLS ? at : null;
  };
  const left = beyond(-1);
  const right = beyond(1);
  return left !== null && right !== null && right - left - 1 <= LEG_WIDTH_SHARE * CELLS;
}

// In: a Bounce, pixels of any grid over its drawing with their form. Out: pigments that are brighter by what
// neighbours send.
// One bounce in closed form: a surface that leans sees (1 − cos) / 2 of the plane that it leans to, the foot
// of a wall sees the wall instead of the sky.
import { between, type Grid } from '../image/grid.ts';
import type { Bounce } from './bounce.ts';

// In cells of the coarse grid: how far away a place that is leant to is looked at.
const AHEAD_CELLS = 4;
// What neighbours get of the light that the surface gets; of a sky less open than this no more is asked.
const SENT = 0.6;
const LEAST_OPEN = 0.4;
// What leans less, or is more open, takes nothing: most pixels, which need no colours then.
const LEAST_SHARE = 0.04;

/** Whether a pixel with this z of its normal, as open as this, takes anything. */
export function takes(z: number, open: number): boolean {
  return z < 1 - 2 * LEAST_SHARE || open < 1 - LEAST_SHARE;
}

/** Three values of `pigments`, `step` apart, from `at` on. */
interface Pigment {
  pigments: Float32Array;
  at: number;
  step: number;
}

interface Taking {
  row: (y: number) => void;
  /**
   * Multiplies the pixel's sRGB pigment, in place. `form`: its normal x (right), y (up), z, and how open it
   * is.
   */
  pixel: (x: number, label: number, form: Float32Array, pigment: Pigment) => void;
}

/** Bilinear: the upper left cell, and the shares of what is right of it and below. */
interface Tap {
  from: number;
  f: number;
  g: number;
}

/** At the pixels of `grid`, which may lie anywhere over the same drawing. */
export function openTaking({ grid: coarse, colours, walls, dull }: Bounce, grid: Grid): Taking {
  const { width, height } = coarse;
  const to = between(grid, coarse);
  const tap = (u: number, v: number, tapped: Tap): void => {
    const a = Math.max(0, Math.min(width - 1.001, u));
    const b = Math.max(0, Math.min(height - 1.001, v));
    tapped.f = a - Math.floor(a);
    tapped.g = b - Math.floor(b);
    tapped.from = Math.floor(b) * width + Math.floor(a);
  };
  // What is one cell wide or high, as a slim drawing is, has no other beside it.
  const right = width > 1 ? 1 : 0;
  const below = height > 1 ? width : 0;
  const read = (values: Float32Array, { from, f, g }: Tap): number =>
    (values[from]! * (1 - f) + values[from + right]! * f) * (1 - g) +
    (values[from + below]! * (1 - f) + values[from + below + right]! * f) * g;
  // One for all pixels: a new one for each would be garbage.
  const ahead: Tap = { from: 0, f: 0, g: 0 };
  const here: Tap = { from: 0, f: 0, g: 0 };
  let v = 0;
  return {
    row(y) {
      v = to.y(y) - 0.5;
    },
    pixel(x, label, form, { pigments, at, step }) {
      const lean = 0.5 * (1 - form[2]!) - LEAST_SHARE;
      const closed = 1 - form[3]! - LEAST_SHARE;
      const share = SENT * dull[label - 1]!;
      if (share === 0) return;
      const leaning = share * Math.max(0, lean);
      const walled = (share * Math.max(0, closed)) / Math.max(LEAST_OPEN, form[3]!);
      const u = to.x(x) - 0.5;
      tap(u + AHEAD_CELLS * form[0]!, v - AHEAD_CELLS * form[1]!, ahead);
      tap(u, v, here);
      for (let c = 0; c < 3; c++) {
        const more = leaning * read(colours[c]!, ahead) + walled * read(walls[c]!, here);
        // (1 + more) to the power 1 / 2.2, by its series.
        const times = 1 + more * (0.4545 + more * (-0.124 + 0.064 * more));
        pigments[at + c * step] = Math.min(1, pigments[at + c * step]! * times);
      }
    },
  };
}

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
// What leans less, or is more open, takes nothing: most pixels.
const LEAST_SHARE = 0.04;

/** What takes, channel after channel: one entry a pixel. */
export interface Takers {
  /** Their places in the picture, row after row. */
  pixels: Int32Array;
  /** Of the whole picture. */
  labels: Int32Array;
  /** x (right), y (up) and z of the normal, and how open the pixel is. */
  form: readonly [Float32Array, Float32Array, Float32Array, Float32Array];
  /** sRGB, three channels. */
  pigments: Float32Array;
}

/** Multiplies the pigments, in place. `grid`: the picture's, which may lie anywhere over the same drawing. */
export function takeBounce(
  { grid: coarse, colours, walls, dull }: Bounce,
  grid: Grid,
  { pixels, labels, form: [nx, ny, nz, open], pigments }: Takers,
): void {
  const count = pixels.length;
  const { width, height } = coarse;
  const to = between(grid, coarse);
  const columns = Float64Array.from({ length: grid.width }, (_, x) => to.x(x) - 0.5);
  // What is one cell wide or high, as a slim drawing is, has no other beside it.
  const right = width > 1 ? 1 : 0;
  const below = height > 1 ? width : 0;
  // One for all pixels: a new one for each would be garbage.
  const more = new Float64Array(3);
  /** Adds `times` what the coarse planes have at a place, in cells: bilinear. */
  const add = (planes: Bounce['colours'], times: number, u: number, v: number): void => {
    const a = Math.max(0, Math.min(width - 1.001, u));
    const b = Math.max(0, Math.min(height - 1.001, v));
    const column = Math.floor(a);
    const row = Math.floor(b);
    const f = a - column;
    const g = b - row;
    const at = row * width + column;
    for (let c = 0; c < 3; c++) {
      const plane = planes[c]!;
      const upper = plane[at]! * (1 - f) + plane[at + right]! * f;
      const lower = plane[at + below]! * (1 - f) + plane[at + below + right]! * f;
      more[c] = more[c]! + times * (upper * (1 - g) + lower * g);
    }
  };
  let from = -grid.width;
  let v = 0;
  for (let k = 0; k < count; k++) {
    const lean = 0.5 * (1 - nz[k]!) - LEAST_SHARE;
    const closed = 1 - open[k]! - LEAST_SHARE;
    if (lean <= 0 && closed <= 0) continue;
    const i = pixels[k]!;
    const share = SENT * dull[labels[i]! - 1]!;
    if (share === 0) continue;
    if (i >= from + grid.width) {
      const y = Math.floor(i / grid.width);
      from = y * grid.width;
      v = to.y(y) - 0.5;
    }
    const u = columns[i - from]!;
    more.fill(0);
    if (lean > 0) add(colours, share * lean, u + AHEAD_CELLS * nx[k]!, v - AHEAD_CELLS * ny[k]!);
    if (closed > 0) add(walls, (share * closed) / Math.max(LEAST_OPEN, open[k]!), u, v);
    for (let c = 0; c < 3; c++) {
      const extra = more[c]!;
      // (1 + extra) to the power 1 / 2.2, by its series.
      const times = 1 + extra * (0.4545 + extra * (-0.124 + 0.064 * extra));
      const at = c * count + k;
      pigments[at] = Math.min(1, pigments[at]! * times);
    }
  }
}

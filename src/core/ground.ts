// In: the shadow that the generator found on the ground. Out: how far it reaches, and the picture with it underneath.
import type { Studio } from './card.ts';
import { between, type Grid } from './fit.ts';
import type { View } from './scene.ts';
import type { Box, Rgba } from './sketch.ts';
import type { Intrinsic } from './tensor.ts';

// Fainter than this, as opacity, nobody sees it on white.
const FAINT = 0.012;
// The shadow fades to nothing over this share of the square's side, so that no picture ends in the middle of one.
const FADE = 0.07;
// From this darkness on the network's shadow is taken as it is.
const SURE = 0.16;

/** The part of the square, in drawing coordinates, where the shadow can be seen; null where none can. */
export function shadowBox({ intrinsic, square }: View): Box | null {
  const { size } = intrinsic;
  const shadow = grounded(intrinsic);
  let [x0, y0, x1, y1] = [size, size, -1, -1];
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      if ((shadow[i] ?? 0) * fade(x + 0.5, y + 0.5, size) < FAINT) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = y;
    }
  }
  if (x1 < 0) return null;
  const unit = square.box.width / size;
  return {
    x: square.box.x + (x0 - 1) * unit,
    y: square.box.y + (y0 - 1) * unit,
    width: (x1 - x0 + 3) * unit,
    height: (y1 - y0 + 3) * unit,
  };
}

/** Lays the shadow under the picture, in place. Both straight alpha. */
export function layShadow(picture: Rgba, grid: Grid, { intrinsic, square }: View, studio: Studio): void {
  const { size } = intrinsic;
  const soft = grounded(intrinsic);
  const to = between(grid, square);
  const colour = studio.shadow.colour.map((v) => 255 * v);
  const { data, width } = picture;
  for (let y = 0; y < grid.height; y++) {
    const v = to.y(y);
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const over = (data[at + 3] ?? 0) / 255;
      if (over === 1) continue;
      const u = to.x(x);
      const dark = studio.shadow.strength * smooth(soft, size, u, v) * fade(u, v, size);
      const under = dark * (1 - over);
      if (under < FAINT / 2) continue;
      const all = over + under;
      for (let c = 0; c < 3; c++)
        data[at + c] = Math.round(((data[at + c] ?? 0) * over + (colour[c] ?? 0) * under) / all);
      data[at + 3] = Math.round(255 * all);
    }
  }
}

/** 1 inside, falling to 0 at the square's rim. */
function fade(u: number, v: number, size: number): number {
  const rim = Math.min(u, v, size - u, size - v) / (FADE * size);
  const t = Math.min(1, Math.max(0, rim));
  return t * t * (3 - 2 * t);
}

/** Smooth, and without the faint clouds that the network leaves where it is not sure: a shadow there must be meant. */
function grounded({ shadow, size }: Intrinsic): Float32Array {
  return blurred(shadow, size).map((dark) => {
    const t = Math.min(1, Math.max(0, (dark - 0.02) / (SURE - 0.02)));
    return dark * t * t * (3 - 2 * t);
  });
}

/** The network's shadow is not smooth from pixel to pixel; a ground shadow is. Binomial 5 × 5. */
function blurred(plane: Float32Array, size: number): Float32Array {
  const kernel = [1, 4, 6, 4, 1];
  const pass = (from: Float32Array, across: boolean): Float32Array => {
    const to = new Float32Array(size * size);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        let sum = 0;
        for (let k = -2; k <= 2; k++) {
          const u = Math.min(size - 1, Math.max(0, across ? x + k : x));
          const v = Math.min(size - 1, Math.max(0, across ? y : y + k));
          sum += (kernel[k + 2] ?? 0) * (from[v * size + u] ?? 0);
        }
        to[y * size + x] = sum / 16;
      }
    }
    return to;
  };
  return pass(pass(plane, true), false);
}

/** Bilinear, sample centres at i + 0.5. */
function smooth(plane: Float32Array, size: number, u: number, v: number): number {
  const x = Math.min(size - 1.001, Math.max(0, u - 0.5));
  const y = Math.min(size - 1.001, Math.max(0, v - 0.5));
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [f, g] = [x - i, y - j];
  const at = j * size + i;
  const top = (plane[at] ?? 0) * (1 - f) + (plane[at + 1] ?? 0) * f;
  const bottom = (plane[at + size] ?? 0) * (1 - f) + (plane[at + size + 1] ?? 0) * f;
  return top * (1 - g) + bottom * g;
}

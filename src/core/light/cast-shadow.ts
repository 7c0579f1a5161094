// In: where an object's feet stand, a studio, where the object is of glass. Out: how dark the ground is, and
// what light the glass throws on it. A contact shadow, and a thrown one by slices, each blurred as its height
// and the lamp's size say.
//
//        ████████          The outline says where the object stands: columns whose foot is near the ground,
//        ████████          or below which the generator saw a shadow. Under them lies a narrow dark
//     ░░▒▓██████▓▒▒░░░░    contact shadow, and a wide one away from the key light: the higher a slice, the
//         ▒▒▒▒▒▒▒▒         farther and softer. On a coarse grid of their own nothing can streak.
import type { Studio } from '../card.ts';
import { blurred } from '../image/blur.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Grid } from '../image/grid.ts';
import { ASIDE_SHARE, BELOW_SHARE, CELLS, type Feet } from './ground-contact.ts';
import type { Glass } from './ground-glass.ts';

// What lies on the ground is seen at a slant: depth is this much shorter than width.
const DEPTH_PER_WIDTH = 0.34;
// What ends this share of the object above the lowest foot touches no ground.
const HANGS_SHARE = 0.3;
// Of the light that falls on glass, what the ground behind it lacks all the same.
const KEPT = 0.75;
// A body of glass is a lens: what it lets through comes together in so much of its width, and is so much
// sharper.
const FOCUS = 0.55;
const SHARPER = 0.45;
const BRIGHT = 1.8;

export interface Ground {
  grid: Grid;
  /** 0…1. */
  dark: Float32Array;
  /** 0…1, of the light that glass throws; null: there is none. */
  glow: Float32Array | null;
}

export function castShadow(
  { grid, mask, foot, stands, low, from, to }: Feet,
  studio: Studio,
  glass: Glass | null,
): Ground {
  const long = CELLS;
  const { width, height } = grid;
  const [x, y, z] = studio.shadow.towards;
  const { size } = studio.shadow;
  // A low light throws long shadows; longer than this they would leave the picture.
  const steep = Math.max(y, 0.35);
  const contact = new Float32Array(width * height);
  const deep = Math.max(1, 0.012 * long);
  for (let u = 0; u < width; u++) {
    const row = foot[u]!;
    // Beside a column that stands ends one that hangs in the air: a lamp's shade.
    if (low - row > HANGS_SHARE * long) continue;
    for (let v = Math.floor(row - deep); row >= 0 && v < Math.min(height, row + 0.5); v++)
      if (v >= 0) contact[v * width + u] = stands[u]!;
  }
  const tight = blurred({ width, height, data: contact }, 0.01 * long, 0.007 * long);
  const near = blurred({ width, height, data: contact }, 0.032 * long, 0.014 * long);
  const dark = new Float32Array(width * height);
  const glow = glass && new Float32Array(width * height);
  const slices = 7;
  for (let k = 0; k < slices; k++) {
    // Heights above the ground, closer together where the shadow is sharp.
    const high = 0.34 * ((k + 0.5) / slices) ** 1.5;
    const slice = new Float32Array(width * height);
    const through = glass && new Float32Array(width * height);
    const [dx, dy] = [(-x / steep) * high * long, (z / steep) * high * long * DEPTH_PER_WIDTH];
    for (let u = 0; u < width; u++) {
      const row = foot[u]! - high * long;
      const inside = foot[u]! >= 0 && low - foot[u]! < 0.12 * long;
      if (!inside || row < 0 || !mask[Math.floor(row) * width + u]) continue;
      const base = foot[u]! - dy;
      const thick = 0.03 * long;
      const column = Math.round(u + dx);
      if (column < 0 || column >= width) continue;
      const passes = glass ? glass.passes[Math.floor(row) * width + u]! : 0;
      const part = 0.35 + 0.65 * Math.min(1, stands[u]!);
      const focused = glass && passes > 0 ? Math.round(column + (1 - FOCUS) * (glass.middle[u]! - u)) : -1;
      for (let v = Math.max(0, Math.round(base - thick)); v < Math.min(height, base); v++) {
        slice[v * width + column] = part * (1 - KEPT * passes);
        if (through && focused >= 0 && focused < width) {
          const at = v * width + focused;
          through[at] = through[at]! + FOCUS * part * passes;
        }
      }
    }
    const soft = (0.02 + high * (0.15 + 0.55 * size)) * long;
    const thrown = blurred({ width, height, data: slice }, soft, soft * DEPTH_PER_WIDTH);
    for (let i = 0; i < dark.length; i++) dark[i] = dark[i]! + thrown[i]! * (3 / slices);
    if (!glow || !through) continue;
    const light = blurred({ width, height, data: through }, SHARPER * soft, SHARPER * soft * DEPTH_PER_WIDTH);
    for (let i = 0; i < glow.length; i++) glow[i] = glow[i]! + light[i]! * (3 / slices);
  }
  // 1 inside, falling to 0 at the sides and at the bottom, so that no picture ends in the middle of a shadow.
  const aside = Float64Array.from({ length: width }, (_, u) =>
    smoothstep(0, 0.8 * ASIDE_SHARE, Math.min(u + 0.5 - from, to - u - 0.5) / CELLS),
  );
  for (let v = 0, i = 0; v < height; v++) {
    const below = smoothstep(0, 0.8 * BELOW_SHARE, (height - v - 0.5) / CELLS);
    for (let u = 0; u < width; u++, i++) {
      const sum = 1.1 * tight[i]! + 0.9 * near[i]! + 0.9 * dark[i]!;
      const within = aside[u]! * below;
      if (glow) glow[i] = (1 - Math.exp(-BRIGHT * glow[i]!)) * within;
      if (sum === 0) continue;
      dark[i] = (1 - Math.exp(-sum)) * within;
    }
  }
  return { grid, dark, glow };
}

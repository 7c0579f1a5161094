// In: where an object's feet stand, a studio. Out: the shadow on the ground, and the picture on top of it.
// A contact shadow, and a thrown one by slices, each blurred as its height and the lamp's size say.
//
//        ████████          The outline says where the object stands: columns whose foot is near the ground,
//        ████████          or below which the generator saw a shadow. Under them lies a narrow dark
//     ░░▒▓██████▓▒▒░░░░    contact shadow, and a wide one away from the key light: the higher a slice, the
//         ▒▒▒▒▒▒▒▒         farther and softer. On a coarse grid of their own nothing can streak.
import { bilinearZeroOutside } from '../image/bilinear.ts';
import { blurred } from '../image/blur.ts';
import { boundsOf } from '../image/bounds.ts';
import { layColourUnder } from '../image/over.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Studio } from '../card.ts';
import { ASIDE_SHARE, BELOW_SHARE, CELLS, type Feet } from './ground-contact.ts';
import { between, boxOfCells, gridOver, type Grid } from '../image/grid.ts';
import type { Box, Rgba } from '../sketch.ts';

// What lies on the ground is seen at a slant: depth is this much shorter than width.
const DEPTH_PER_WIDTH = 0.34;
// Fainter than this, as opacity, nobody sees it on white.
const LEAST_OPACITY = 0.002;

// What ends this share of the object above the lowest foot touches no ground.
const HANGS_SHARE = 0.3;
// Figma takes no larger image.
const MOST_PIXELS = 4096;

interface Ground {
  grid: Grid;
  /** 0…1. */
  dark: Float32Array;
}

/** The part of the drawing that a shadow can reach, whatever the light. */
export function shadowBox({ grid, low, from, to }: Feet): Box {
  return boxOfCells(grid, { x0: from, y0: low - 1, x1: to - 1, y1: grid.height - 1 });
}

/** Lays the shadow under the picture, in place. Both straight alpha. */
export function layShadow(picture: Rgba, grid: Grid, feet: Feet, studio: Studio): void {
  const ground = cast(feet, studio);
  const to = between(grid, ground.grid);
  const dark = { data: ground.dark, width: ground.grid.width, height: ground.grid.height };
  const colour = studio.shadow.colour.map((v) => 255 * v);
  const { data, width } = picture;
  const columns = Float64Array.from({ length: width }, (_, x) => to.x(x));
  for (let y = 0; y < grid.height; y++) {
    const v = to.y(y);
    if (v < 0 || v > ground.grid.height) continue;
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const over = data[at + 3]! / 255;
      if (over === 1) continue;
      const under =
        studio.shadow.strength * bilinearZeroOutside(dark, columns[x]! - 0.5, v - 0.5) * (1 - over);
      if (under < LEAST_OPACITY) continue;
      layColourUnder(data, at, colour, under);
    }
  }
}

/** The shadow alone, over `box`, with pixels as large as those of `grid`. */
export function shadowApart(
  grid: Grid,
  feet: readonly Feet[],
  studio: Studio,
  box: Box,
): { image: Rgba; grid: Grid } {
  const unit = grid.box.width / grid.width;
  const own = gridOver(box, Math.min(MOST_PIXELS, Math.round(Math.max(box.width, box.height) / unit)));
  const image = { width: own.width, height: own.height, data: new Uint8Array(4 * own.width * own.height) };
  for (const one of feet) layShadow(image, own, one, studio);
  return { image, grid: own };
}

/** Without the empty margins. */
export function trimmed(image: Rgba, grid: Grid): { image: Rgba; grid: Grid } {
  const { width, data } = image;
  const bounds = boundsOf(image, 1, 4, 3);
  if (!bounds) return { image, grid };
  const { x0, y0, x1, y1 } = bounds;
  const [across, down] = [x1 - x0 + 1, y1 - y0 + 1];
  const rows = new Uint8Array(4 * across * down);
  for (let y = 0; y < down; y++) {
    const from = 4 * ((y0 + y) * width + x0);
    rows.set(data.subarray(from, from + 4 * across), 4 * across * y);
  }
  return {
    image: { width: across, height: down, data: rows },
    grid: { box: boxOfCells(grid, bounds), width: across, height: down },
  };
}

function cast({ grid, mask, foot, stands, low, from, to }: Feet, studio: Studio): Ground {
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
  const slices = 7;
  for (let k = 0; k < slices; k++) {
    // Heights above the ground, closer together where the shadow is sharp.
    const high = 0.34 * ((k + 0.5) / slices) ** 1.5;
    const slice = new Float32Array(width * height);
    const [dx, dy] = [(-x / steep) * high * long, (z / steep) * high * long * DEPTH_PER_WIDTH];
    for (let u = 0; u < width; u++) {
      const row = foot[u]! - high * long;
      const inside = foot[u]! >= 0 && low - foot[u]! < 0.12 * long;
      if (!inside || row < 0 || !mask[Math.floor(row) * width + u]) continue;
      const base = foot[u]! - dy;
      const thick = 0.03 * long;
      const column = Math.round(u + dx);
      if (column < 0 || column >= width) continue;
      for (let v = Math.max(0, Math.round(base - thick)); v < Math.min(height, base); v++)
        slice[v * width + column] = 0.35 + 0.65 * Math.min(1, stands[u]!);
    }
    const soft = (0.02 + high * (0.15 + 0.55 * size)) * long;
    const thrown = blurred({ width, height, data: slice }, soft, soft * DEPTH_PER_WIDTH);
    for (let i = 0; i < dark.length; i++) dark[i] = dark[i]! + thrown[i]! * (3 / slices);
  }
  for (let v = 0, i = 0; v < height; v++) {
    for (let u = 0; u < width; u++, i++) {
      const sum = 1.1 * tight[i]! + 0.9 * near[i]! + 0.9 * dark[i]!;
      if (sum === 0) continue;
      dark[i] = (1 - Math.exp(-sum)) * rim(u + 0.5 - from, to - u - 0.5, height - v - 0.5);
    }
  }
  return { grid, dark };
}

/**
 * 1 inside, falling to 0 at the sides and at the bottom, so that no picture ends in the middle of a shadow.
 */
function rim(left: number, right: number, below: number): number {
  const aside = smoothstep(0, 0.8 * ASIDE_SHARE, Math.min(left, right) / CELLS);
  return aside * smoothstep(0, 0.8 * BELOW_SHARE, below / CELLS);
}

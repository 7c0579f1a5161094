// In: a painting over the model square, the picture's parts. Out: the painting enlarged in their silhouette.
// Catmull–Rom resampling, after colours were carried outwards over the border (edge padding).
//
//   the square's samples   w w w w│o o o o    At the border a sample is half paper: a halo of white.
//   what is resampled      · · · ←o│← o o o   So what lies deep enough inside is carried outwards first.
import { between, type Grid } from '../image/grid.ts';
import type { Painting } from './painting.ts';
import type { Parts } from '../parts/parts.ts';
import type { Rgba } from '../sketch.ts';

export interface PaintedSquare {
  square: Grid;
  painting: Painting;
}

// How far from the silhouette's border, in samples, a painted sample is taken as it is:
// lines and painting never fit exactly.
const DEEP_SAMPLES = 1.3;
// How many samples colours are carried: over the border's own, then as far out as the resampler reaches.
const CARRY_SAMPLES = 3;

/** `zones`: per pixel the index of its canvas; null where there is one. Alpha is the drawing's. */
export function cutOut(
  canvases: readonly PaintedSquare[],
  { grid, labels, alpha }: Parts,
  zones: Uint8Array | null,
): Rgba {
  const { width, height } = grid;
  const data = new Uint8Array(4 * width * height);
  canvases.forEach(({ square, painting }, index) => {
    const mine = (i: number): boolean => labels.data[i] !== 0 && (!zones || zones[i] === index);
    const planes = carried(painting, depths(square, grid, mine));
    const to = between(grid, square);
    const columns = Array.from({ length: width }, (_, x) =>
      taps(to.x(x), square.box.width, grid.box.width / width, square.width),
    );
    // Along the rows first: a plane of the picture's width and the square's height.
    const wide = planes.map((plane) => {
      const rows = new Float32Array(width * square.height);
      for (let y = 0; y < square.height; y++)
        for (let x = 0; x < width; x++)
          rows[y * width + x] = weighed(plane, columns[x]!, y * square.width, 1);
      return rows;
    });
    for (let y = 0, i = 0; y < height; y++) {
      const row = taps(to.y(y), square.box.height, grid.box.height / height, square.height);
      for (let x = 0; x < width; x++, i++) {
        if (!mine(i)) continue;
        for (let c = 0; c < 3; c++)
          data[4 * i + c] = Math.round(255 * weighed(wide[c] as Float32Array, row, x, width));
        data[4 * i + 3] = alpha.data[i]!;
      }
    }
  });
  return { width, height, data };
}

/** Per sample of the square: 2 deep inside, 1 inside, 0 outside. */
function depths(square: Grid, grid: Grid, mine: (i: number) => boolean): Uint8Array {
  const to = between(square, grid);
  const inside = (u: number, v: number): boolean => {
    const [x, y] = [Math.floor(to.x(u)), Math.floor(to.y(v))];
    return x >= 0 && y >= 0 && x < grid.width && y < grid.height && mine(y * grid.width + x);
  };
  const depth = new Uint8Array(square.width * square.height);
  for (let y = 0, i = 0; y < square.height; y++) {
    for (let x = 0; x < square.width; x++, i++) {
      if (!inside(x, y)) continue;
      let deep = true;
      for (const dy of [-DEEP_SAMPLES, 0, DEEP_SAMPLES])
        for (const dx of [-DEEP_SAMPLES, 0, DEEP_SAMPLES]) deep &&= inside(x + dx, y + dy);
      depth[i] = deep ? 2 : 1;
    }
  }
  return depth;
}

/** The three planes, colours of the depth carried outwards. What is nowhere deep (a wire) keeps its own. */
function carried({ size, rgb }: Painting, depth: Uint8Array): Float32Array[] {
  const planes = rgb.map((plane) => plane.slice());
  const known = depth.map((value) => (value === 2 ? 1 : 0));
  const grow = (least: number): void => {
    for (let pass = 0; pass < CARRY_SAMPLES; pass++) {
      const before = known.slice();
      for (let y = 0, i = 0; y < size; y++) {
        for (let x = 0; x < size; x++, i++) {
          if (before[i] === 1 || depth[i]! < least) continue;
          const near: number[] = [];
          for (let v = Math.max(0, y - 1); v <= Math.min(size - 1, y + 1); v++)
            for (let u = Math.max(0, x - 1); u <= Math.min(size - 1, x + 1); u++)
              if (before[v * size + u] === 1) near.push(v * size + u);
          if (near.length === 0) continue;
          for (const plane of planes) plane[i] = near.reduce((sum, j) => sum + plane[j]!, 0) / near.length;
          known[i] = 1;
        }
      }
    }
  };
  grow(1);
  for (let i = 0; i < known.length; i++) if (depth[i] === 1) known[i] = 1;
  grow(0);
  return planes;
}

interface Taps {
  first: number;
  weights: number[];
}

/**
 * Catmull-Rom around `u` (sample i has its centre at i + 0.5); wider where `step`
 * units a pixel make the picture smaller.
 */
function taps(u: number, side: number, step: number, size: number): Taps {
  const scale = Math.max(1, (step * size) / side);
  const first = Math.ceil(u - 0.5 - 2 * scale);
  const last = Math.floor(u - 0.5 + 2 * scale);
  const inside = (i: number): number => Math.min(size - 1, Math.max(0, i));
  const sums = new Map<number, number>();
  let total = 0;
  for (let i = first; i <= last; i++) {
    const weight = cubic(Math.abs(i + 0.5 - u) / scale);
    const at = inside(i);
    sums.set(at, (sums.get(at) ?? 0) + weight);
    total += weight;
  }
  return { first: inside(first), weights: [...sums.values()].map((weight) => weight / total) };
}

function cubic(t: number): number {
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

/** Kept within 0…1: the curve swings over at edges. */
function weighed(plane: Float32Array, { first, weights }: Taps, from: number, step: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * plane[from + (first + k) * step]!;
  return Math.min(1, Math.max(0, sum));
}

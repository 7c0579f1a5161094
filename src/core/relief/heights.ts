// In: Parts and their levels, the part at every sample of a model square. Out: heights over that square, in
// samples.
// Each part is a plate at its level; a sample that a border crosses has the mean of its pixels (box filter).
import { between, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import type { Plane } from '../sketch.ts';
import type { Levels } from './levels.ts';
import { sliversOf } from './slivers.ts';

/** One entry a sample of the square, row by row. */
export interface Heights {
  size: number;
  /** The part at the sample's middle; 0 off the drawing. */
  labels: Int32Array;
  /** Of that part, in samples above the lowest. */
  own: Float32Array;
  /** Of all that the sample covers, which others see rise; far below where nothing is. */
  data: Float32Array;
  /** 1: some part that is higher is within a tile, or within two. */
  near: Uint8Array;
  far: Uint8Array;
  /** Of those, the samples of what is thin. */
  slivers: Int32Array;
}

// Tiles of so many samples of a square of 512 are asked whether anything rises in them, and how many of them
// away.
const TILE_SAMPLES = 16;
const FAR_TILES = 2;
const USUAL_SIZE = 512;
const NOTHING = -4;
// Level differences below this, in samples, are none.
const LEAST_STEP_SAMPLES = 0.2;

export function heightsOf(
  found: Pick<Parts, 'grid' | 'labels'>,
  labels: Plane<Int32Array>,
  { level }: Levels,
  square: Grid,
): Heights {
  const size = labels.width;
  const unit = square.box.width / size;
  // By label; a table, as every pixel asks.
  const high = new Float32Array(level.length + 1).fill(NOTHING);
  level.forEach((value, i) => (high[i + 1] = value / unit));
  const own = new Float32Array(size * size);
  for (let i = 0; i < own.length; i++) own[i] = high[labels.data[i]!]!;
  const data = meansOver(found, square, high, own);
  const most = tilesOf(labels, own);
  const far = roughOf(labels, own, most, FAR_TILES);
  return {
    size,
    labels: labels.data,
    own,
    data,
    near: roughOf(labels, own, most, 1),
    far,
    slivers: sliversOf(labels).filter((i) => far[i] === 1),
  };
}

/** Per sample the mean height of the picture's pixels in it; `fallback` where there are none. */
function meansOver(
  { grid, labels }: Pick<Parts, 'grid' | 'labels'>,
  square: Grid,
  high: Float32Array,
  fallback: Float32Array,
): Float32Array {
  const { width: size } = square;
  const means = new Float32Array(size * size);
  const counts = new Uint16Array(size * size);
  const to = between(grid, square);
  const columns = Int32Array.from({ length: grid.width }, (_, x) => Math.floor(to.x(x)));
  for (let y = 0; y < grid.height; y++) {
    const row = Math.floor(to.y(y));
    if (row < 0 || row >= size) continue;
    for (let x = 0, i = y * grid.width; x < grid.width; x++, i++) {
      const column = columns[x]!;
      if (column < 0 || column >= size) continue;
      const at = row * size + column;
      means[at] = means[at]! + high[labels.data[i]!]!;
      counts[at] = counts[at]! + 1;
    }
  }
  for (let at = 0; at < means.length; at++) {
    const count = counts[at]!;
    means[at] = count === 0 ? fallback[at]! : means[at]! / count;
  }
  return means;
}

interface Tiles {
  /** Of a tile, in samples. */
  side: number;
  across: number;
  /** Per tile, its highest sample. */
  most: Float32Array;
}

function tilesOf({ width: size, data: labels }: Plane<Int32Array>, own: Float32Array): Tiles {
  const side = Math.max(1, Math.round((TILE_SAMPLES * size) / USUAL_SIZE));
  const across = Math.ceil(size / side);
  const most = new Float32Array(across * across).fill(-Infinity);
  for (let y = 0, i = 0; y < size; y++) {
    const row = Math.floor(y / side) * across;
    for (let x = 0; x < size; x++, i++) {
      const at = row + Math.floor(x / side);
      if (labels[i] !== 0 && own[i]! > most[at]!) most[at] = own[i]!;
    }
  }
  return { side, across, most };
}

/** Whether the highest of a sample's tile and of `reach` tiles around rises above its own part. */
function roughOf(
  { width: size, data: labels }: Plane<Int32Array>,
  own: Float32Array,
  { side, across, most }: Tiles,
  reach: number,
): Uint8Array {
  const around = most.map((_, at) => {
    const [a, b] = [at % across, Math.floor(at / across)];
    let high = -Infinity;
    for (let v = Math.max(0, b - reach); v <= Math.min(across - 1, b + reach); v++)
      for (let u = Math.max(0, a - reach); u <= Math.min(across - 1, a + reach); u++)
        high = Math.max(high, most[v * across + u]!);
    return high;
  });
  const rough = new Uint8Array(size * size);
  for (let y = 0, i = 0; y < size; y++) {
    const row = Math.floor(y / side) * across;
    for (let x = 0; x < size; x++, i++) {
      const high = around[row + Math.floor(x / side)]!;
      rough[i] = labels[i] !== 0 && high - own[i]! > LEAST_STEP_SAMPLES ? 1 : 0;
    }
  }
  return rough;
}

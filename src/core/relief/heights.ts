// In: Parts and their levels, the part at every sample of a model square. Out: heights over that square, in samples.
// Each part is a plate at its level; a sample that a border crosses has the mean of its pixels (box filter).
import { between, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import type { Plane } from '../sketch.ts';
import type { Levels } from './levels.ts';

/** One entry a sample of the square, row by row. */
export interface Heights {
  size: number;
  /** The part at the sample's middle; 0 off the drawing. */
  labels: Int32Array;
  /** Of that part, in samples above the lowest. */
  own: Float32Array;
  /** Of all that the sample covers, which others see rise; far below where nothing is. */
  data: Float32Array;
  /** 1: some part that is higher is near. */
  rough: Uint8Array;
}

// From how far a part's side is seen, in samples of a square of 512.
const NEAR_SAMPLES = 32;
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
  const heightOf = (label: number): number => (label === 0 ? NOTHING : level[label - 1]! / unit);
  const own = Float32Array.from(labels.data, heightOf);
  const data = meansOver(found, square, heightOf, own);
  return { size, labels: labels.data, own, data, rough: roughOf(labels, own) };
}

/** Per sample the mean height of the picture's pixels in it; `fallback` where there are none. */
function meansOver(
  { grid, labels }: Pick<Parts, 'grid' | 'labels'>,
  square: Grid,
  heightOf: (label: number) => number,
  fallback: Float32Array,
): Float32Array {
  const { width: size } = square;
  const sums = new Float32Array(size * size);
  const counts = new Uint16Array(size * size);
  const to = between(grid, square);
  const columns = Int32Array.from({ length: grid.width }, (_, x) => Math.floor(to.x(x)));
  for (let y = 0, i = 0; y < grid.height; y++) {
    const row = Math.floor(to.y(y));
    for (let x = 0; x < grid.width; x++, i++) {
      const column = columns[x]!;
      if (row < 0 || column < 0 || row >= size || column >= size) continue;
      const at = row * size + column;
      sums[at] = sums[at]! + heightOf(labels.data[i]!);
      counts[at] = counts[at]! + 1;
    }
  }
  return sums.map((sum, at) => (counts[at] === 0 ? fallback[at]! : sum / counts[at]!));
}

/** By tiles: whether the highest of a sample's tile and its neighbours rises above its own part. */
function roughOf({ width: size, data: labels }: Plane<Int32Array>, own: Float32Array): Uint8Array {
  const tile = Math.max(1, Math.round((NEAR_SAMPLES * size) / USUAL_SIZE));
  const across = Math.ceil(size / tile);
  const most = new Float32Array(across * across).fill(-Infinity);
  const tileOf = Int32Array.from({ length: size }, (_, x) => Math.floor(x / tile));
  for (let y = 0, i = 0; y < size; y++) {
    const row = tileOf[y]! * across;
    for (let x = 0; x < size; x++, i++) {
      const at = row + tileOf[x]!;
      if (labels[i] !== 0 && own[i]! > most[at]!) most[at] = own[i]!;
    }
  }
  const around = most.map((_, at) => {
    const [a, b] = [at % across, Math.floor(at / across)];
    let high = -Infinity;
    for (let v = Math.max(0, b - 1); v <= Math.min(across - 1, b + 1); v++)
      for (let u = Math.max(0, a - 1); u <= Math.min(across - 1, a + 1); u++)
        high = Math.max(high, most[v * across + u]!);
    return high;
  });
  const rough = new Uint8Array(size * size);
  for (let y = 0, i = 0; y < size; y++) {
    const row = tileOf[y]! * across;
    for (let x = 0; x < size; x++, i++) {
      const high = around[row + tileOf[x]!]!;
      rough[i] = labels[i] !== 0 && high - own[i]! > LEAST_STEP_SAMPLES ? 1 : 0;
    }
  }
  return rough;
}

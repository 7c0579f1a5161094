// In: the slopes of a surface over a model square, how its parts meet. Out: the heights whose slopes they
// are.
// Least squares over the steps between neighbours (Horn 1990), by nested iteration from coarse to fine:
// successive over-relaxation (Young 1954) within parts, and parts moved as wholes.
import { edgesOf, type Edges, type Meet, type Slopes } from './edges.ts';
import { movePieces, piecesOf } from './pieces.ts';

// Sides of the coarsest square, at most, and sweeps there; finer ones begin near their answer.
const COARSEST = 64;
const COARSE = { sweeps: 120, ahead: 1.9 } as const;
const FINE = { sweeps: 16, ahead: 1.6 } as const;

/**
 * Heights in samples. What hangs together stands with its outline at 0 on average. Null: `goOn`, which is
 * told how much is done (0…1), said to stop.
 */
export async function integrate(
  slopes: Omit<Slopes, 'step'>,
  meet: Meet,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Float32Array | null> {
  const squares: Slopes[] = [{ ...slopes, step: 1 }];
  for (let last = squares[0]; last && last.size > COARSEST && last.size % 2 === 0; last = squares.at(-1))
    squares.push(halved(last));
  let coarser: { slopes: Slopes; heights: Float32Array } | null = null;
  for (let k = squares.length - 1; k >= 0; k--) {
    if (!(await goOn(4 ** -(k + 1)))) return null;
    const now = squares[k]!;
    const heights: Float32Array = coarser
      ? refined(coarser.slopes, coarser.heights, now)
      : new Float32Array(now.labels.length);
    const edges = edgesOf(now, meet);
    const pieces = piecesOf(now.size, now.labels);
    for (let half = 0; half < 2; half++) {
      relax(heights, edges, coarser ? FINE : COARSE);
      movePieces(heights, edges, pieces);
    }
    coarser = { slopes: now, heights };
  }
  const heights = coarser?.heights ?? new Float32Array(0);
  ground(slopes, heights);
  return heights;
}

/** Two by two samples become one: of the part that most of them are of, with its mean slope. */
function halved({ size, step, labels, right, down }: Slopes): Slopes {
  const half = size / 2;
  const coarse: Slopes = {
    size: half,
    step: 2 * step,
    labels: new Int32Array(half * half),
    right: new Float32Array(half * half),
    down: new Float32Array(half * half),
  };
  for (let y = 0, i = 0; y < half; y++) {
    for (let x = 0; x < half; x++, i++) {
      const at = 2 * (y * size + x);
      const four = [at, at + 1, at + size, at + size + 1];
      const same = (j: number): number => four.filter((k) => labels[k] === labels[j]).length;
      const most = four.reduce((best, j) => (same(j) > same(best) ? j : best));
      const own = four.filter((j) => labels[j] === labels[most]);
      coarse.labels[i] = labels[most]!;
      coarse.right[i] = own.reduce((sum, j) => sum + right[j]!, 0) / own.length;
      coarse.down[i] = own.reduce((sum, j) => sum + down[j]!, 0) / own.length;
    }
  }
  return coarse;
}

/**
 * First heights for a square twice as fine: from the nearest coarse sample of the same part, along its slope.
 */
function refined(coarse: Slopes, heights: Float32Array, { size, step, labels }: Slopes): Float32Array {
  const half = coarse.size;
  const fine = new Float32Array(labels.length);
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const own = labels[i]!;
      if (own === 0) continue;
      const [cx, cy] = [x >> 1, y >> 1];
      let [nearest, least] = [-1, Infinity];
      for (let v = Math.max(0, cy - 1); v <= Math.min(half - 1, cy + 1); v++) {
        for (let u = Math.max(0, cx - 1); u <= Math.min(half - 1, cx + 1); u++) {
          const away = Math.abs(x - 2 * u - 0.5) + Math.abs(y - 2 * v - 0.5);
          // A part that the coarse square does not know begins at what lies around.
          const far = coarse.labels[v * half + u] === own ? away : 100 + away;
          if (coarse.labels[v * half + u] === 0 || far >= least) continue;
          [nearest, least] = [v * half + u, far];
        }
      }
      if (nearest < 0) continue;
      const u = nearest % half;
      const v = (nearest - u) / half;
      fine[i] =
        heights[nearest]! +
        step * (x - 2 * u - 0.5) * coarse.right[nearest]! +
        step * (y - 2 * v - 0.5) * coarse.down[nearest]!;
    }
  }
  return fine;
}

/** In place. `ahead`: the over-relaxation, 1 … 2. */
function relax(
  heights: Float32Array,
  { size, right, down }: Edges,
  { sweeps, ahead }: { sweeps: number; ahead: number },
): void {
  const [wr, tr, wd, td] = [right.weight, right.target, down.weight, down.target];
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // The first row and column have nothing before them: what stands before them in memory weighs nothing.
    for (let i = 0; i < heights.length; i++) {
      const east = wr[i]!;
      const south = wd[i]!;
      const west = i > 0 ? wr[i - 1]! : 0;
      const north = i >= size ? wd[i - size]! : 0;
      const total = east + south + west + north;
      if (total === 0) continue;
      let sum = 0;
      if (east > 0) sum += east * (heights[i + 1]! - tr[i]!);
      if (south > 0) sum += south * (heights[i + size]! - td[i]!);
      if (west > 0) sum += west * (heights[i - 1]! + tr[i - 1]!);
      if (north > 0) sum += north * (heights[i - size]! + td[i - size]!);
      const own = heights[i]!;
      heights[i] = own + ahead * (sum / total - own);
    }
  }
}

/** In place: what hangs together is moved so that its outline lies at 0 on average. */
function ground({ size, labels }: Pick<Slopes, 'size' | 'labels'>, heights: Float32Array): void {
  const { count, of } = piecesOf(
    size,
    Uint8Array.from(labels, (label) => (label === 0 ? 0 : 1)),
  );
  const sums = new Float64Array(count + 1);
  const rims = new Float64Array(count + 1);
  for (let i = 0; i < labels.length; i++) {
    const own = of[i]!;
    if (own === 0) continue;
    const [left, right] = [i % size === 0 ? 0 : of[i - 1], i % size === size - 1 ? 0 : of[i + 1]];
    if (left === own && right === own && of[i - size] === own && of[i + size] === own) continue;
    sums[own] = sums[own]! + heights[i]!;
    rims[own] = rims[own]! + 1;
  }
  for (let i = 0; i < labels.length; i++) {
    const own = of[i]!;
    heights[i] = own === 0 ? 0 : heights[i]! - sums[own]! / rims[own]!;
  }
}

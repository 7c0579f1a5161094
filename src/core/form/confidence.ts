// In: the intrinsic image, the picture's parts and lines. Out: the square's samples, and which to trust.
// A certainty per sample as in normalised convolution (Knutsson and Westin 1993): low near borders and lines.
import { between, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import type { Plane } from '../sketch.ts';
import type { Intrinsic } from './tensor.ts';

/** normal.x, normal.y, normal.z, occlusion, thickness. */
export const SAMPLED = 5;

/** Everything below has one entry a sample of the square, row by row. */
export interface Settled {
  size: number;
  /** SAMPLED values a sample, side by side. */
  values: Float32Array;
  /** The part at the sample's centre; 0 off the drawing. */
  label: Int32Array;
  /** What the sample counts: 1, or less near a border or a line, where the network mixes both sides. */
  trust: Float32Array;
  /** 1: the nine samples around are trusted and of one part, so that nothing needs to be asked of them. */
  even: Uint8Array;
  /** 1: a line is near enough to come between this sample and those that it is mixed with. */
  walled: Uint8Array;
}

// How far from a border or a line, in samples, the network's values are a mixture of both sides, and what is
// left of their trust: little beside clean ones, enough where a part is too thin to have any. It rounds off a
// crease within a part more than it mixes two parts.
const MIXED = [
  { border: 1.3, line: 1.8, trust: 0.01 },
  { border: 0.7, line: 0.7, trust: 0.0005 },
] as const;
// How far samples are looked for (border-fit.ts), and one more for the way there.
const REACH_SAMPLES = 5.5;

export function settle(
  intrinsic: Intrinsic,
  square: Grid,
  { grid, labels }: Parts,
  walls: Plane<Uint8Array> | null,
): Settled {
  const { size } = intrinsic;
  const label = centreLabels(square, grid, labels);
  const values = interleaved([...intrinsic.normal, intrinsic.occlusion, intrinsic.thickness]);
  const trust = new Float32Array(size * size).fill(1);
  const walled = new Uint8Array(size * size);
  const { width, height, data } = labels;
  const to = between(grid, square);
  // Per column and row of the picture the samples within a radius, first and last.
  const spansOf = (length: number, at: (pixel: number) => number, radius: number): Int32Array => {
    const spans = new Int32Array(2 * length);
    for (let k = 0; k < length; k++) {
      const u = at(k) - 0.5;
      spans[2 * k] = Math.max(0, Math.ceil(u - radius));
      spans[2 * k + 1] = Math.min(size - 1, Math.floor(u + radius));
    }
    return spans;
  };
  const marker = (
    plane: Float32Array | Uint8Array,
    radius: number,
    value: number,
  ): ((x: number, y: number) => void) => {
    const columns = spansOf(width, to.x, radius);
    const rows = spansOf(height, to.y, radius);
    // Of pixels side by side most lie beside the same samples.
    let [x0, x1, y0, y1] = [-1, -1, -1, -1];
    return (x, y) => {
      const isKnown =
        columns[2 * x] === x0 && columns[2 * x + 1] === x1 && rows[2 * y] === y0 && rows[2 * y + 1] === y1;
      if (isKnown) return;
      x0 = columns[2 * x]!;
      x1 = columns[2 * x + 1]!;
      y0 = rows[2 * y]!;
      y1 = rows[2 * y + 1]!;
      for (let j = y0; j <= y1; j++) for (let i = x0; i <= x1; i++) plane[j * size + i] = value;
    };
  };
  // Pixels on a line or at a border: beside them samples are a mixture.
  const places: number[] = [];
  const lines = walls?.data ?? null;
  const last = width - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const isRim = y === 0 || y === height - 1;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      const own = data[i]!;
      const isInside =
        data[i + below] === own &&
        (x === last || data[i + 1] === own) &&
        (own === 0 || !(isRim || x === 0 || x === last));
      if (!isInside || (lines !== null && lines[i] === 1)) places.push(i);
    }
  }
  // The wide band first, then the narrow one inside it.
  for (const radius of MIXED) {
    const line = marker(trust, radius.line, radius.trust);
    const border = marker(trust, radius.border, radius.trust);
    for (const i of places) {
      const x = i % width;
      (walls !== null && walls.data[i] === 1 ? line : border)(x, (i - x) / width);
    }
  }
  if (walls) {
    const near = marker(walled, REACH_SAMPLES, 1);
    for (const i of places) if (walls.data[i] === 1) near(i % width, Math.floor(i / width));
  }
  return { size, values, label, trust, even: evenOf(label, trust, size), walled };
}

function interleaved(planes: readonly Float32Array[]): Float32Array {
  const length = planes[0]?.length ?? 0;
  const values = new Float32Array(SAMPLED * length);
  planes.forEach((plane, c) => {
    for (let i = 0, at = c; i < length; i++, at += SAMPLED) values[at] = plane[i]!;
  });
  return values;
}

/** The part at the centre of every sample of the square. */
function centreLabels(square: Grid, grid: Grid, labels: Plane<Int32Array>): Int32Array {
  const to = between(square, grid);
  const low = new Int32Array(square.width * square.height);
  for (let y = 0, i = 0; y < square.height; y++) {
    const row = Math.floor(to.y(y));
    for (let x = 0; x < square.width; x++, i++) {
      const column = Math.floor(to.x(x));
      if (row < 0 || column < 0 || row >= grid.height || column >= grid.width) continue;
      low[i] = labels.data[row * grid.width + column]!;
    }
  }
  return low;
}

function evenOf(label: Int32Array, trust: Float32Array, size: number): Uint8Array {
  const even = new Uint8Array(size * size);
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      const own = label[i];
      let same = own !== 0;
      for (let dy = -size; dy <= size && same; dy += size)
        for (let dx = -1; dx <= 1 && same; dx++)
          same = label[i + dy + dx] === own && trust[i + dy + dx] === 1;
      even[i] = same ? 1 : 0;
    }
  }
  return even;
}

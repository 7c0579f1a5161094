// In: how dark paper is. Out: the same without the paper's own ruling: squares or lines at one distance.
// Autocorrelation of row profiles in strips finds the distance; each line is sought where the last one says.
import type { Plane } from '../sketch.ts';

// A sheet is looked at in strips across its lines: a straight line may slant a
// little, and a drawing is in few of them.
const STRIPS = 8;
// It is ruled where its strips are this much like themselves one line further on
// (autocorrelation, mean over the strips).
const EVEN_CORRELATION = 0.3;
// Pixels between lines, at least; and lines on a sheet, at least.
const LEAST_PERIOD_PIXELS = 6;
const LEAST_LINES = 5;
// How many pixels a line may stray from where the one before it says that it is.
const STRAY_PIXELS = 2;
// Darker than a ruled line by this factor is pencil over it.
const PENCIL_FACTOR = 2.2;

export function withoutRuling(plane: Plane): Plane {
  return transposed(alongRows(transposed(alongRows(plane))));
}

function alongRows(plane: Plane): Plane {
  const { width, height, data } = plane;
  const edges = Array.from({ length: STRIPS + 1 }, (_, s) => Math.floor((s * width) / STRIPS));
  const profiles = edges.slice(1).map((end, s) => profileOf(plane, edges[s]!, end));
  const period = periodOf(profiles);
  if (period === null) return plane;
  const out = Float32Array.from(data);
  profiles.forEach((profile, s) => {
    const { rows, level } = teeth(profile, period);
    for (const row of rows) {
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = edges[s]!; x < edges[s + 1]!; x++) {
          const i = y * width + x;
          const value = out[i]!;
          // Pencil over a ruled line is darker than it, and stays.
          if (value < PENCIL_FACTOR * level) out[i] = Math.max(0, value - 1.6 * level);
        }
      }
    }
  });
  return { width, height, data: out };
}

/**
 * The darkness that most of a row has: its 40 % quantile, which a drawing's strokes across it do not move.
 */
function profileOf({ width, height, data }: Plane, x0: number, x1: number): Float32Array {
  const profile = new Float32Array(height);
  const row = new Float32Array(x1 - x0);
  for (let y = 0; y < height; y++) {
    row.set(data.subarray(y * width + x0, y * width + x1));
    row.sort();
    profile[y] = row.at(Math.floor(0.4 * row.length)) ?? 0;
  }
  return profile;
}

/** The smallest distance at which the sheet is like itself; null for plain paper. */
function periodOf(profiles: readonly Float32Array[]): number | null {
  const n = profiles[0]?.length ?? 0;
  const steep = profiles.map(peaks);
  const alike = (lag: number): number => {
    let sum = 0;
    for (const profile of steep) {
      let [both, own] = [0, 0];
      for (let i = 0; i + lag < n; i++) {
        const here = profile[i]!;
        // A pixel of slack: distances are rarely whole numbers of pixels.
        const there = Math.max(profile[i + lag - 1]!, profile[i + lag]!, zeroOutside(profile, i + lag + 1));
        both += here * there;
        own += here * here;
      }
      if (own > 0) sum += Math.min(1, both / own);
    }
    return sum / steep.length;
  };
  let best: { lag: number; value: number } | null = null;
  for (let lag = LEAST_PERIOD_PIXELS; lag <= n / LEAST_LINES; lag++) {
    const value = alike(lag);
    if (value > EVEN_CORRELATION && value > 1.15 * (best?.value ?? 0)) best = { lag, value };
  }
  return best?.lag ?? null;
}

/** What stands out of its nearest surroundings by more than the paper's grain does; 0 elsewhere. */
function peaks(profile: Float32Array): Float32Array {
  const steep = new Float32Array(profile.length);
  for (let i = 2; i < profile.length - 2; i++) {
    const [far, here] = [Math.max(profile[i - 2]!, profile[i + 2]!), profile[i]!];
    if (here >= profile[i - 1]! && here >= profile[i + 1]!) steep[i] = Math.max(0, here - far);
  }
  const grain =
    Float32Array.from(steep)
      .sort()
      .at(Math.floor(0.9 * steep.length)) ?? 0;
  const highest = steep.reduce((most, value) => Math.max(most, value), 0);
  return steep.map((value) => (value > Math.max(0.015, 0.25 * highest) && value >= grain ? value : 0));
}

/**
 * Where the ruled lines of one strip are, each looked for near where the one
 * before says, and how dark they are.
 */
function teeth(profile: Float32Array, period: number): { rows: number[]; level: number } {
  const at = (y: number): number => zeroOutside(profile, y);
  let start = 0;
  let most = -1;
  for (let offset = 0; offset < period; offset++) {
    let sum = 0;
    for (let y = offset; y < profile.length; y += period) sum += Math.max(at(y - 1), at(y), at(y + 1));
    if (sum > most) [start, most] = [offset, sum];
  }
  const rows: number[] = [];
  for (let y = start; y < profile.length + STRAY_PIXELS; y += period) {
    let found = y;
    for (let k = y - STRAY_PIXELS; k <= y + STRAY_PIXELS; k++) if (at(k) > at(found)) found = k;
    if (found >= 0 && found < profile.length) rows.push(found);
    y = found;
  }
  const levels = rows.map(at).sort((a, b) => a - b);
  return { rows, level: levels.at(Math.floor(levels.length / 2)) ?? 0 };
}

/** A row's darkness; above and below the sheet there is none. */
function zeroOutside(profile: Float32Array, row: number): number {
  return row >= 0 && row < profile.length ? profile[row]! : 0;
}

function transposed({ width, height, data }: Plane): Plane {
  const turned = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}

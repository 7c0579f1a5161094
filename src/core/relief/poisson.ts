// In: which domain each sample of a square is of. Out: over each domain u with ∇²u = −1, and 0 along its
// border.
// Cascadic multigrid (Bornemann and Deuflhard 1996) of SOR sweeps. Over a disc of radius R u is (R² − r²) /
// 4, so that 2 √u is half a ball; in no shape is there a crease.
import { stencilsOf, type Domains, type Stencils } from './stencils.ts';

/** One entry a sample, row by row; `slopeX` to the right, `slopeY` down, a sample. Outside the domains 0. */
export interface Bulge {
  u: Float32Array;
  slopeX: Float32Array;
  slopeY: Float32Array;
}

// A square is halved down to this side.
const COARSEST = 8;
// Of the finest square; of each coarser one this many times more, as they cost little.
const SWEEPS = 8;
const MORE_SWEEPS = 1.5;
const MOST_SWEEPS = 60;
// Over-relaxation.
const OMEGA = 1.7;
export function bulgeOf(domains: Domains): Bulge {
  const levels = [domains];
  for (let last = domains; last.size > COARSEST && last.size % 2 === 0; levels.push(last))
    last = halved(last);
  let u = new Float32Array(0);
  let stencils: Stencils = { places: new Int32Array(0), reach: new Float32Array(0) };
  for (let k = levels.length - 1; k >= 0; k--) {
    const level = levels[k]!;
    const coarser = levels[k + 1];
    stencils = stencilsOf(level);
    u = coarser ? enlarged(level, stencils.places, coarser, u) : new Float32Array(level.size ** 2);
    sweep(level.size, stencils, u, Math.min(MOST_SWEEPS, Math.round(SWEEPS * MORE_SWEEPS ** k)));
  }
  return slopesOf(domains.size, stencils, u);
}

/** Each four samples become what most of them are. */
function halved({ size: fine, domain: from }: Domains): Domains {
  const size = fine / 2;
  const domain = new Int32Array(size * size);
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const at = 2 * y * fine + 2 * x;
      const [a, b, c, d] = [from[at], from[at + 1], from[at + fine], from[at + fine + 1]] as [
        number,
        number,
        number,
        number,
      ];
      // Of four, two that are alike are the most unless the others are, too.
      domain[i] = a !== 0 && (a === b || a === c || a === d) ? a : b === c || b === d ? b : c === d ? c : 0;
    }
  }
  return { size, domain };
}

/** The coarser square's values at the finer one's samples, whose unit is half as long. */
function enlarged(
  { size, domain }: Domains,
  places: Int32Array,
  { size: coarse, domain: coarser }: Domains,
  from: Float32Array,
): Float32Array<ArrayBuffer> {
  const u = new Float32Array(size * size);
  for (let k = 0; k < places.length; k++) {
    const i = places[k]!;
    const own = domain[i];
    const x = i % size;
    const y = (i - x) / size;
    // The nearest coarse sample has three quarters along each side, the next one the rest.
    const at = (y >> 1) * coarse + (x >> 1);
    const across = x % 2 === 0 ? -1 : 1;
    const down = y % 2 === 0 ? -coarse : coarse;
    const value = (j: number): number => (coarser[j] === own ? from[j]! : 0);
    u[i] = (9 * value(at) + 3 * value(at + across) + 3 * value(at + down) + value(at + across + down)) / 4;
  }
  return u;
}

function sweep(size: number, { places, reach }: Stencils, u: Float32Array, times: number): void {
  for (let time = 0; time < times; time++) {
    for (let k = 0, at = 0; k < places.length; k++, at += 4) {
      const i = places[k]!;
      const left = reach[at]!;
      const right = reach[at + 1]!;
      const up = reach[at + 2]!;
      const down = reach[at + 3]!;
      const sum =
        (2 / (left + right)) * ((left === 1 ? u[i - 1]! : 0) / left + (right === 1 ? u[i + 1]! : 0) / right) +
        (2 / (up + down)) * ((up === 1 ? u[i - size]! : 0) / up + (down === 1 ? u[i + size]! : 0) / down);
      const settled = (1 + sum) / (2 / (left * right) + 2 / (up * down));
      u[i] = u[i]! + OMEGA * (settled - u[i]!);
    }
  }
}

function slopesOf(size: number, { places, reach }: Stencils, u: Float32Array): Bulge {
  const slopeX = new Float32Array(size * size);
  const slopeY = new Float32Array(size * size);
  // Of the parabola through three points: the sample `i`, those `step` before and after it or the border;
  // `at`: in `reach`.
  const slope = (i: number, step: number, at: number): number => {
    const back = reach[at]!;
    const on = reach[at + 1]!;
    const before = back === 1 ? u[i - step]! : 0;
    const after = on === 1 ? u[i + step]! : 0;
    return (
      (back * back * after - on * on * before + (on * on - back * back) * u[i]!) / (back * on * (back + on))
    );
  };
  for (let k = 0, at = 0; k < places.length; k++, at += 4) {
    const i = places[k]!;
    slopeX[i] = slope(i, 1, at);
    slopeY[i] = slope(i, size, at + 2);
  }
  return { u, slopeX, slopeY };
}

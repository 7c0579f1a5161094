// In: Chromium's rendering of a drawing and our picture of it, on one grid. Out: how much of the picture is
// not the drawing.
// CIE Lab (D65); colours are compared in a, b and, far more loosely, in L after a box blur over 3 % of the
// side. Light is left aside as in the dichromatic model (Shafer 1985): less of it takes chroma and lightness
// alike from a body's colour.
import type { Rgba } from '../../src/core/sketch.ts';
import { removeGround, type Lab } from './ground.ts';

export interface Score {
  /** Share of the drawing's opaque area that the picture leaves open. */
  missing: number;
  /** Area that the picture covers and the drawing does not, as a share of the drawing's. */
  extra: number;
  /** Share of the common area whose blurred colour is another. */
  off: number;
  /** The largest of the three. */
  wrong: number;
}

/** From here on a picture counts as wrong. */
export const LIMIT = 0.12;

const BLUR_SHARE = 0.03;
const CHROMA_LIMIT = 14;
const LIGHTNESS_LIMIT = 35;
const TRUTH_ALPHA = 127;
const PICTURE_ALPHA = 150;

/**
 * `ends`: the drawing ends at the picture's border, so that what reaches it is a body's own edge and no
 * ground.
 * Throws where the two are not of one size.
 */
export function score(truth: Rgba, picture: Rgba, ends = false): Score {
  const { width, height } = truth;
  if (picture.width !== width || picture.height !== height)
    throw new Error(`a picture of ${picture.width} × ${picture.height} beside ${width} × ${height}`);
  const [trueLab, ourLab] = [toLab(truth), toLab(picture)];
  const drawn = maskOf(truth, TRUTH_ALPHA);
  const ours = maskOf(picture, PICTURE_ALPHA);
  if (!ends) removeGround(truth, trueLab, drawn);
  let [area, missing, extra] = [0, 0, 0];
  const both = new Uint8Array(drawn.length);
  for (let i = 0; i < drawn.length; i++) {
    area += drawn[i]!;
    if (drawn[i] && !ours[i]) missing++;
    if (ours[i] && !drawn[i]) extra++;
    both[i] = drawn[i]! & ours[i]!;
  }
  const shares = area > 0 ? { missing: missing / area, extra: extra / area } : { missing: 1, extra: 1 };
  const off = offColour({ trueLab, ourLab, both, width, height });
  return { ...shares, off, wrong: Math.max(shares.missing, shares.extra, off) };
}

function maskOf({ data }: Rgba, above: number): Uint8Array {
  const mask = new Uint8Array(data.length / 4);
  for (let i = 0; i < mask.length; i++) mask[i] = data[4 * i + 3]! > above ? 1 : 0;
  return mask;
}

function toLab({ data }: Rgba): Lab {
  const count = data.length / 4;
  const lab: Lab = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const linear = (byte: number): number =>
    byte <= 10.31475 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  for (let i = 0; i < count; i++) {
    const [r, g, b] = [linear(data[4 * i]!), linear(data[4 * i + 1]!), linear(data[4 * i + 2]!)];
    const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    lab[0][i] = 116 * y - 16;
    lab[1][i] = 500 * (x - y);
    lab[2][i] = 200 * (y - z);
  }
  return lab;
}

function offColour(grids: {
  trueLab: Lab;
  ourLab: Lab;
  both: Uint8Array;
  width: number;
  height: number;
}): number {
  const { trueLab, ourLab, both, width, height } = grids;
  const [l, a, b] = differences(trueLab, ourLab).map((one) => boxBlur(one, both, width, height));
  let [off, common] = [0, 0];
  for (let i = 0; i < both.length; i++) {
    if (!both[i]) continue;
    common++;
    if (Math.hypot(a![i]!, b![i]!) > CHROMA_LIMIT || Math.abs(l![i]!) > LIGHTNESS_LIMIT) off++;
  }
  return common > 0 ? off / common : 1;
}

/**
 * Ours less the drawing's. Of a, b it is the way to the nearest colour of the same body between the light in
 * which it is drawn and as little as ours has: all of L + 16, a and b go with the cube root of the light.
 */
function differences([trueL, trueA, trueB]: Lab, [ourL, ourA, ourB]: Lab): Lab {
  const [l, a, b] = [ourL.map((value, i) => value - trueL[i]!), ourA.slice(), ourB.slice()];
  for (let i = 0; i < l.length; i++) {
    const [x, y] = [trueA[i]!, trueB[i]!];
    const least = Math.min(1, (ourL[i]! + 16) / (trueL[i]! + 16));
    const nearest = (x * ourA[i]! + y * ourB[i]!) / Math.max(x * x + y * y, 1e-9);
    const light = Math.max(least, Math.min(1, nearest));
    a[i]! -= light * x;
    b[i]! -= light * y;
  }
  return [l, a, b];
}

/** The mean of `values` over a square around each pixel, of those pixels alone that `mask` holds. */
function boxBlur(values: Float64Array, mask: Uint8Array, width: number, height: number): Float64Array {
  const radius = Math.max(1, Math.round(BLUR_SHARE * Math.max(width, height)));
  const sums = new Float64Array(values.length);
  const counts = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let at = Math.max(0, x - radius); at <= Math.min(width - 1, x + radius); at++) {
        if (!mask[y * width + at]) continue;
        sums[y * width + x]! += values[y * width + at]!;
        counts[y * width + x]!++;
      }
    }
  }
  const means = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let at = Math.max(0, y - radius); at <= Math.min(height - 1, y + radius); at++) {
        sum += sums[at * width + x]!;
        count += counts[at * width + x]!;
      }
      means[y * width + x] = count > 0 ? sum / count : 0;
    }
  }
  return means;
}

// In: an image. Out: whether it is a picture in colours, a photograph or a painting, rather than ink on
// paper.
// Each channel is measured against its own bright end (von Kries's white patch), so that paper in lamp light
// is white; the most frequent colour is paper whatever it is, a blueprint's blue too.
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import type { Rgba } from '../sketch.ts';

/** Of the pixels: brighter ones are as white as the light is. */
const WHITE = 0.95;
/** From this difference of its channels on, 0…1, a pixel has a colour. */
const CHROMA = 0.2;
/** Of the pixels that are seen; coloured pencil on paper has fewer. */
const SHARE = 0.35;
/** Of the pixels around what was cut out, so many are seen of a picture; lines on nothing are fewer. */
const CUT_OUT = 0.2;
/** Darker than this, 0…255, is black, as ink is; what is most of a dark cut-out is darker than this. */
const BLACK_LEVEL = 64;
const DARK_LEVEL = 96;
/** So far from paper, 0…255, is ink, which lines on a cut-out are of on so much of it at least. */
const INK_LEVELS = 100;
const INK = 0.02;
/** Of what is seen, a dark sheet is of one grey, to this many levels, on so much; a black device is not. */
const FLAT_LEVELS = 4;
const FLAT_SHEET = 0.4;
/** Of all pixels, less is seen of what was cut out. */
const WHOLE = 0.98;
/** Of what is seen of a cut-out, paper covers so much; a fox's orange less. */
const PAPER = 0.6;
/** Of the box around a sheet, so much is the sheet; so many times as long as high is no drawing. */
const SHEET = 0.9;
const LONG = 3;
/** Where it covers more of one, nothing is drawn on it: it is a sign in that colour. */
const BLANK = 0.97;
/** Each channel of paper is this near to the middle of the most frequent sixteenth, 0…255. */
const NEAR_LEVELS = 24;
/**
 * A flat tint, as programs fill with: one exact colour on this share of the pixels, its channels so far
 * apart, 0…255.
 */
const FLAT = 0.01;
const TINT = 8;
/** Of the pixels, so many in flat tints make a picture; a photo of a sketch has hardly any. */
const TINTED = 0.12;
/** Alpha, 0…255, from which on a pixel counts. */
const SEEN = 128;

export function isColoured({ width, height, data }: Rgba): boolean {
  const white = [0, 1, 2].map((channel) => brightEnd(data, channel));
  const [paperR, paperG, paperB] = mostFrequent(data);
  const around = noBounds(width, height);
  let [coloured, toned, seen, paper, colouredPaper, ink] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < SEEN) continue;
    seen++;
    include(around, (at / 4) % width, Math.floor(at / 4 / width));
    const away = Math.max(
      Math.abs(data[at]! - paperR),
      Math.abs(data[at + 1]! - paperG),
      Math.abs(data[at + 2]! - paperB),
    );
    const [r, g, b] = [data[at]! / white[0]!, data[at + 1]! / white[1]!, data[at + 2]! / white[2]!];
    const hasColour = Math.max(r, g, b) - Math.min(r, g, b) > CHROMA;
    if (away <= NEAR_LEVELS) {
      paper++;
      if (hasColour) colouredPaper++;
      continue;
    }
    if (hasColour) coloured++;
    if (away > INK_LEVELS) ink++;
    if (Math.max(data[at]!, data[at + 1]!, data[at + 2]!) > BLACK_LEVEL) toned++;
  }
  if (seen <= CUT_OUT * areaOf(around)) return false;
  // What was cut out lies on nothing: its most frequent colour is paper only where that is most of it.
  if (seen < WHOLE * width * height) {
    const levels = [paperR, paperG, paperB];
    const hasHue = Math.max(...levels) - Math.min(...levels) > 255 * CHROMA;
    // A sheet that was cut out has corners; a badge is round, and a line of words is long.
    if (hasHue && seen < SHEET * areaOf(around)) return true;
    if (around.x1 - around.x0 > LONG * (around.y1 - around.y0)) return true;
    if (paper > BLANK * seen) return hasHue;
    if (ink < INK * seen || isShadedDark(data, levels, seen)) return true;
    // Neither paper nor ink: greys are tones of a thing there, of metal.
    if (paper < PAPER * seen) coloured = Math.max(coloured + colouredPaper, toned);
  }
  return coloured > SHARE * seen || flatTints(data, seen) > TINTED * seen;
}

/** Whether the most frequent colour is dark, and few of the `seen` pixels are of the same grey. */
function isShadedDark(data: Uint8Array, levels: readonly number[], seen: number): boolean {
  if (Math.max(...levels) >= DARK_LEVEL) return false;
  const histogram = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 4) if (data[at + 3]! >= SEEN) histogram[data[at + 1]!]!++;
  const grey = histogram.indexOf(Math.max(...histogram));
  const near = histogram.subarray(Math.max(0, grey - FLAT_LEVELS), grey + FLAT_LEVELS + 1);
  return near.reduce((sum, count) => sum + count, 0) < FLAT_SHEET * seen;
}

/** 0 where nothing is. */
const areaOf = ({ x0, y0, x1, y1 }: Bounds): number => Math.max(0, x1 - x0 + 1) * Math.max(0, y1 - y0 + 1);

/** How many of the `seen` pixels are in flat tints; the most frequent colour is paper. */
function flatTints(data: Uint8Array, seen: number): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < SEEN) continue;
    const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  return others.reduce((sum, [colour, count]) => {
    const channels = [colour >> 16, (colour >> 8) & 255, colour & 255];
    const isTint = Math.max(...channels) - Math.min(...channels) >= TINT;
    return count >= FLAT * seen && isTint ? sum + count : sum;
  }, 0);
}

function brightEnd(data: Uint8Array, channel: number): number {
  const histogram = new Uint32Array(256);
  let left = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < SEEN) continue;
    histogram[data[at + channel]!]!++;
    left++;
  }
  left *= 1 - WHITE;
  let value = 255;
  while (value > 1 && histogram[value]! <= left) left -= histogram[value--]!;
  return value;
}

/** The middle of the fullest of 16 × 16 × 16 boxes. */
function mostFrequent(data: Uint8Array): [number, number, number] {
  const histogram = new Uint32Array(4096);
  let best = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! < SEEN) continue;
    const bin = ((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4);
    histogram[bin]!++;
    if (histogram[bin]! > histogram[best]!) best = bin;
  }
  return [16 * (best >> 8) + 8, 16 * ((best >> 4) & 15) + 8, 16 * (best & 15) + 8];
}

// In: a fill and what the light made of it, sRGB bytes. Out: how much light there is of what is wanted.
// Luminance (Rec. 709) before the light's filmic curve; sRGB by the power that is near enough.
import { smoothstep } from '../image/smoothstep.ts';
import { unbend } from './filmic.ts';

/**
 * What is white or has a full channel (yellow, orange) has no light above its own: its middle stays so much
 * below its fill, so that its form is not lost in the curve. From the first value on of the mean of luminance
 * and brightest channel, in whole from the second; linear.
 */
const HEADROOM = 0.12;
const PALE = 0.4;
const FULL = 0.9;
/** Linear, what is told from white: what is brighter was at least so bright before the curve. */
const BRIGHTEST = 0.98;
/** Linear; of what is darker no ratio is told. */
const DARKEST = 0.002;

/** Three bytes of `lit` beside three of `fills`: 1 is as wanted. Null where the fill is black. */
export function brightnessRatio(
  fills: Uint8Array,
  ofFill: number,
  lit: Uint8Array,
  ofLit: number,
): number | null {
  const fill = luminance(fills, ofFill);
  if (fill <= DARKEST) return null;
  const peak = brightest(fills, ofFill);
  const room = 1 - HEADROOM * smoothstep(PALE, FULL, (fill + peak) / 2);
  const wanted = fill * room * unbent(peak * room);
  return (luminance(lit, ofLit) * unbent(brightest(lit, ofLit))) / wanted;
}

/** By how much light whose brightest channel the curve left at `bent`, linear, was brighter before. */
function unbent(bent: number): number {
  return bent > 0 ? unbend(Math.min(bent, BRIGHTEST)) / bent : 1;
}

/** The channel that the curve bends, linear. */
function brightest(data: Uint8Array, at: number): number {
  return linear(Math.max(data[at]!, data[at + 1]!, data[at + 2]!));
}

function luminance(data: Uint8Array, at: number): number {
  return 0.2126 * linear(data[at]!) + 0.7152 * linear(data[at + 1]!) + 0.0722 * linear(data[at + 2]!);
}

function linear(byte: number): number {
  return (byte / 255) ** 2.2;
}

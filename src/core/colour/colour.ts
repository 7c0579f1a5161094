// In: a colour as SVG and CSS Color 4 write it. Out: 8-bit sRGB and alpha 0…1; null when it is no colour.
// culori reads and converts; what lies outside sRGB is clipped channel by channel, as Chromium shows it.
import {
  converter,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn';

/** sRGB, 0…255. */
export type Rgb = readonly [number, number, number];

export interface Colour {
  rgb: Rgb;
  /** 0…1. */
  alpha: number;
}

useMode(modeRgb);
useMode(modeHsl);
useMode(modeHwb);
useMode(modeLab);
useMode(modeLch);
useMode(modeLrgb);
useMode(modeOklab);
useMode(modeOklch);
useMode(modeP3);
useMode(modeXyz50);
useMode(modeXyz65);
const toRgb = converter('rgb');

/**
 * `var(--name, fallback)` stands for its fallback, as nothing defines the variables that design tools write.
 */
export function parseColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  const variable = /^var\(\s*--[^,()]*,(.*)\)$/s.exec(value);
  if (variable) return parseColour(variable[1]!);
  const found = parse(value);
  if (!found) return null;
  const { r, g, b, alpha } = toRgb(found);
  return { rgb: [byte(r), byte(g), byte(b)], alpha: clamp(alpha ?? 1) };
}

/** Thousandths are kept: gradients are averaged from them. */
function byte(channel: number): number {
  return Math.round(255_000 * clamp(channel)) / 1000;
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}

export function hex(rgb: readonly number[]): string {
  return '#' + rgb.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('');
}

/** 0…1, near what the eye calls brightness. */
export function brightness(rgb: readonly [number, number, number]): number {
  return (0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]) / 255;
}

/** 0 for greys, 1 for pure colours: how far the channels lie apart. */
export function colourfulness(rgb: Rgb): number {
  return (Math.max(...rgb) - Math.min(...rgb)) / 255;
}

/** 0 = the same, 1 = black against white. */
export function apart(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 441.7;
}

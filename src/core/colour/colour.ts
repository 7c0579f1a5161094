// In: a colour as SVG and CSS Color 4 write it. Out: 8-bit sRGB and alpha 0…1; null when it is no colour.
// culori reads and converts; what lies outside sRGB is clipped channel by channel, as Chromium shows it.
import {
  converter,
  modeA98,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
  type Color as CssColour,
} from 'culori/fn';
import { calculated, degrees, hasMath, withMath } from './css-math.ts';
import { listed } from './css-list.ts';
import { blend, readMix } from './mix.ts';
import { readRelative, writtenOut } from './relative.ts';
import { systemColour } from './system-colours.ts';

/** sRGB, 0…255. */
export type Rgb = readonly [number, number, number];

export interface Colour {
  rgb: Rgb;
  /** 0…1. */
  alpha: number;
}

useMode(modeRgb);
useMode(modeA98);
useMode(modeProphoto);
useMode(modeRec2020);
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

/** Seen over white paper; whole numbers. `opacity`: 0…1. */
export function overWhite([r, g, b]: Rgb, opacity: number): Rgb {
  const over = (value: number): number => Math.round(255 - opacity * (255 - value));
  return [over(r), over(g), over(b)];
}

/**
 * `var(--name, fallback)` stands for its fallback, as nothing defines the variables that design tools write.
 */
export function parseColour(text: string): Colour | null {
  const found = read(text.trim().toLowerCase());
  return found ? inBytes(found) : null;
}

/** In the space in which it is written. */
function read(value: string): CssColour | null {
  // culori 4.0.2 reads digits without their # as a colour, too (findings/culori-takes-digits-alone.sh).
  if (/^[\da-f]{3,8}$/.test(value)) return null;
  const variable = /^var\(\s*--[^,()]*,(.*)\)$/s.exec(value);
  if (variable) return read(variable[1]!.trim());
  // Drawings are looked at in light.
  const schemes = /^light-dark\((.*)\)$/s.exec(value);
  if (schemes) return read(listed(schemes[1]!)[0] ?? '');
  if (value.startsWith('color-mix(')) return mixed(value);
  const relative = readRelative(value);
  if (relative) {
    const origin = read(relative.origin);
    return origin && read(writtenOut(relative, origin) ?? '');
  }
  if (hasMath(value)) {
    const plain = withMath(value, calculatedChannel);
    return hasMath(plain) ? null : read(plain);
  }
  const found = parse(systemColour(value) ?? value);
  return found ? asShown(found, value) : null;
}

/** Hues in degrees; what has a per cent in it stays one. */
function calculatedChannel(expression: string): string | null {
  const value = calculated(expression, (number, unit) => (unit === '%' ? number : degrees(number, unit)));
  return value === null ? null : `${value}${expression.includes('%') ? '%' : ''}`;
}

/** As Chromium 147 shows what culori takes otherwise: no opacity is clear, saturation is 0…100 %. */
function asShown(found: CssColour, value: string): CssColour {
  const colour = /\/\s*none\s*\)$/.test(value) ? { ...found, alpha: 0 } : found;
  return colour.mode === 'hsl' ? { ...colour, s: clamp(colour.s) } : colour;
}

function mixed(value: string): CssColour | null {
  const mix = readMix(value);
  const [one, two] = mix ? mix.colours.map(read) : [];
  return mix && one && two ? blend(one, two, mix) : null;
}

function inBytes(found: CssColour): Colour {
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

// In: sizes of parts without a colour, and a seed. Out: a colour for each, as products wear them.
// A palette by the seed; its roles go to the parts by their rank in size.
import type { Rgb } from './colour.ts';

/**
 * body: the largest surface; second and accent: what goes with it; light, dark: neutrals of the same family.
 */
export type ColourRole = 'body' | 'second' | 'accent' | 'light' | 'dark';
type Palette = Record<ColourRole, Rgb>;

/** Body, second, accent, light, dark. */
const of = (hexes: string): Palette => {
  const [body, second, accent, light, dark] = hexes
    .split(' ')
    .map((h) => [0, 2, 4].map((i) => parseInt(h.slice(i, i + 2), 16)) as unknown as Rgb);
  return { body: body!, second: second!, accent: accent!, light: light!, dark: dark! };
};

const PALETTES: readonly Palette[] = [
  of('d9653b efe3d0 2f5d62 f4ede1 33302e'),
  of('3f6f8f e9e4da e2a23b f1eee8 2c3238'),
  of('6f8f72 efe9dc c4673e f3f0e8 2f332f'),
  of('c8473f f0e6da 3a4a5c f5efe8 2e2b2c'),
  of('e0ae45 5a6b73 f2ead9 f4efe4 35332f'),
  of('e6ddcf b5653f 4b5a52 f5f1ea 37332f'),
  of('4a5f8a d9b48a e8e2d8 f0ece5 292c36'),
  of('b98aa0 efe4e2 5c4a63 f6f0ef 352e36'),
];

export interface Uncoloured {
  /** Pixels, or any measure of area. */
  size: number;
  /** A round part low in the drawing that has a twin: a wheel. */
  wheel: boolean;
}

/** The same parts and seed give the same colours. Parts of nearly one size share theirs, as pairs do. */
export function colourParts(parts: readonly Uncoloured[], seed: number): { rgb: Rgb; role: ColourRole }[] {
  const palette = PALETTES[Math.abs(Math.trunc(seed)) % PALETTES.length];
  if (!palette) throw new Error(`no palette for seed ${seed}`);
  const order = parts.map((_, i) => i).sort((a, b) => (parts[b]?.size ?? 0) - (parts[a]?.size ?? 0) || a - b);
  const turns = ['body', 'second', 'body', 'accent', 'light', 'body', 'second'] as const;
  const colours: { rgb: Rgb; role: ColourRole }[] = [];
  let [turn, last] = [-1, Infinity];
  for (const i of order) {
    const part = parts[i];
    if (!part) continue;
    if (part.wheel) {
      colours[i] = { rgb: palette.dark, role: 'dark' };
      continue;
    }
    if (part.size < 0.85 * last) turn++;
    last = part.size;
    const role = turns[turn % turns.length] ?? 'body';
    colours[i] = { rgb: palette[role], role };
  }
  return colours;
}

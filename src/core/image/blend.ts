// In: two pixels, straight alpha, and CSS's name of a blend mode. Out: the upper one blended with what lies
// below, in place.
// Compositing and Blending Level 1: B(cb, cs) for each mode; Co = cs·αs·(1 − αb) + cb·αb·(1 − αs) +
// αs·αb·B(cb, cs).
type Channel = (below: number, above: number) => number;
type UnitColour = [number, number, number];
type Whole = (below: UnitColour, above: UnitColour) => UnitColour;

const multiply: Channel = (b, s) => b * s;
const screen: Channel = (b, s) => b + s - b * s;
const hardLight: Channel = (b, s) => (s <= 0.5 ? multiply(b, 2 * s) : screen(b, 2 * s - 1));

const SEPARABLE: Record<string, Channel> = {
  multiply,
  screen,
  overlay: (b, s) => hardLight(s, b),
  darken: Math.min,
  lighten: Math.max,
  'color-dodge': (b, s) => (b === 0 ? 0 : s === 1 ? 1 : Math.min(1, b / (1 - s))),
  'color-burn': (b, s) => (b === 1 ? 1 : s === 0 ? 0 : 1 - Math.min(1, (1 - b) / s)),
  'hard-light': hardLight,
  'soft-light': (b, s) => {
    if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b);
    const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    return b + (2 * s - 1) * (d - b);
  },
  difference: (b, s) => Math.abs(b - s),
  exclusion: (b, s) => b + s - 2 * b * s,
};

const WHOLE: Record<string, Whole> = {
  hue: (b, s) => withLuminosity(withSaturation(s, saturation(b)), luminosity(b)),
  saturation: (b, s) => withLuminosity(withSaturation(b, saturation(s)), luminosity(b)),
  color: (b, s) => withLuminosity(s, luminosity(b)),
  luminosity: (b, s) => withLuminosity(b, luminosity(s)),
};

const luminosity = ([r, g, b]: UnitColour): number => 0.3 * r + 0.59 * g + 0.11 * b;
const saturation = (colour: UnitColour): number => Math.max(...colour) - Math.min(...colour);

/** Moved to that luminosity, and towards grey as far as a channel leaves 0…1. */
function withLuminosity(colour: UnitColour, wanted: number): UnitColour {
  const by = wanted - luminosity(colour);
  const moved = colour.map((channel) => channel + by) as UnitColour;
  const [least, most] = [Math.min(...moved), Math.max(...moved)];
  const grey = luminosity(moved);
  const scale = least < 0 ? grey / (grey - least) : most > 1 ? (1 - grey) / (most - grey) : 1;
  return moved.map((channel) => grey + (channel - grey) * scale) as UnitColour;
}

function withSaturation(colour: UnitColour, wanted: number): UnitColour {
  const least = Math.min(...colour);
  const own = saturation(colour);
  return own === 0 ? [0, 0, 0] : (colour.map((channel) => ((channel - least) * wanted) / own) as UnitColour);
}

/**
 * `below` at `at` becomes `above` at `at`, blended with it by `mode`; a mode that is none of CSS's is normal.
 */
export function blendOver(mode: string, below: Uint8Array, above: Uint8Array, at: number): void {
  const [under, over] = [below[at + 3]! / 255, above[at + 3]! / 255];
  const alpha = under + over - under * over;
  if (over === 0 || alpha === 0) return;
  const [b, s] = [below, above].map(
    (pixels) => [0, 1, 2].map((c) => pixels[at + c]! / 255) as UnitColour,
  ) as [UnitColour, UnitColour];
  const channel = SEPARABLE[mode];
  const mixed = channel ? b.map((value, c) => channel(value, s[c]!)) : (WHOLE[mode]?.(b, s) ?? s);
  for (const c of [0, 1, 2]) {
    const sum = s[c]! * over * (1 - under) + b[c]! * under * (1 - over) + over * under * mixed[c]!;
    below[at + c] = Math.round((255 * Math.min(alpha, Math.max(0, sum))) / alpha);
  }
  below[at + 3] = Math.round(255 * alpha);
}

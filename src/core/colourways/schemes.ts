// In: a palette. Out: the ways to wear it: which of its colours is the body, and what goes with that.
// Roles by lightness and chroma in Oklab; what a palette lacks is its main colour calmed, or turned by 165°.
import { chroma, shifted, type Lab } from '../colour/oklab.ts';
import type { ColourRole } from '../colour/default-colours.ts';
import { labOf } from './groups.ts';
import type { Palette } from '../colour/palettes.ts';

export type Scheme = Record<ColourRole, Lab>;

// Oklab lightness from which on a palette's neutral is its light one, and below which a colour is its dark
// one.
const LIGHT_FROM = 0.82;
const DARK_BELOW = 0.36;

/** The one that its maker meant first. Palettes of any length: what is missing is made of what is there. */
export function schemesOf({ colours }: Palette): Scheme[] {
  const labs = colours.map(labOf);
  const light =
    lowest(labs.filter(([l, ...ab]) => l > 0.9 && Math.hypot(...ab) < 0.05)) ??
    lowest(labs.filter(([l, ...ab]) => l > LIGHT_FROM && Math.hypot(...ab) < 0.05));
  const dark = [...labs].sort((a, b) => a[0] - b[0]).find(([l]) => l < DARK_BELOW);
  const rest = labs.filter((lab) => lab !== light && lab !== dark);
  const main = rest[0] ?? dark ?? light ?? ([0.6, 0.05, 0.05] as const);
  const paper = light ?? calm(main, 0.955, 0.2);
  const night = dark ?? calm(main, 0.27, 0.4);
  const second = rest[1] ?? calm(main, main[0] > 0.6 ? 0.42 : 0.86, 0.45);
  const accent = rest[2] ?? shifted(calm(main, 0.62, 1), { turn: 165, strong: 0.9 });
  const scheme = (body: Lab, next: Lab, spark: Lab): Scheme => ({
    body,
    second: next,
    accent: spark,
    light: paper,
    dark: night,
  });
  return [
    scheme(main, second, accent),
    scheme(second, main, accent),
    scheme(night, main, accent),
    scheme(accent, second, main),
    scheme(paper, second, main),
    scheme(main, night, second),
    ...rest.slice(3).map((lab) => scheme(lab, main, second)),
  ];
}

function lowest(labs: readonly Lab[]): Lab | undefined {
  return [...labs].sort((a, b) => chroma(a) - chroma(b))[0];
}

/** The same hue at another lightness. */
function calm([, a, b]: Lab, lightness: number, share: number): Lab {
  return [lightness, a * share, b * share];
}

// In: smooth regions within parts, unlit and lit. Out: of each that paints light and shade itself, its
// contrast as lit and that of the same form in one colour. Standard deviation of Oklab's lightness.
import type { SmoothRegions } from '../../src/core/appearance/smooth-regions.ts';
import { chroma, toLab, type Lab } from '../../src/core/colour/oklab.ts';
import type { Rgba } from '../../src/core/sketch.ts';

/** A region of fewer pixels, or of less drawn contrast (Oklab's L), says nothing of drawn shade. */
const FEWEST_PIXELS = 150;
const SHADED = 0.03;
/**
 * The hues' concentration from which on a region is shade of one colour and not a gradient from colour to
 * colour.
 */
const ONE_HUE = 0.975;
const GREY = 0.02;
/** Lit contrast below this, of a flat fill, is none: a share of it says nothing. */
const LEAST_WANTED = 0.01;
/** Contrast of one region. */
export interface Contrast {
  pixels: number;
  /** As drawn, unlit. */
  drawn: number;
  /** Lit in the default choice of drawn shading, lit as drawn, and lit in one colour: what is wanted. */
  softened: number;
  kept: number;
  wanted: number;
}

/** Of every region that paints shade in one hue. `flat`: lit with each region in its mean colour. */
export function contrastsOf(
  regions: SmoothRegions,
  drawn: Uint8Array,
  lit: Record<'softened' | 'kept' | 'flat', Rgba>,
): Contrast[] {
  const inside = Array.from({ length: regions.count }, (): number[] => []);
  for (let i = 0; i < regions.data.length; i++) if (regions.data[i]! > 1) inside[regions.data[i]!]!.push(i);
  return inside.flatMap((pixels) => {
    if (pixels.length < FEWEST_PIXELS) return [];
    const colours = pixels.map((i) => toLab([drawn[3 * i]!, drawn[3 * i + 1]!, drawn[3 * i + 2]!]));
    const spread = deviation(colours.map(([l]) => l));
    if (spread < SHADED || !isOfOneHue(colours)) return [];
    const of = ({ data }: Rgba): number =>
      deviation(pixels.map((i) => toLab([data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!])[0]));
    const wanted = of(lit.flat);
    if (wanted < LEAST_WANTED) return [];
    return [{ pixels: pixels.length, drawn: spread, softened: of(lit.softened), kept: of(lit.kept), wanted }];
  });
}

function isOfOneHue(colours: readonly Lab[]): boolean {
  const sum = colours.reduce<Lab>(([l, a, b], lab) => [l + chroma(lab), a + lab[1], b + lab[2]], [0, 0, 0]);
  return sum[0] < GREY * colours.length || chroma(sum) / sum[0] >= ONE_HUE;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** sRGB, 3 bytes a pixel: each region in its mean colour. */
export function flattened(base: Uint8Array, { data, count }: SmoothRegions): Uint8Array {
  const sums = Array.from({ length: count }, () => [0, 0, 0, 0]);
  for (let i = 0; i < data.length; i++) {
    const sum = sums[data[i]!];
    if (!sum) continue;
    for (let c = 0; c < 3; c++) sum[c]! += base[3 * i + c]!;
    sum[3]! += 1;
  }
  return base.map((value, at) => {
    const region = data[Math.floor(at / 3)]!;
    const sum = region > 1 ? sums[region] : undefined;
    return sum ? Math.round(sum[at % 3]! / sum[3]!) : value;
  });
}

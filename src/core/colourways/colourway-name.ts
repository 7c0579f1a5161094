// In: what was chosen for parts. Out: the name of the product palette that most of those colours are of; else
// the first colour.
import { PRODUCT_PALETTES } from '../colour/palettes.ts';
import type { Settings } from '../sketch.ts';

/** The product palette of which most chosen colours are; null where none of them is of one. */
export function paletteWorn(parts: Settings['parts']): string | null {
  const chosen = coloursIn(parts);
  const counts = PRODUCT_PALETTES.map(({ name, colours }) => ({
    name,
    count: chosen.filter((colour) => colours.includes(colour)).length,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.name : null;
}

/** The palette; else the first chosen colour without "#"; null where no part was given a colour. */
export function colourwayName(parts: Settings['parts']): string | null {
  return paletteWorn(parts) ?? coloursIn(parts)[0]?.slice(1) ?? null;
}

const coloursIn = (parts: Settings['parts']): string[] =>
  Object.values(parts).flatMap(({ colour }) => colour ?? []);

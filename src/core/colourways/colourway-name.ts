// What was chosen for parts in, the name of the colourway that they wear out.
import { PRODUCT_PALETTES } from '../colour/palettes.ts';
import type { Settings } from '../sketch.ts';

/**
 * The product palette of which most chosen colours are; else the first of them without "#"; null where no part was given
 * a colour.
 */
export function colourwayName(parts: Settings['parts']): string | null {
  const chosen = Object.values(parts).flatMap(({ colour }) => colour ?? []);
  const [first] = chosen;
  if (first === undefined) return null;
  const counts = PRODUCT_PALETTES.map(({ name, colours }) => ({
    name,
    count: chosen.filter((colour) => colours.includes(colour)).length,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.name : first.slice(1);
}

// In: what a part looks made of, to the generator; a seed. Out: a material for it, and colours that it may
// have.
// A draw by the chances (Gumbel-max, Gumbel 1954): noise by the seed alone, so that a small edit or another
// size of the picture seldom changes what is drawn.
import type { Rgb } from '../colour/colour.ts';
import type { ColourRole } from '../colour/default-colours.ts';
import { coloursOfMaterial, coloursOfThing } from '../colour/natural-colours.ts';
import { draws } from '../image/random.ts';
import type { PartLook } from './part-looks.ts';

/** What is known of a part's colour besides the palette. */
export interface Natural {
  /** What the name or the generator surely says; null: nothing. */
  known: Rgb | null;
  /** Which of its material's colours it takes: one after the other, round and round. */
  turn: number;
}

/**
 * From this chance on at least 85 % of held-out parts are made of what the generator says
 * (evaluation/look.py).
 */
const SURE = 0.78;
// Colours with a spread up to this are right to about a shade.
const SURE_SPREAD = 0.15;
// What is less likely than this share of the likeliest is not drawn.
const PLAUSIBLE = 0.5;
// Below this chance the likeliest says nothing.
const FAINT = 0.2;
const DYED = ['ceramic', 'matte_plastic', 'glossy_plastic'];
const TURNS: Readonly<Record<ColourRole, number>> = { body: 0, second: 1, light: 1, accent: 2, dark: 2 };

/**
 * Materials that a part may be made of, likeliest first; one alone where that is sure, none where nothing is
 * said.
 */
export function plausible({ materials }: PartLook): string[] {
  const most = materials[0]?.chance ?? 0;
  if (most < FAINT) return [];
  const least = most >= SURE ? most : PLAUSIBLE * most;
  return materials.filter(({ chance }) => chance >= least).map(({ id }) => id);
}

/** The likeliest material where the generator is sure of it. */
export function surely({ materials }: PartLook): string | null {
  const [first] = materials;
  return first && first.chance >= SURE ? first.id : null;
}

/**
 * Draws one of the plausible materials; the same one for the same look and seed. Null where nothing is said.
 * A thing that has its colour in everyone's mind is made of what takes any colour.
 */
export function openLikely(seed: number, text: string): (look: PartLook) => string | null {
  const isThing = coloursOfThing(text).length > 0;
  return (look) => {
    const ids = plausible(look).filter((id) => !isThing || DYED.includes(id));
    const draw = draws(seed);
    // Every material has its own noise, in the order of their names.
    const order = look.materials.map(({ id }) => id).sort();
    const noise = new Map(order.map((id) => [id, -Math.log(-Math.log(Math.max(1e-9, draw())))]));
    const worth = ({ id, chance }: { id: string; chance: number }): number =>
      Math.log(chance) + noise.get(id)!;
    const open = look.materials.filter(({ id }) => ids.includes(id));
    open.sort((a, b) => worth(b) - worth(a));
    return open[0]?.id ?? null;
  };
}

/** `text`: the drawing's name in small letters. */
export function naturalOf(look: PartLook | null, text: string, role: ColourRole, seed: number): Natural {
  const turn = Math.abs(Math.trunc(seed)) + TURNS[role];
  const thing = role === 'body' ? coloursOfThing(text) : [];
  const surely = look && look.spread <= SURE_SPREAD ? look.colour : null;
  return { known: thing[turn % thing.length] ?? surely, turn };
}

/** A colour that this material has in life; null where it takes any. */
export function naturalColour(material: string, { turn }: Natural): Rgb | null {
  const colours = coloursOfMaterial(material);
  return colours[turn % colours.length] ?? null;
}

/** A small number for a name, whatever its numbers and signs; FNV-1a (Fowler, Noll, Vo 1991). */
export function wordHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text.trim()) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 1024;
}

// In: what a part is called and how it is drawn (its clues). Out: its material out of the light's card.
import { brightness, type Rgb } from '../colour/colour.ts';
import type { LightCard, Material } from '../card.ts';

export interface MaterialClues {
  /** Outermost first. */
  names: readonly string[];
  colour: Rgb;
  /** How much it hides of what lies beneath, as drawn, 0…1. */
  alpha: number;
  /** It is round and stands on the ground. */
  wheel: boolean;
  /** Where nothing is painted: what it may be, and whether that goes before the drawing's own name. */
  guess?: { material: string | null; sure: boolean } | null;
}

// From this brightness on an opaque fill may stand for glass.
const PALE = 0.8;

const isClear = ({ values }: Material): boolean => (values['transmission'] ?? 0) > 0.05;
const isOpaque = ({ alpha, colour, guess }: MaterialClues): boolean =>
  !guess && alpha >= 0.95 && brightness(colour) < PALE;

/**
 * The nearest name that names a material decides: the layer's own before its
 * group's, the first word before later ones.
 */
export function materialOf(clues: MaterialClues, card: LightCard): Material {
  const own = clues.names.length - 1;
  const byId = (id: string | null | undefined): Material | undefined =>
    card.materials.find((material) => material.id === id);
  for (let i = own; i >= 0; i--) {
    const shaped = i === 0 && clues.guess?.sure === true ? byId(clues.guess.material) : undefined;
    if (shaped) return shaped;
    const named = nameIn(clues.names[i] ?? '', card, i === own && i > 0);
    // Of opaque, coloured parts the drawing's own name says nothing like that: an hourglass has wooden caps.
    if (named && !(i === 0 && isClear(named) && isOpaque(clues))) return named;
  }
  const seen =
    clues.alpha < 0.6
      ? 'glass'
      : clues.wheel && brightness(clues.colour) < 0.35
        ? 'rubber'
        : clues.guess?.material;
  const material = byId(seen) ?? byId(card.defaultMaterial);
  if (!material) throw new Error(`the light's card has no material "${card.defaultMaterial}"`);
  return material;
}

/** `own`: it is the layer's own name, so that what yields may be meant. */
function nameIn(name: string, card: LightCard, own: boolean): Material | null {
  const text = ` ${wordsOf(name)} `;
  let best: { at: number; long: number; material: Material } | null = null;
  for (const material of card.materials) {
    if (material.yields && !own) continue;
    for (const word of [...material.words, wordsOf(material.id)]) {
      const at = text.indexOf(` ${word} `);
      if (at < 0) continue;
      const better = !best || at < best.at || (at === best.at && word.length > best.long);
      if (!best || (best.material.yields === material.yields ? better : best.material.yields))
        best = { at, long: word.length, material };
    }
  }
  return best?.material ?? null;
}

/** "LeatherStrap_2" → "leather strap". Figma numbers layers of one name with _2, _3 … */
function wordsOf(name: string): string {
  return name
    .replace(/_\d+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/**
 * The card's channel values of a material, in the order of `channels`; `tall`: the part is taller than wide.
 */
export function valuesOf(
  material: Material,
  channels: readonly { name: string }[],
  tall: boolean,
): Float32Array {
  const turned = material.turns && tall;
  return Float32Array.from(channels, ({ name }) => {
    const from = !turned ? name : name === 'grain_x' ? 'grain_y' : name === 'grain_y' ? 'grain_x' : name;
    const value = material.values[from];
    if (value === undefined) throw new Error(`material "${material.id}" has no value for ${from}`);
    return turned && name === 'anisotropy' ? -value : value;
  });
}

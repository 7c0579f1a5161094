// In: what a part is called and how it is drawn (its clues). Out: its material out of the light's card.
import { brightness, colourfulness, type Rgb } from '../colour/colour.ts';
import type { LightCard, Material } from '../card.ts';
import { openMaterialWords, wordsOf, type Meaning } from './material-words.ts';

export interface MaterialClues {
  /** Outermost first. */
  names: readonly string[];
  colour: Rgb;
  /** How much it hides of what lies beneath, as drawn, 0…1. */
  alpha: number;
  /** It is round and stands on the ground. */
  wheel: boolean;
  /** Its layer has the effect. */
  glass?: boolean;
  /** Where nothing is painted: what it may be, and whether that goes before the drawing's own name. */
  guess?: { material: string | null; sure: boolean } | null;
  /** Where something is painted: what the generator is sure that it is made of. */
  likely?: string | null;
}

// From this brightness on an opaque fill may stand for glass.
const PALE = 0.8;
// Greys from this brightness on are how mirroring metal is drawn; so little colourful.
const SHINY = 0.4;
const GREY = 0.157;
// What things may be made of that are drawn in these greys, and in other colours mostly of plastic or enamel.
const BRIGHT_METALS = new Set(['chrome', 'polished_metal']);

const GLASS = 'glass';

/** Where a name stands. A layer's own name says more than its groups', and these more than the drawing's. */
type Level = 'own' | 'group' | 'drawing';

/** What names say, by the words of one card. */
export interface MaterialNames {
  card: LightCard;
  /**
   * The nearest name that says something decides: the layer's own, its groups' outward, the drawing's. In one
   * name words for materials go before words for things. Of the former the last counts, as it is what the
   * others describe ("collar ring gold"), of the latter the first. Undefined where no name says something.
   */
  named: (clues: MaterialClues) => Material | undefined;
  /** Whether a name says a material itself ("leather"), not only a thing made of it ("bag"). */
  saysStuff: (name: string) => boolean;
}

// After an edit most names are as before: so many that were read are kept.
const KEPT_NAMES = 2000;

/** Reads the card's words, which takes as long as a small drawing: once for all drawings. */
export function openMaterialNames(card: LightCard): MaterialNames {
  const words = openMaterialWords(card);
  const known = new Map<string, Meaning[][]>();
  const read = (name: string): Meaning[][] => {
    const meanings = known.get(name) ?? words(name);
    if (known.size >= KEPT_NAMES) known.clear();
    known.set(name, meanings);
    return meanings;
  };
  return {
    card,
    named(clues) {
      for (const { name, level } of levelsOf(clues.names)) {
        // What a layer is made of says more than what it is a part of.
        const shaped = clues.glass ? GLASS : clues.guess?.sure === true ? clues.guess.material : null;
        const own = level === 'drawing' ? byId(card, shaped) : undefined;
        const named = own ?? choose(name.split('/').map(read), level, clues);
        if (named) return named;
      }
      return undefined;
    },
    saysStuff: (name) => read(name).some((word) => word.some(({ stuff }) => stuff)),
  };
}

/** What a part is made of, whether a name says so or not. */
export function materialOf({ card, named }: MaterialNames, clues: MaterialClues): Material {
  return named(clues) ?? unnamed(card, clues);
}

/** What it is made of where no name says so. */
export function unnamed(card: LightCard, clues: MaterialClues): Material {
  const likely = byId(card, clues.likely);
  const seen =
    clues.alpha < 0.6
      ? GLASS
      : clues.wheel && brightness(clues.colour) < 0.35
        ? 'rubber'
        : (clues.guess?.material ?? (likely && isClear(likely) && isOpaque(clues) ? null : clues.likely));
  const material = byId(card, seen) ?? byId(card, card.defaultMaterial);
  if (!material) throw new Error(`the light's card has no material "${card.defaultMaterial}"`);
  return material;
}

function byId({ materials }: LightCard, id: string | null | undefined): Material | undefined {
  return materials.find((material) => material.id === id);
}

/** Nearest first. Figma writes a frame as a group of its name; that and the drawing's count once. */
function levelsOf(names: readonly string[]): { name: string; level: Level }[] {
  const [drawing = '', frame = ''] = names;
  const twice = names.length > 2 && wordsOf(drawing).join() === wordsOf(frame).join();
  const within = names.slice(twice ? 2 : 1).reverse();
  return [
    ...within.map((name, i): { name: string; level: Level } => ({ name, level: i === 0 ? 'own' : 'group' })),
    { name: drawing, level: 'drawing' },
  ];
}

/** `steps`: what the words of "Bag", then those of "strap" mean in "Bag/strap", which is a strap. */
function choose(steps: readonly Meaning[][][], level: Level, clues: MaterialClues): Material | undefined {
  const said = steps.map((words) =>
    words.flatMap((word) => word.find((meaning) => maySay(meaning, level, clues)) ?? []),
  );
  const stuff = said.flat().filter((meaning) => meaning.stuff);
  const last = said.filter((meanings) => meanings.length > 0).at(-1) ?? [];
  const thing = last.find(({ material }) => !material.yields) ?? last[0];
  return (stuff.at(-1) ?? thing)?.material;
}

/** Whether a word may mean this material where it stands, on a part that is drawn like this. */
function maySay({ material, stuff }: Meaning, level: Level, clues: MaterialClues): boolean {
  if (material.yields) return level === 'own';
  // A television is no screen all over.
  if (level === 'drawing' && (material.values['emission'] ?? 0) > 0) return false;
  // Opaque parts in a colour of their own are what they look like: an hourglass has wooden caps, a car's
  // mirrors are seen from behind, and a red buckle is no steel.
  if (stuff && level !== 'drawing') return true;
  if (isClear(material)) return !hides(clues);
  return !BRIGHT_METALS.has(material.id) || !hides(clues) || shines(clues);
}

const isClear = ({ values }: Material): boolean => (values['transmission'] ?? 0) > 0.05;

const isOpaque = ({ alpha, guess }: MaterialClues): boolean => !guess && alpha >= 0.95;

const hides = (clues: MaterialClues): boolean => isOpaque(clues) && brightness(clues.colour) < PALE;

const shines = ({ colour }: MaterialClues): boolean =>
  colourfulness(colour) <= GREY && brightness(colour) >= SHINY;

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

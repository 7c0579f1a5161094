// In: parts that nothing is painted on, the drawing's name, a seed. Out: a colour and a material for each.
// Rules and a draw by chance, as products of that kind have them:
//
//   by shape   wheels are rubber, what is in their middle metal; a shoe's lowest, flat part is its sole; a
//              magnifier's disc is its lens
//   by name    a lamp has a shade of cloth and a base of metal or wood
//   by look    what the generator takes it for, where it says so: guess-by-look.ts; of a solid symbol, which
//              shows its outline alone, only where it is sure
//   else       a kit of materials that go together: one for the largest part, one for the next, one for small
import type { Rgb } from '../colour/colour.ts';
import { draws } from '../image/random.ts';
import { naturalOf, openLikely, surely, wordHash, type Natural } from './guess-by-look.ts';
import { toRgb } from '../colour/oklab.ts';
import { colourParts, type ColourRole } from '../colour/default-colours.ts';
import { coloursOfThing } from '../colour/natural-colours.ts';
import type { Part } from '../parts/parts.ts';
import { twinsOf } from '../parts/twins.ts';
import type { PartLook } from './part-looks.ts';
import { COOL_METALS, WARM_METALS, WOODS } from '../colour/wood-and-metal.ts';
import { ANY, KITS } from './material-kits.ts';
import { feetOf, hubsOf, isDisc, soleOf } from './parts-by-shape.ts';

export interface Guess {
  colour: Rgb;
  /** Id in the light's card; null: none in particular. */
  material: string | null;
  /** Its shape says so: that counts more than the drawing's name. */
  sure: boolean;
  /** Null where the generator says nothing of materials: the palette's colour counts then. */
  natural: Natural | null;
}

const SHOE = /\b(shoe|sneaker|trainer|boot|loafer|sandal)s?\b/;
const VEHICLE = /\b(car|van|bus|truck|scooter|bike|bicycle|motorcycle|wagon|cart|skateboard|tractor|train)\b/;
const MAGNIFIER = /\b(search|magnifier|magnifying|loupe|lupe|zoom)\b/;

// The sky in a window.
const PANE: Rgb = [126, 155, 174];

/**
 * The same parts, name, seed and looks give the same guesses. `round`: twins on the ground that are. `looks`:
 * of each part; all null for a generator that says nothing of it.
 */
export function guess(
  parts: readonly Part[],
  round: ReadonlySet<Part>,
  name: string,
  { seed, looks }: { seed: number; looks: readonly (PartLook | null)[] },
): Guess[] {
  const text = name.toLowerCase().replace(/[^a-z]+/g, ' ');
  const looked = looks.some((look) => look !== null);
  // Things of other names wear other colours.
  const from = looked ? seed + wordHash(text) : seed;
  const draw = draws(seed);
  // A line through a wheel cuts it in two: on a vehicle what stands on the
  // ground in pairs is one all the same.
  const rolls = VEHICLE.test(text);
  // Cherries are round twins on the ground, too.
  const isThing = !rolls && coloursOfThing(text).length > 0;
  const wheels = rolls ? new Set([...round, ...feetOf(parts)]) : isThing ? new Set<Part>() : round;
  const own = KITS.find(({ names }) => names.test(text))?.kits;
  const kits = own ?? ANY;
  const likely = openLikely(from, text);
  const kit = kits[Math.floor(draw() * kits.length)] ?? ANY[0];
  const coloured = colourParts(
    parts.map((part) => ({ size: part.pixels, wheel: wheels.has(part) })),
    from,
  );
  const hubs = rolls ? hubsOf(parts, wheels) : new Set<Part>();
  const sole = SHOE.test(text) ? soleOf(parts) : null;
  // What has the thing's colour: round twins on the ground, else what is like its largest part: grapes.
  const alike = twinsOf(parts.map(({ field, ...part }) => field ?? part));
  const largest = new Set(alike.filter((_, i) => coloured[i]?.role === 'body'));
  const isFruit = (part: Part, i: number): boolean =>
    isThing && (round.size > 0 ? round.has(part) : largest.has(alike[i]!));
  return parts.map((part, i): Guess => {
    const { rgb, role: found } = coloured[i] ?? { rgb: [128, 128, 128], role: 'body' };
    // However large the leaves.
    const role = isFruit(part, i) ? 'body' : isThing && round.size > 0 && found === 'body' ? 'second' : found;
    const natural = null;
    if (wheels.has(part)) return { colour: rgb, material: 'rubber', sure: true, natural };
    if (hubs.has(part)) return { colour: rgb, material: 'brushed_metal', sure: true, natural };
    if (part === sole) return { colour: [244, 239, 230], material: 'rubber', sure: true, natural };
    if (MAGNIFIER.test(text) && isDisc(part)) return { colour: rgb, material: 'glass', sure: true, natural };
    const look = looks[i] ?? null;
    const seen = part.piece?.bare === true ? surely : likely;
    const material = (own ? null : look && seen(look)) ?? kit?.[placeOf(role)] ?? null;
    return { colour: rgb, material, sure: false, natural: looked ? naturalOf(look, text, role, from) : null };
  });
}

/** What unpainted wood, metal and panes look like; null for other materials. */
export function toneOf(material: string, seed: number): Rgb | null {
  if (material === 'glazing') return PANE;
  const draw = draws(seed + 1);
  const tones = material === 'wood' ? WOODS.slice(0, 4) : draw() < 0.3 ? WARM_METALS : COOL_METALS;
  const metal = material === 'brushed_metal' || material === 'polished_metal';
  const tone = metal ? tones[0] : material === 'wood' ? tones[Math.floor(draw() * tones.length)] : undefined;
  return tone ? toRgb(tone) : null;
}

function placeOf(role: ColourRole): 0 | 1 | 2 {
  return role === 'body' ? 0 : role === 'accent' ? 2 : 1;
}

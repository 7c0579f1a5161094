// In: parts that nothing is painted on, the drawing's name, a seed. Out: a colour and a material for each.
// Rules and a draw by chance, as products of that kind have them:
//
//   by shape   wheels are rubber, what is in their middle metal; a shoe's lowest, flat part is its sole
//   by name    a lamp has a shade of cloth and a base of metal or wood
//   by look    what the generator takes it for, where it says so: guess-by-look.ts
//   else       a kit of materials that go together: one for the largest part, one for the next, one for small
import type { Rgb } from '../colour/colour.ts';
import { draws } from '../image/random.ts';
import { naturalOf, openLikely, wordHash, type Natural } from './guess-by-look.ts';
import { toRgb } from '../colour/oklab.ts';
import { colourParts, type ColourRole } from '../colour/default-colours.ts';
import type { Part } from '../parts/parts.ts';
import type { PartLook } from './part-looks.ts';
import { COOL_METALS, WARM_METALS, WOODS } from '../colour/wood-and-metal.ts';

export interface Guess {
  colour: Rgb;
  /** Id in the light's card; null: none in particular. */
  material: string | null;
  /** Its shape says so: that counts more than the drawing's name. */
  sure: boolean;
  /** Null where the generator says nothing of materials: the palette's colour counts then. */
  natural: Natural | null;
}

type Kit = readonly [body: string, second: string, accent: string];

const KITS: readonly { names: RegExp; kits: readonly Kit[] }[] = [
  {
    names: /\b(lamp|lantern|sconce|chandelier|pendant)\b/,
    kits: [
      ['fabric', 'brushed_metal', 'brushed_metal'],
      ['matte_plastic', 'wood', 'brushed_metal'],
      ['glossy_plastic', 'brushed_metal', 'matte_plastic'],
    ],
  },
  {
    names: /\b(chair|sofa|seat|bench|ottoman|pouf)\b/,
    kits: [
      ['fabric', 'wood', 'wood'],
      ['leather', 'wood', 'brushed_metal'],
      ['matte_plastic', 'wood', 'brushed_metal'],
    ],
  },
  {
    names: /\b(clock|radio|toaster|fan|mixer|blender|coffee maker|printer)\b/,
    kits: [
      ['matte_plastic', 'brushed_metal', 'matte_plastic'],
      ['satin_plastic', 'wood', 'brushed_metal'],
      ['brushed_metal', 'matte_plastic', 'matte_plastic'],
    ],
  },
  {
    names: /\b(toy|train|rocket|duck|blocks?|puzzle)\b/,
    kits: [
      ['glossy_plastic', 'glossy_plastic', 'glossy_plastic'],
      ['wood', 'matte_plastic', 'wood'],
      ['matte_plastic', 'satin_plastic', 'glossy_plastic'],
    ],
  },
];

const ANY: readonly Kit[] = [
  ['satin_plastic', 'satin_plastic', 'satin_plastic'],
  ['matte_plastic', 'satin_plastic', 'matte_plastic'],
  ['ceramic', 'ceramic', 'wood'],
  ['satin_plastic', 'matte_plastic', 'brushed_metal'],
  ['glossy_plastic', 'satin_plastic', 'brushed_metal'],
  ['matte_plastic', 'wood', 'brushed_metal'],
];

const SHOE = /\b(shoe|sneaker|trainer|boot|loafer|sandal)s?\b/;
const VEHICLE = /\b(car|van|bus|truck|scooter|bike|bicycle|motorcycle|wagon|cart|skateboard|tractor|train)\b/;

// The sky in a window.
const PANE: Rgb = [126, 155, 174];

/**
 * The same parts, name, seed and looks give the same guesses. `round`: twins on the ground that are. `looks`: of each
 * part; all null for a generator that says nothing of it.
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
  const wheels = VEHICLE.test(text) ? new Set([...round, ...feetOf(parts)]) : round;
  const own = KITS.find(({ names }) => names.test(text))?.kits;
  const kits = own ?? ANY;
  const likely = openLikely(from, text);
  const kit = kits[Math.floor(draw() * kits.length)] ?? ANY[0];
  const coloured = colourParts(
    parts.map((part) => ({ size: part.pixels, wheel: wheels.has(part) })),
    from,
  );
  const hubs = VEHICLE.test(text) ? hubsOf(parts, wheels) : new Set<Part>();
  const sole = SHOE.test(text) ? soleOf(parts) : null;
  return parts.map((part, i): Guess => {
    const { rgb, role } = coloured[i] ?? { rgb: [128, 128, 128], role: 'body' };
    const natural = null;
    if (wheels.has(part)) return { colour: rgb, material: 'rubber', sure: true, natural };
    if (hubs.has(part)) return { colour: rgb, material: 'brushed_metal', sure: true, natural };
    if (part === sole) return { colour: [244, 239, 230], material: 'rubber', sure: true, natural };
    const look = looks[i] ?? null;
    const material = (own ? null : look && likely(look)) ?? kit?.[placeOf(role)] ?? null;
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

/** Small twins that reach the ground. */
function feetOf(parts: readonly Part[]): Part[] {
  const across = ({ box }: Part): number => box.x1 - box.x0 + 1;
  const ground = Math.max(...parts.map(({ box }) => box.y1));
  const top = Math.min(...parts.map(({ box }) => box.y0));
  const whole = Math.max(...parts.map(({ box }) => box.x1)) - Math.min(...parts.map(({ box }) => box.x0));
  const low = parts.filter(
    (part) => ground - part.box.y1 < 0.04 * (ground - top) && across(part) < 0.35 * whole,
  );
  return low.filter((part) =>
    low.some((twin) => twin !== part && Math.abs(across(twin) / across(part) - 1) < 0.12),
  );
}

/** In the middle of a wheel. */
function hubsOf(parts: readonly Part[], wheels: ReadonlySet<Part>): Set<Part> {
  const middle = ({ box }: Part): [number, number] => [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return new Set(
    parts.filter((part) => {
      const [x, y] = middle(part);
      return [...wheels].some((wheel) => {
        const [u, v] = middle(wheel);
        return wheel !== part && Math.hypot(x - u, y - v) < 0.12 * (wheel.box.x1 - wheel.box.x0);
      });
    }),
  );
}

/** The lowest part, if it is long and flat. */
function soleOf(parts: readonly Part[]): Part | null {
  const left = Math.min(...parts.map(({ box }) => box.x0));
  const right = Math.max(...parts.map(({ box }) => box.x1));
  const lowest = [...parts].sort((a, b) => b.box.y1 - a.box.y1)[0];
  if (!lowest) return null;
  const [across, down] = [lowest.box.x1 - lowest.box.x0, lowest.box.y1 - lowest.box.y0];
  return across > 0.6 * (right - left) && down < 0.3 * across ? lowest : null;
}

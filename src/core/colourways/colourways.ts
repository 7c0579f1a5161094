// In: a drawing's parts, palettes, a seed. Out: settings of 4 or 9 pictures of it in other colours.
import { assign } from './assign.ts';
import { hex } from '../colour/colour.ts';
import { draws, shuffled } from '../image/random.ts';
import { groupsOf, type ColourGroup } from './groups.ts';
import { apartLab, toRgb } from '../colour/oklab.ts';
import { schemesOf } from './schemes.ts';
import type { PartChoice } from '../part-choice.ts';
import type { PartSeen } from '../parts-seen.ts';
import type { Settings } from '../sketch.ts';
import { stepsFrom } from './steps.ts';
import { stuffs } from './material-variants.ts';
import type { Colourway } from './tile.ts';
import { PRODUCT_PALETTES, type Palette } from '../colour/palettes.ts';

export { coloursOf, PRODUCT_PALETTES, type Palette } from '../colour/palettes.ts';

export interface ColourwayRequest {
  count: 4 | 9;
  seed: number;
  /** Keys of parts that stay as they are. */
  locked: readonly string[];
  /** Empty: the product palettes. */
  palettes: readonly Palette[];
  /** Whether materials change too. */
  materials: boolean;
  materialsKnown: readonly { id: string }[];
  /** A tile that was liked: small steps around it. */
  like?: Settings;
}

// What a palette not yet worn is worth beside being different.
const FRESH_WORTH = 0.1;
// And what a body in a colour that no other tile has: bodies this far apart are different ones.
const OTHER_BODY_OKLAB = 0.14;
// Tiles nearer to each other than this look the same.
const SEEN_OKLAB = 0.012;

/**
 * The same wish gives the same tiles. Fewer than `count` where there is not so much
 * to change; of no parts, other seeds.
 */
export function colourways(parts: readonly PartSeen[], wish: ColourwayRequest, base: Settings): Settings[] {
  if (parts.length === 0)
    return Array.from({ length: wish.count }, (_, i) => ({ ...(wish.like ?? base), seed: wish.seed + i }));
  const now = wish.like ? wearing(parts, wish.like) : parts;
  const groups = groupsOf(now, wish.locked);
  const draw = draws(wish.seed);
  const tiles = wish.like
    ? pickSteps(groups, stepsFrom(groups, draw), wish.count)
    : pickFar(groups, schemed(groups, wish, draw), wish.count);
  const from = wish.like ?? base;
  return tiles.map((tile) => ({ ...from, parts: { ...from.parts, ...choices(now, groups, tile, from) } }));
}

/** The parts in the colours of a tile. */
function wearing(parts: readonly PartSeen[], { parts: chosen }: Settings): PartSeen[] {
  return parts.map((part) => {
    const { colour, material } = chosen[part.key] ?? {};
    return { ...part, colour: colour ?? part.colour, material: material ?? part.material };
  });
}

function schemed(groups: readonly ColourGroup[], wish: ColourwayRequest, draw: () => number): Colourway[] {
  const palettes = shuffled(wish.palettes.length > 0 ? wish.palettes : PRODUCT_PALETTES, draw);
  return palettes.flatMap((palette, from) =>
    schemesOf(palette).map((scheme): Colourway => {
      const labs = assign(groups, scheme, draw());
      const made = wish.materials ? stuffs(groups, wish.materialsKnown, draw) : groups.map(() => null);
      return { labs, made, from };
    }),
  );
}

/** The first, then always the one that is least like what was chosen and what is there now. */
function pickFar(groups: readonly ColourGroup[], pool: readonly Colourway[], count: number): Colourway[] {
  const still: Colourway = { labs: groups.map(() => null), made: groups.map(() => null), from: -1 };
  const chosen: Colourway[] = [];
  while (chosen.length < count) {
    let best: { tile: Colourway; worth: number; far: number } | null = null;
    for (const tile of pool) {
      if (chosen.includes(tile)) continue;
      const far = Math.min(...[still, ...chosen].map((other) => apart(groups, tile, other)));
      // The farthest of all are the loudest: beyond a clear difference it is the palette's turn that counts.
      const fresh = chosen.some(({ from }) => from === tile.from) ? 0 : FRESH_WORTH;
      const body = Math.min(...chosen.map((other) => bodiesApart(groups, tile, other)), OTHER_BODY_OKLAB);
      const worth = Math.min(far, 0.2) + fresh + 2 * body;
      if (!best || worth > best.worth + 1e-9) best = { tile, worth, far };
    }
    if (!best || best.far < SEEN_OKLAB) break;
    chosen.push(best.tile);
  }
  return chosen;
}

/** In their order, without those that cannot be told from another. */
function pickSteps(groups: readonly ColourGroup[], pool: readonly Colourway[], count: number): Colourway[] {
  const still: Colourway = { labs: groups.map(() => null), made: groups.map(() => null), from: -1 };
  const chosen: Colourway[] = [];
  for (const tile of pool) {
    if (chosen.length === count) break;
    if ([still, ...chosen].every((other) => apart(groups, tile, other) > SEEN_OKLAB)) chosen.push(tile);
  }
  return chosen;
}

/** How different two tiles look, by the share of what differs. */
function apart(groups: readonly ColourGroup[], one: Colourway, other: Colourway): number {
  let [sum, all] = [0, 0];
  groups.forEach(({ lab, stuff, share }, i) => {
    if (stuff === 'fixed') return;
    const weight = Math.sqrt(share) + 0.02;
    const material = one.made[i]?.material !== other.made[i]?.material ? 0.08 : 0;
    sum += weight * (apartLab(one.labs[i] ?? lab, other.labs[i] ?? lab) + material);
    all += weight;
  });
  return all > 0 ? sum / all : 0;
}

function bodiesApart(groups: readonly ColourGroup[], one: Colourway, other: Colourway): number {
  const at = groups.findIndex(({ role, stuff }) => role === 'body' && stuff !== 'fixed');
  const lab = groups[at]?.lab;
  return lab ? apartLab(one.labs[at] ?? lab, other.labs[at] ?? lab) : 0;
}

function choices(
  parts: readonly PartSeen[],
  groups: readonly ColourGroup[],
  { labs, made }: Colourway,
  { parts: before }: Settings,
): Record<string, PartChoice> {
  const found: Record<string, PartChoice> = {};
  groups.forEach(({ members, stuff }, g) => {
    if (stuff === 'fixed') return;
    const [lab, stuffed] = [labs[g], made[g]];
    for (const i of members) {
      const { key } = parts[i]!;
      const choice: PartChoice = { ...before[key], ...stuffed };
      if (lab) choice.colour = hex(toRgb(lab));
      found[key] = choice;
    }
  });
  return found;
}

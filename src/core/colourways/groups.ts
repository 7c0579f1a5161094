// In: a drawing's parts as they are seen. Out: groups that change colour together, each with its role.
import { parseColour } from '../colour/colour.ts';
import type { ColourRole } from '../colour/default-colours.ts';
import { apartLab, chroma, toLab, type Lab } from '../colour/oklab.ts';
import type { PartSeen } from '../parts-seen.ts';

/**
 * free: takes any colour. The others stay what they are: wood is woody, rubber dark or
 * light, metal metallic, glass clear.
 */
type Stuff = 'free' | 'wood' | 'metal' | 'rubber' | 'glass' | 'fixed';

export interface ColourGroup {
  /** Indices into the list of parts. */
  members: number[];
  lab: Lab;
  /** Id in the light's card. */
  material: string;
  stuff: Stuff;
  role: ColourRole;
  /** 0…1 of the object. */
  share: number;
  /** Indices of groups that it touches. */
  beside: Set<number>;
  /** What its parts may be made of besides, likeliest first; empty where something says so. */
  open: readonly string[];
  /** It was drawn as a shade of that larger neighbour. */
  shadeOf: ColourGroup | null;
}

// Parts nearer in colour than this were drawn in one colour.
const ALIKE = 0.045;
const METALS = ['brushed_metal', 'polished_metal', 'chrome', 'gold', 'copper'];
const CLEAR = ['glass', 'tinted_glass'];
const KEPT = ['liquid', 'opaque_liquid', 'screen', 'glow', 'glazing'];
// What nobody orders in another colour.
const MEANT =
  /\b(tail|brake|head|fog)\s*-?\s*(light|lamp)s?|\b(headlights?|taillights?|signals?|indicators?|reflectors?|leaf|leaves|flowers?|petals?|flame|fire|water|skin|bulb|screen|lens|licen[cs]e plate|number plate|dial|hands?)\b/i;
// Plain grey parts smaller than this, as a share of the object, go with anything.
const SMALL_SHARE = 0.04;
// Glass that is this much of the object is the product, and is ordered in tints.
const BODY_OF_GLASS = 0.2;

export function groupsOf(parts: readonly PartSeen[], locked: readonly string[]): ColourGroup[] {
  const groups: ColourGroup[] = [];
  const groupOf = new Map<number, number>();
  parts.forEach((part, i) => {
    const lab = labOf(part.colour);
    const stuff = stuffOf(part, locked);
    const at = groups.findIndex(
      (group) =>
        group.stuff === stuff &&
        apartLab(group.lab, lab) < ALIKE &&
        (stuff === 'free' || group.material === part.material),
    );
    const share = part.share ?? 1 / parts.length;
    const group = groups[at];
    if (group) {
      group.members.push(i);
      group.share += share;
      group.open = group.open.filter((id) => part.open?.includes(id));
      groupOf.set(i, at);
      return;
    }
    groupOf.set(i, groups.length);
    groups.push({
      members: [i],
      lab,
      material: part.material,
      stuff,
      role: 'second',
      share,
      beside: new Set(),
      open: part.open ?? [],
      shadeOf: null,
    });
  });
  parts.forEach((part, i) => {
    const own = groupOf.get(i) ?? 0;
    for (const j of part.beside ?? []) {
      const other = groupOf.get(j);
      if (other === undefined || other === own) continue;
      groups[own]?.beside.add(other);
      groups[other]?.beside.add(own);
    }
  });
  cast(groups);
  return groups;
}

export function labOf(colour: string): Lab {
  return toLab(parseColour(colour)?.rgb ?? [128, 128, 128]);
}

function stuffOf({ key, name, material, share, colour }: PartSeen, locked: readonly string[]): Stuff {
  const words = name.replace(/_\d+$/, '').replace(/[_-]/g, ' ');
  if (locked.includes(key) || KEPT.includes(material) || MEANT.test(words)) return 'fixed';
  if (CLEAR.includes(material)) return (share ?? 0) > BODY_OF_GLASS ? 'glass' : 'fixed';
  const lab = labOf(colour);
  // Plain steel is not ordered in colours.
  if (METALS.includes(material)) return lab[0] > 0.45 && chroma(lab) < 0.045 ? 'fixed' : 'metal';
  if (material === 'wood') return isWoody(lab) ? 'wood' : 'free';
  if (material === 'rubber' && lab[0] < 0.5) return 'rubber';
  return 'free';
}

/** Between yellow and brownish red; other wood is painted. */
function isWoody([, a, b]: Lab): boolean {
  return b > 0.015 && a > -0.01 && a < 1.2 * b;
}

function isShade({ lab: p }: ColourGroup, { lab: q }: ColourGroup): boolean {
  const far = Math.hypot(p[1] - q[1], p[2] - q[2]);
  return Math.abs(p[0] - q[0]) < 0.2 && far < 0.05 + 0.3 * chroma(q) && far < 0.1;
}

function cast(groups: readonly ColourGroup[]): void {
  for (const group of groups) {
    const plain = chroma(group.lab) < 0.035 && group.lab[0] > 0.4 && group.lab[0] < 0.86;
    // A grey knob or hub is hardware.
    if (plain && group.stuff === 'free' && group.share < SMALL_SHARE) group.stuff = 'fixed';
  }
  const open = groups.filter(({ stuff }) => stuff !== 'fixed');
  const free = open.filter(({ stuff }) => stuff === 'free' || stuff === 'glass');
  const bySize = [...(free.length > 0 ? free : open)].sort((a, b) => b.share - a.share);
  let seconds = 0;
  for (const [at, group] of bySize.entries()) {
    const [light] = group.lab;
    const plain = chroma(group.lab) < 0.045;
    if (at === 0) group.role = 'body';
    else if (light > 0.86 && chroma(group.lab) < 0.07) group.role = 'light';
    else if (light < 0.36 && plain) group.role = 'dark';
    // What is small beside the body is set off from it; the first large one goes with it.
    else group.role = seconds++ === 0 ? 'second' : 'accent';
  }
  for (const group of bySize.slice(1)) {
    if (group.role === 'light') continue;
    const larger = bySize.filter((other) => other.share > group.share && !other.shadeOf);
    group.shadeOf =
      larger.find(
        (other) =>
          (group.beside.has(groups.indexOf(other)) || group.material === other.material) &&
          isShade(group, other),
      ) ?? null;
  }
  // One product, one wood.
  const [wood, ...others] = open.filter(({ stuff }) => stuff === 'wood').sort((a, b) => b.share - a.share);
  for (const group of others) group.shadeOf = wood ?? null;
  for (const group of open) if (!free.includes(group) && group.lab[0] < 0.42) group.role = 'dark';
}

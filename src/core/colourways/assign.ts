// In: groups of parts, a scheme. Out: a colour for every group, neighbours as far apart as they were drawn.
// Greedy colouring of the graph of neighbours, the largest group first, over each group's list of wishes.
import type { ColourGroup } from './groups.ts';
import { apartLab, chroma, shifted, type Lab } from '../colour/oklab.ts';
import type { Scheme } from './schemes.ts';
import type { ColourRole } from '../colour/default-colours.ts';
import { COOL_METALS, WARM_METALS, WOODS } from '../colour/wood-and-metal.ts';

// What stood this far apart need not stand farther.
const ENOUGH_OKLAB = 0.15;
// Neighbours may come this much nearer to each other than they were drawn.
const KEPT_SHARE = 0.75;

const NEXT: Record<ColourRole, readonly ColourRole[]> = {
  body: ['body'],
  second: ['second', 'light', 'accent', 'dark'],
  accent: ['accent', 'second', 'light', 'dark'],
  light: ['light', 'second', 'dark'],
  dark: ['dark', 'second', 'light'],
};

// A shade of the body as large as this may be set off from it instead.
const LARGE_SHARE = 0.15;

/** Null: it keeps its colour. `pick`: 0…1, which of the tones of wood and metal comes first. */
export function assign(groups: readonly ColourGroup[], scheme: Scheme, pick: number): (Lab | null)[] {
  const warm = scheme.body[2] + scheme.second[2] + scheme.accent[2] > 0.06;
  const wished = (group: ColourGroup, given: readonly (Lab | null)[]): Lab[] => {
    const main = group.shadeOf && given[groups.indexOf(group.shadeOf)];
    if (group.shadeOf && main && (group.stuff === 'wood' || group.share < LARGE_SHARE || pick < 0.6)) {
      const light = group.lab[0] - group.shadeOf.lab[0];
      // White has no lighter shade, black no darker one.
      return [shifted(main, { light: main[0] + light > 0.97 || main[0] + light < 0.2 ? -light : light })];
    }
    switch (group.stuff) {
      case 'fixed':
        return [];
      case 'wood':
        return turned(WOODS, pick);
      case 'metal': {
        const all = warm ? WARM_METALS : COOL_METALS;
        const dark = group.role === 'dark';
        return turned(
          all.filter(([l]) => dark === l < 0.45),
          pick,
        );
      }
      case 'rubber':
        return [[Math.min(0.3, scheme.dark[0]), 0.4 * scheme.dark[1], 0.4 * scheme.dark[2]]];
      case 'glass': {
        const [l, a, b] = scheme[group.role];
        return [[0.55 * l + (group.material === 'glass' ? 0.42 : 0.12), 0.8 * a, 0.8 * b]];
      }
      case 'free':
        return NEXT[group.role].map((role) => scheme[role]);
    }
  };
  return settled(groups, wished, KEPT_SHARE);
}

/**
 * Largest first, each takes the first of its wishes that stands off from its
 * neighbours, or a lighter or darker one.
 */
export function settled(
  groups: readonly ColourGroup[],
  wished: (group: ColourGroup, given: readonly (Lab | null)[]) => readonly Lab[],
  kept: number,
): (Lab | null)[] {
  const given: (Lab | null)[] = groups.map(() => null);
  const done = new Set(groups.flatMap(({ stuff }, i) => (stuff === 'fixed' ? [i] : [])));
  const order = groups.map((_, i) => i).filter((i) => !done.has(i));
  order.sort((a, b) => rank(groups[b]!) - rank(groups[a]!) || a - b);
  for (const i of order) {
    const group = groups[i]!;
    const wishes = wished(group, given);
    const room = (lab: Lab): number => {
      let least = 1;
      for (const j of group.beside) {
        const other = groups[j];
        if (!other || !done.has(j)) continue;
        const need = Math.min(ENOUGH_OKLAB, kept * apartLab(group.lab, other.lab));
        // Shades are as near as they were.
        if (group.shadeOf === other || other.shadeOf === group) continue;
        least = Math.min(least, apartLab(lab, given[j] ?? other.lab) - need);
      }
      return least;
    };
    const tries = [...wishes, ...wishes.slice(0, 2).flatMap(shades)];
    const fits = tries.find((lab) => room(lab) >= 0);
    given[i] = fits ?? [...tries].sort((a, b) => room(b) - room(a))[0] ?? null;
    done.add(i);
  }
  return given;
}

function rank({ role, share }: ColourGroup): number {
  return role === 'body' ? 2 : share;
}

function shades(lab: Lab): Lab[] {
  const strong = chroma(lab) > 0.1 ? 0.9 : 1;
  return [-0.1, 0.1, -0.18, 0.18, -0.28].map((light) => shifted(lab, { light, strong }));
}

function turned<T>(items: readonly T[], pick: number): T[] {
  const from = Math.floor(pick * items.length) % Math.max(1, items.length);
  return [...items.slice(from), ...items.slice(0, from)];
}

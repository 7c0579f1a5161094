// In: groups of parts in colours that were liked. Out: tiles a small step away: another hue, chroma, accent.
// Fixed moves in Oklab's lightness, chroma and hue, in an order by the seed.
import { settled } from './assign.ts';
import type { Colourway } from './tile.ts';
import { shuffled } from '../image/random.ts';
import type { ColourRole } from '../colour/default-colours.ts';
import type { ColourGroup } from './groups.ts';
import { chroma, shifted, type Lab } from '../colour/oklab.ts';

type Step = (group: ColourGroup) => Lab;

const of =
  (roles: readonly ColourRole[], step: Parameters<typeof shifted>[1]): Step =>
  ({ lab, role, shadeOf }) =>
    roles.includes(shadeOf?.role ?? role) ? shifted(lab, step) : lab;

const COLOURED: readonly ColourRole[] = ['body', 'second', 'accent'];

export function stepsFrom(groups: readonly ColourGroup[], draw: () => number): Colourway[] {
  const some = (low: number, high: number): number => low + (high - low) * draw();
  const roles = new Set(groups.flatMap(({ stuff, role }) => (stuff === 'fixed' ? [] : [role])));
  const body = groups.find(({ role }) => role === 'body');
  const grey = body ? chroma(body.lab) < 0.04 : false;
  // A grey body has no hue to turn: it is tinted instead.
  const tint = (angle: number): Step => {
    const [a, b] = [0.045 * Math.cos(angle), 0.045 * Math.sin(angle)];
    return ({ lab, role, shadeOf }) =>
      (shadeOf?.role ?? role) === 'body' ? [lab[0], lab[1] + a, lab[2] + b] : lab;
  };
  const start = some(0, 2 * Math.PI);
  const hues: Step[] = grey
    ? [0, 1, 2, 3].map((k) => tint(start + (k * Math.PI) / 2))
    : [some(16, 24), -some(16, 24), some(34, 44), -some(34, 44)].map((turn) => of(COLOURED, { turn }));
  const steps: Step[] = [
    ...hues,
    of(['body'], { light: some(0.06, 0.09) }),
    of(['body'], { light: -some(0.06, 0.09) }),
    of(COLOURED, { strong: 0.55 }),
    of(COLOURED, { strong: 1.35 }),
    of(['body'], { light: some(0.1, 0.14), strong: 0.7 }),
    of(['body'], { light: -some(0.1, 0.14), strong: 1.1 }),
    ...(roles.has('accent') ? [90, 180, -90].map((turn) => of(['accent'], { turn, strong: 1.1 })) : []),
    ...(roles.has('second') ? [some(40, 70), 180].map((turn) => of(['second'], { turn })) : []),
    of(['light', 'dark'], { light: -0.08, strong: 1.6 }),
    of(['second', 'accent'], { light: -0.12 }),
    of(['second', 'accent'], { light: 0.1 }),
  ];
  return shuffled(steps, draw).map((step) => ({
    labs: settled(
      groups,
      (group) => (group.stuff === 'free' || group.stuff === 'glass' ? [step(group)] : [group.lab]),
      0.6,
    ),
    made: groups.map(() => null),
    from: 0,
  }));
}

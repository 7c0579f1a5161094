// In: a color-mix() of CSS Color 5. Out: its two colours, how much of the second, and where they are mixed.
// What is left out is half each; shares that add up to less than 100 % leave the rest clear.
import { listed } from './css-list.ts';

export interface Mix {
  /** culori's name of the colour space. */
  space: string;
  colours: [string, string];
  /** Of the second colour, 0…1. */
  share: number;
  /** Of the mixture, 0…1. */
  alpha: number;
}

const SPACES: Record<string, string> = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  'display-p3': 'p3',
  hsl: 'hsl',
  hwb: 'hwb',
  lab: 'lab',
  lch: 'lch',
  oklab: 'oklab',
  oklch: 'oklch',
  xyz: 'xyz65',
  'xyz-d65': 'xyz65',
  'xyz-d50': 'xyz50',
};
const SHARE = /(?:^|\s)([\d.]+)%(?:\s|$)/;

/** Null for what is no such function, or asks for more than two colours or another way round the hues. */
export function readMix(value: string): Mix | null {
  const inside = /^color-mix\((.*)\)$/s.exec(value)?.[1];
  const [where = '', first, second, ...more] = inside === undefined ? [] : listed(inside);
  const space = SPACES[/^in\s+([\w-]+)(?:\s+shorter\s+hue)?$/.exec(where)?.[1] ?? ''];
  if (space === undefined || first === undefined || second === undefined || more.length > 0) return null;
  const [one, two] = [first, second].map((part) => {
    const share = SHARE.exec(part)?.[1];
    return share === undefined ? null : Number(share) / 100;
  }) as [number | null, number | null];
  const [a, b] = [one ?? (two === null ? 0.5 : 1 - two), two ?? (one === null ? 0.5 : 1 - one)];
  if (!(a + b > 0) || a < 0 || b < 0) return null;
  const bare = (part: string): string => part.replace(SHARE, ' ').trim();
  return { space, colours: [bare(first), bare(second)], share: b / (a + b), alpha: Math.min(1, a + b) };
}

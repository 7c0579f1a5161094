// In: a color-mix() of CSS Color 5. Out: its two colours, how much of the second, where and which way round
// they are mixed; their mixture.
// What is left out is half each; shares that add up to less than 100 % leave the rest clear. Colours are
// weighed by their alpha, hues never are, and a grey has none: it takes the other's (CSS Color 4, 12.2, 12.3;
// findings/culori-premultiplies-hues.sh).
import {
  fixupHueDecreasing,
  fixupHueIncreasing,
  fixupHueLonger,
  fixupHueShorter,
  interpolateWith,
  type Color as CssColour,
} from 'culori/fn';
import { listed } from './css-list.ts';

export interface Mix {
  /** culori's name of the colour space. */
  space: string;
  /** Round the hues. */
  way: Way;
  colours: [string, string];
  /** Of the second colour, 0…1. */
  share: number;
  /** Of the mixture, 0…1. */
  alpha: number;
}

const WAYS = {
  shorter: fixupHueShorter,
  longer: fixupHueLonger,
  increasing: fixupHueIncreasing,
  decreasing: fixupHueDecreasing,
};
type Way = keyof typeof WAYS;

/** culori's names by CSS's. */
export const SPACES: Record<string, string> = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  'display-p3': 'p3',
  'a98-rgb': 'a98',
  'prophoto-rgb': 'prophoto',
  rec2020: 'rec2020',
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
/** Before a colour or after it, outside its brackets. */
const SHARE = /^[\d.]+%(?=\s)|(?<=\s)[\d.]+%$/;

/** Null for what is no such function, or asks for more than two colours. */
export function readMix(value: string): Mix | null {
  const inside = /^color-mix\((.*)\)$/s.exec(value)?.[1];
  const said = inside === undefined ? [] : listed(inside);
  // CSS Color 5: without a space it is Oklab.
  const where = said[0]?.startsWith('in ') ? said.shift()! : 'in oklab';
  const [first, second, ...more] = said;
  const [, name = '', way = 'shorter'] = /^in\s+([\w-]+)(?:\s+(\w+)\s+hue)?$/.exec(where) ?? [];
  const space = SPACES[name];
  if (space === undefined || !isWay(way) || first === undefined || second === undefined || more.length > 0)
    return null;
  const [one, two] = [first, second].map((part) => {
    const share = SHARE.exec(part)?.[0];
    return share === undefined ? null : parseFloat(share) / 100;
  }) as [number | null, number | null];
  const [a, b] = [one ?? (two === null ? 0.5 : 1 - two), two ?? (one === null ? 0.5 : 1 - one)];
  if (!(a + b > 0) || a < 0 || b < 0) return null;
  const bare = (part: string): string => part.replace(SHARE, '').trim();
  return { space, way, colours: [bare(first), bare(second)], share: b / (a + b), alpha: Math.min(1, a + b) };
}

const isWay = (text: string): text is Way => text in WAYS;

const isWeighed = (channel: string, value: number | undefined): boolean =>
  channel !== 'alpha' && channel !== 'h' && value !== undefined;
const between = interpolateWith<'oklch'>(
  (value, channel, { alpha = 1 }) => (isWeighed(channel, value) ? value * alpha : value),
  (value, channel, { alpha = 1 }) => (isWeighed(channel, value) && alpha > 0 ? value / alpha : value),
);

export function blend(one: CssColour, two: CssColour, { space, way, share, alpha }: Mix): CssColour {
  // At its very start culori gives the first colour unweighed and takes the weight off all the same.
  if (share === 0) return { ...one, alpha: (one.alpha ?? 1) * alpha };
  const round = { h: { fixup: WAYS[way] } } as Parameters<typeof between>[2];
  const mixed = between([one, two], space as 'oklch', round)(share);
  return { ...mixed, alpha: (mixed.alpha ?? 1) * alpha };
}

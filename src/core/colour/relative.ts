// In: a colour made of another one, rgb(from red r g calc(b + 9)). Out: that other one and what is made of
// it; the same as a colour of its own, written in numbers.
// CSS Color 5, "Relative Colors": channels stand for the other colour's in the function's own space.
import { converter, type Color as CssColour } from 'culori/fn';
import { closingOf } from './css-list.ts';
import { SPACES } from './mix.ts';

export interface Relative {
  /** The colour that it is made of, as written. */
  origin: string;
  /** Function and, for color(), space: `hsl(`, `color(display-p3`. */
  head: string;
  space: string;
  /** The channels, up to the bracket. */
  rest: string;
}

/** In the functions' words a whole channel is so much. */
const WHOLE: Record<string, Record<string, number>> = {
  rgb: { r: 255, g: 255, b: 255 },
  hsl: { s: 100, l: 100 },
  hwb: { w: 100, b: 100 },
};

/** Null for what is no such function. `value`: in small letters. */
export function readRelative(value: string): Relative | null {
  const [all, name = ''] = /^(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(\s*from\s+/.exec(value) ?? [];
  if (all === undefined || !value.endsWith(')')) return null;
  const inside = value.slice(all.length, -1);
  // Up to the first space outside of brackets.
  const open = /^[\w-]+\(/.exec(inside)?.[0].length ?? 0;
  const end = open > 0 ? closingOf(inside, open - 1) + 1 : inside.search(/\s|$/);
  const [origin, after] = [inside.slice(0, end), inside.slice(end).trim()];
  if (name !== 'color') return { origin, head: `${name}(`, space: name, rest: after };
  const [spaceName = '', ...rest] = after.split(/\s+/);
  return { origin, head: `color(${spaceName} `, space: spaceName, rest: rest.join(' ') };
}

/** Null where its space is not known. */
export function writtenOut({ head, space, rest }: Relative, origin: CssColour): string | null {
  const mode = space === 'rgb' ? 'rgb' : SPACES[space];
  if (mode === undefined) return null;
  const found: unknown = converter(mode as 'rgb')(origin);
  const channels = found as Partial<Record<string, number>>;
  const whole = head.startsWith('color') ? {} : (WHOLE[space] ?? {});
  const alpha = channels['alpha'] ?? 1;
  const numbers = rest.replace(/(?<![\w#.%-])(alpha|[a-z])(?![\w(-])/g, (word: string) => {
    if (word === 'alpha') return String(alpha);
    // A grey has no hue.
    const own = word === 'h' ? (channels['h'] ?? 0) : channels[word];
    return own === undefined ? word : String(own * (whole[word] ?? 1));
  });
  return `${head}${numbers}${numbers.includes('/') ? '' : ` / ${alpha}`})`;
}

// How Figma writes numbers, colours and names into SVG text.
import { svgOrder, type Transform } from '../geometry/transform.ts';

/** Six significant digits, no trailing zeros. */
export const num = (value: number): string => {
  const short = Number(value.toPrecision(6));
  return Math.abs(short) < 1e-9 ? '0' : String(short);
};

export interface FigmaColour {
  r: number;
  g: number;
  b: number;
}

/** "white", "black" or #RRGGBB, as Figma writes colours. */
export function colour({ r, g, b }: FigmaColour): string {
  const hex = [r, g, b]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase(),
    )
    .join('');
  return hex === '000000' ? 'black' : hex === 'FFFFFF' ? 'white' : `#${hex}`;
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * A layer's name as an id: each byte of its UTF-8 beyond ASCII as a decimal reference. (shared/PLATFORM.md)
 */
export const nameText = (name: string): string =>
  escapeText(name).replace(/[^\0-\x7f]+/g, (letters) =>
    Array.from(new TextEncoder().encode(letters), (byte) => `&#${byte};`).join(''),
  );

/** Attributes in the order in which they are written; undefined ones are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** An element from a name, attributes (undefined ones left out) and inner lines. */
export function element(name: string, attributes: Attributes, inner?: string): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : value}"`)
    .join('');
  return inner === undefined ? `<${name}${written}/>` : `<${name}${written}>\n${inner}\n</${name}>`;
}

export const matrix = (t: Transform): string => `matrix(${svgOrder(t).map(num).join(' ')})`;

/** Path data as Figma writes it: numbers in six digits, level and upright lines as H and V. */
export function shortPath(data: string): string {
  let [x, y] = ['', ''];
  return data
    .replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi, (digits) => num(Number(digits)))
    .replace(/([A-Z])([^A-Z]*)/gi, (command, letter: string, rest: string) => {
      const numbers = rest.split(' ');
      const before = [x, y];
      if (letter === 'H') x = numbers[0]!;
      else if (letter === 'V') y = numbers[0]!;
      else if (letter !== 'Z') [x, y] = numbers.slice(-2) as [string, string];
      if (letter !== 'L' || (x === before[0] && y === before[1])) return command;
      return y === before[1] ? `H${x}` : x === before[0] ? `V${y}` : command;
    });
}

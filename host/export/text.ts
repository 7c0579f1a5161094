// How Figma writes numbers, colours and names into SVG text.
import { svgOrder, type Transform } from '../geometry/geometry.ts';

/** Six significant digits, no trailing zeros. */
export const num = (value: number): string => {
  const short = Number(value.toPrecision(6));
  return Math.abs(short) < 1e-9 ? '0' : String(short);
};

export interface Rgb {
  r: number;
  g: number;
  b: number;
}

/** "white", "black" or #RRGGBB, as Figma writes colours. */
export function colour({ r, g, b }: Rgb): string {
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

/** A layer's name as an id: each byte of its UTF-8 beyond ASCII as a decimal reference. (shared/PLATFORM.md) */
export const nameText = (name: string): string =>
  escapeText(name).replace(/[^\0-\x7f]+/g, (letters) =>
    Array.from(new TextEncoder().encode(letters), (byte) => `&#${byte};`).join(''),
  );

/** An element from a name, attributes (undefined ones left out) and inner lines. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  inner?: string,
): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : value}"`)
    .join('');
  return inner === undefined ? `<${name}${written}/>` : `<${name}${written}>\n${inner}\n</${name}>`;
}

export const matrix = (t: Transform): string => `matrix(${svgOrder(t).map(num).join(' ')})`;

/** All the numbers of path data in six digits. */
export const shortPath = (data: string): string =>
  data.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi, (digits) => num(Number(digits)));

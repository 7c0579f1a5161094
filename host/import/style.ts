// Presentation attributes, style="" and simple <style> rules → one set of inherited properties for each element.
import type { Element } from './xml.ts';

export type Style = Readonly<Record<string, string>>;

const INHERITED = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-miterlimit', 'fill-rule', 'fill-opacity', 'stroke-opacity', 'color', 'visibility', 'font-size', 'text-anchor']; // prettier-ignore
const OWN = ['opacity', 'display', 'clip-path', 'mix-blend-mode'];

export type Rules = readonly { selector: string; style: Style }[];

/** Rules of all <style> elements; selectors of one word only (tag, .class, #id), as drawing programs write them. */
export function readRules(root: Element): Rules {
  const sheets: string[] = [];
  const visit = (element: Element): void => {
    if (element.name === 'style') sheets.push(element.text);
    element.children.forEach(visit);
  };
  visit(root);
  return [...sheets.join('\n').matchAll(/([^{}]+)\{([^}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').map((selector) => ({ selector: selector.trim(), style: declarations(body) })),
  );
}

const declarations = (text: string): Style =>
  Object.fromEntries(
    text
      .replace(/\/\*.*?\*\//gs, '')
      .split(';')
      .map((pair) => pair.split(':').map((part) => part.trim()))
      .filter((pair): pair is [string, string] => pair.length === 2 && pair[0] !== ''),
  );

export function styleOf(element: Element, parent: Style, rules: Rules): Style {
  const style: Record<string, string> = {};
  for (const key of INHERITED) if (parent[key] !== undefined) style[key] = parent[key];
  const { attributes } = element;
  for (const key of [...INHERITED, ...OWN]) if (attributes[key] !== undefined) style[key] = attributes[key];
  const classes = (attributes.class ?? '').split(/\s+/).map((name) => `.${name}`);
  for (const rule of rules)
    if (
      rule.selector === element.name ||
      rule.selector === `#${attributes.id}` ||
      classes.includes(rule.selector)
    )
      Object.assign(style, rule.style);
  return Object.assign(style, declarations(attributes.style ?? ''));
}

/** CSS names that drawings use; colour words beyond these are rare in files. */
const NAMES: Record<string, string> = {
  black: '000000', white: 'ffffff', red: 'ff0000', green: '008000', blue: '0000ff', gray: '808080', grey: '808080',
  silver: 'c0c0c0', orange: 'ffa500', yellow: 'ffff00', purple: '800080', brown: 'a52a2a', pink: 'ffc0cb', navy: '000080',
  teal: '008080', gold: 'ffd700', tan: 'd2b48c', beige: 'f5f5dc', ivory: 'fffff0', coral: 'ff7f50', salmon: 'fa8072',
  tomato: 'ff6347', crimson: 'dc143c', maroon: '800000', olive: '808000', lime: '00ff00', aqua: '00ffff', cyan: '00ffff',
  magenta: 'ff00ff', fuchsia: 'ff00ff', indigo: '4b0082', violet: 'ee82ee', khaki: 'f0e68c', turquoise: '40e0d0',
  lightgray: 'd3d3d3', lightgrey: 'd3d3d3', darkgray: 'a9a9a9', darkgrey: 'a9a9a9', dimgray: '696969', dimgrey: '696969',
  whitesmoke: 'f5f5f5', skyblue: '87ceeb', steelblue: '4682b4', slategray: '708090', chocolate: 'd2691e', sienna: 'a0522d',
}; // prettier-ignore

export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** null for "none"; an unknown word counts as black, as SVG's initial fill. */
export function readColour(text: string, current = 'black'): Colour | null {
  const word = text.trim().toLowerCase();
  if (word === 'none' || word === 'transparent') return null;
  if (word === 'currentcolor') return readColour(current, 'black');
  const named = NAMES[word];
  const hex = named ?? /^#([0-9a-f]{3,8})$/.exec(word)?.[1];
  if (hex !== undefined) {
    const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const at = (index: number): number => parseInt(long.slice(index, index + 2), 16) / 255;
    return { r: at(0), g: at(2), b: at(4), a: long.length === 8 ? at(6) : 1 };
  }
  const numbers = /^rgba?\(([^)]*)\)$/.exec(word)?.[1]?.split(/[\s,/]+/);
  if (numbers) {
    const at = (index: number, whole: number): number => {
      const part = numbers[index];
      if (part === undefined) return 1;
      return part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part) / whole;
    };
    return { r: at(0, 255), g: at(1, 255), b: at(2, 255), a: at(3, 1) };
  }
  return { r: 0, g: 0, b: 0, a: 1 };
}

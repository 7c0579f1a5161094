// Presentation attributes, style="" and simple <style> rules → one set of
// inherited properties for each element.
import { parseColour } from '../../src/core/colour/colour.ts';
import type { Element } from './xml.ts';

export type Style = Readonly<Record<string, string>>;

const INHERITED = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-miterlimit', 'fill-rule', 'fill-opacity', 'stroke-opacity', 'color', 'visibility', 'font-size', 'text-anchor']; // prettier-ignore
const OWN = ['opacity', 'display', 'clip-path', 'mask', 'filter', 'mix-blend-mode', 'data-figma-gradient-fill', 'data-figma-bg-blur-radius']; // prettier-ignore

export type Rules = readonly { selector: string; style: Style }[];

/**
 * Rules of all <style> elements; selectors of one word only (tag, .class,
 * #id), as drawing programs write them.
 */
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
  Object.assign(style, declarations(attributes.style ?? ''));
  for (const key of INHERITED) if (style[key] === 'inherit') takeFrom(parent, style, key);
  return style;
}

/** What "inherit" says: the parent's value, or none of one's own where the parent has none. */
function takeFrom(parent: Style, style: Record<string, string>, key: string): void {
  const value = parent[key];
  if (value === undefined) Reflect.deleteProperty(style, key);
  else style[key] = value;
}

export interface Colour {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** 0…1 each; null for "none". Throws on what is no colour, rather than draw it black. */
export function readColour(text: string, current = 'black'): Colour | null {
  const word = text.trim().toLowerCase();
  if (word === 'none' || word === 'transparent') return null;
  if (word === 'currentcolor') return readColour(current, 'black');
  const colour = parseColour(word);
  if (!colour) throw new Error(`the SVG names a colour that CSS does not know: ${JSON.stringify(text)}`);
  const [r, g, b] = colour.rgb;
  return { r: r / 255, g: g / 255, b: b / 255, a: colour.alpha };
}

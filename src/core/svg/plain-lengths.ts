// In: a document's elements, changed in place. Out: lengths and opacities as plain numbers where they hang on
// a font's size or the window's, or are calculated.
// CSS Values 4: em, rem, ex, ch, vw, vh, vmin, vmax and the mathematical functions, in attributes and style.
import { calculated, degrees, hasMath, withMath } from '../colour/css-math.ts';
import { inPixels } from './basic-shapes.ts';
import { declarations } from './style.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

const ACROSS = 'x width rx cx x1 x2 fx refX markerWidth';
const DOWN = 'y height ry cy y1 y2 fy refY markerHeight';
const ROUND = 'r fr stroke-width stroke-dasharray stroke-dashoffset';
const SHARES = 'opacity fill-opacity stroke-opacity stop-opacity flood-opacity offset scale';
const OTHERS = 'transform translate rotate transform-origin clip-path filter stdDeviation dx dy';

/** What 100 % is of, by the property's name; of the others it is not known here. */
type Full = Readonly<Record<string, number>>;

const RELATIVE = /(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(r?em|ex|ch|vw|vh|vmin|vmax)\b/gi;
const INITIAL_SIZE = 16;

/** Whether a document's text asks for it. */
export const hasRelativeLengths = (svg: string): boolean => hasMath(svg) || svg.search(RELATIVE) >= 0;

/** `box`: the viewBox. */
export function makePlainLengths(root: Element, box: Box): void {
  const full: Record<string, number> = {};
  const diagonal = Math.hypot(box.width, box.height) / Math.SQRT2;
  for (const [names, value] of [
    [ACROSS, box.width],
    [DOWN, box.height],
    [ROUND, diagonal],
    [SHARES, 1],
    [OTHERS, NaN],
  ] as const)
    // prettier-ignore
    for (const name of names.split(' ')) full[name] = value;
  const top = sizeOf(root, INITIAL_SIZE, INITIAL_SIZE);
  const walk = (element: Element, around: number): void => {
    const em = element === root ? top : sizeOf(element, around, top);
    if (element !== root) settle(element, full, relativeTo(em, top, box));
    for (const child of element.children) walk(child, em);
  };
  walk(root, top);
}

/** Units that hang on something → drawing units. */
type Sizes = Readonly<Record<string, number>>;

function relativeTo(em: number, rem: number, { width, height }: Box): Sizes {
  const [vmin, vmax] = [Math.min(width, height) / 100, Math.max(width, height) / 100];
  return { em, rem, ex: em / 2, ch: em / 2, vw: width / 100, vh: height / 100, vmin, vmax };
}

/** An element's font size. */
function sizeOf({ attributes }: Element, around: number, top: number): number {
  const { style = '' } = attributes;
  const rules = style.includes('font') ? declarations(style) : {};
  const said =
    rules['font-size'] ?? (rules['font'] ?? '').match(/[\d.]+(?:[a-z]+|%)/i)?.[0] ?? attributes['font-size'];
  if (said === undefined) return around;
  const size = calculated(said, (value, unit) =>
    unit === '%'
      ? (value / 100) * around
      : unit === 'em'
        ? value * around
        : unit === 'rem'
          ? value * top
          : inPixels(value, unit),
  );
  return size !== null && size > 0 ? size : around;
}

function settle({ attributes }: Element, full: Full, sizes: Sizes): void {
  for (const [name, value] of Object.entries(attributes))
    if (full[name] !== undefined) attributes[name] = plain(value, full[name], sizes);
  const { style } = attributes;
  if (style === undefined || !hasRelativeLengths(style)) return;
  const rules = declarations(style);
  for (const [name, value] of Object.entries(rules))
    if (full[name] !== undefined) rules[name] = plain(value, full[name], sizes);
  attributes['style'] = Object.entries(rules)
    .map((rule) => rule.join(':'))
    .join(';');
}

/** `full`: what 100 % is; not a number: nobody knows. */
function plain(text: string, full: number, sizes: Sizes): string {
  const measured = (value: number, unit: string): number | null => {
    if (unit === '%') return Number.isNaN(full) ? null : (value / 100) * full;
    return unit in sizes ? value * sizes[unit]! : (degrees(value, unit) ?? inPixels(value, unit));
  };
  const settled = withMath(text, (expression) => {
    const value = calculated(expression, measured);
    return value === null ? null : String(value);
  });
  return settled.replace(RELATIVE, (_, value: string, unit: string) =>
    String(Number(value) * sizes[unit.toLowerCase()]!),
  );
}

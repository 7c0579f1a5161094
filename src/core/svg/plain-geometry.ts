// In: a document's elements, changed in place. Out: the same places and sizes as attributes, in the words of
// SVG 1.1.
// CSS Transforms 1 and 2 (transform, translate, rotate, scale, transform-origin, transform-box) become one
// matrix;
// SVG 2's geometry properties (x, r, d …) in style become attributes.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { matrixOf, TRANSFORM } from './css-transform.ts';
import { declarations } from './style.ts';
import { after, inverse } from './transform.ts';
import { fitted, rootPort } from './viewbox.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

const GEOMETRY: Record<string, readonly string[]> = {
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  image: ['x', 'y', 'width', 'height'],
  // Of a use, nested svg or symbol browsers take sizes from attributes alone.
  use: ['x', 'y'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
};
const MOVES = ['transform', 'translate', 'rotate', 'scale', 'transform-origin', 'transform-box'];
const ASKS = /(^|[;\s])(transform|translate|rotate|scale|d|x|y|width|height|r[xy]?|c[xy])[-\w]*\s*:/;

/** `box`: the viewBox, to which percentages refer. */
export function makePlainGeometry(root: Element, box: Box): void {
  const walk = (element: Element): void => {
    // Innermost first: a box that a group turns in has its children where they are.
    element.children.forEach(walk);
    const { attributes } = element;
    const style = attributes['style'] ?? '';
    if (element !== root && ASKS.test(style)) settle(element, declarations(style), box);
    else if (attributes['transform-origin'] !== undefined) settle(element, null, box);
  };
  root.children.forEach(walk);
  turnWhole(root, box);
}

/** A root is a box of CSS's: it turns about the middle of its viewport, in pixels. */
function turnWhole(root: Element, box: Box): void {
  const { attributes } = root;
  const rules = declarations(attributes['style'] ?? '');
  if (attributes['transform'] === undefined && !MOVES.some((name) => rules[name] !== undefined)) return;
  const port = rootPort(root, box);
  const { matrix } = fitted(root, port);
  const turned = matrixOf(root, { 'transform-origin': '50% 50%', ...rules }, port);
  const transform = `matrix(${after(inverse(matrix), after(turned, matrix)).join(' ')})`;
  root.children = [{ tag: 'g', attributes: { transform }, children: root.children, text: '' }];
}

function settle(element: Element, style: Record<string, string> | null, box: Box): void {
  const { attributes } = element;
  const rules = style ?? {};
  for (const name of GEOMETRY[element.tag] ?? []) {
    const value = rules[name];
    if (value !== undefined && parseLength(value, 1) !== null) attributes[name] = value;
  }
  const d = element.tag === 'path' ? /^path\(\s*(['"])(.*)\1\s*\)$/s.exec(rules['d'] ?? '') : null;
  if (d) attributes['d'] = d[2]!;
  const isMoved = MOVES.some((name) => rules[name] !== undefined) || 'transform-origin' in attributes;
  if (!isMoved) return;
  // With the element's own transform aside, its box is in its own coordinates.
  const own = rules['transform-box'] === 'fill-box' || rules['transform-box'] === 'stroke-box';
  const frame = own ? boxOf(element, box.width, box.height) : { ...box, x: 0, y: 0 };
  const turned = matrixOf(element, rules, frame ?? { ...box, x: 0, y: 0 });
  attributes[TRANSFORM[element.tag] ?? 'transform'] = `matrix(${turned.join(' ')})`;
  delete attributes['transform-origin'];
  if (!style) return;
  const rest = Object.entries(rules).filter(([name]) => !MOVES.includes(name));
  attributes['style'] = rest.map((rule) => rule.join(':')).join(';');
}

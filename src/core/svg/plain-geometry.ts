// In: a document's elements, changed in place. Out: the same places and sizes as attributes, in the words of
// SVG 1.1.
// CSS Transforms 1 and 2 (transform, translate, rotate, scale, transform-origin, transform-box) become one
// matrix;
// SVG 2's geometry properties (x, r, d …) in style become attributes.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { numbersOf } from './numbers.ts';
import { declarations } from './style.ts';
import { after, IDENTITY, parseTransform, type Matrix } from './transform.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

const GEOMETRY: Record<string, readonly string[]> = {
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  image: ['x', 'y', 'width', 'height'],
  use: ['x', 'y', 'width', 'height'],
  svg: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
};
const MOVES = ['transform', 'translate', 'rotate', 'scale', 'transform-origin', 'transform-box'];
const ASKS = /(^|[;\s])(transform|translate|rotate|scale|d|x|y|width|height|r[xy]?|c[xy])[-\w]*\s*:/;
const DEGREES: Record<string, number> = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 };
const SIDES: Record<string, string> = { left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' };

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
  walk(root);
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
  attributes['transform'] = `matrix(${matrixOf(element, rules, frame ?? { ...box, x: 0, y: 0 }).join(' ')})`;
  delete attributes['transform-origin'];
  if (!style) return;
  const rest = Object.entries(rules).filter(([name]) => !MOVES.includes(name));
  attributes['style'] = rest.map((rule) => rule.join(':')).join(';');
}

/** About the origin: translate, rotate, scale, then transform, as CSS has them. */
function matrixOf({ attributes }: Element, rules: Record<string, string>, frame: Box): Matrix {
  const [ox, oy] = originOf(rules['transform-origin'] ?? attributes['transform-origin'], frame);
  const steps = [
    rules['translate'] && `translate(${rules['translate'].trim().replace(/\s+/g, ',')})`,
    rules['rotate'] && `rotate(${rules['rotate']})`,
    rules['scale'] && `scale(${rules['scale'].trim().replace(/\s+/g, ',')})`,
    rules['transform'] ?? attributes['transform'],
  ];
  const listed = steps.filter((step) => step && !/\bnone\b/.test(step)).join(' ');
  const inner = parseTransform(inUserUnits(listed, frame));
  if (ox === 0 && oy === 0) return inner;
  return [[1, 0, 0, 1, ox, oy], inner, [1, 0, 0, 1, -ox, -oy]].reduce<Matrix>(
    (all, next) => after(all, next as unknown as Matrix),
    IDENTITY,
  );
}

/** From the frame's own corner; the initial value is the origin of the coordinates. */
function originOf(text: string | undefined, frame: Box): [number, number] {
  if (text === undefined) return [0, 0];
  let [x = '50%', y = '50%'] = text.trim().split(/[\s,]+/);
  if (/^(top|bottom)$/.test(x) || /^(left|right)$/.test(y)) [x, y] = [y, x];
  const across = parseLength(SIDES[x] ?? x, frame.width) ?? 0;
  return [frame.x + across, frame.y + (parseLength(SIDES[y] ?? y, frame.height) ?? 0)];
}

const slope = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

/** CSS's functions with units → SVG's with bare numbers: pixels and degrees. */
function inUserUnits(list: string, frame: Box): string {
  return list.replace(/([a-zA-Z]+(?:3d)?)\(([^)]*)\)/g, (_, name: string, inside: string) => {
    const numbers = numbersOf(inside) ?? measured(name, inside.split(/[\s,]+/).filter(Boolean), frame);
    const [a = NaN, b = NaN] = numbers;
    if (name === 'translateX') return `translate(${a} 0)`;
    if (name === 'translateY') return `translate(0 ${a})`;
    if (name === 'scaleX') return `scale(${a} 1)`;
    if (name === 'scaleY') return `scale(1 ${a})`;
    if (name === 'rotateZ') return `rotate(${a})`;
    if (name === 'skew') return `matrix(1 ${slope(numbers.length > 1 ? b : 0)} ${slope(a)} 1 0 0)`;
    // Seen from the front, depth does nothing; animation tools write it to have a layer of its own.
    if (name === 'translateZ' || name === 'scaleZ') return '';
    if (name === 'translate3d' || name === 'scale3d') return `${name.slice(0, -2)}(${a} ${b})`;
    if (name === 'matrix3d') return `matrix(${[0, 1, 4, 5, 12, 13].map((i) => numbers[i]).join(' ')})`;
    return `${name}(${numbers.join(' ')})`;
  });
}

function measured(name: string, values: readonly string[], frame: Box): number[] {
  return values.map((value, index) => {
    const angle = /^([-+.\de]+)(deg|rad|grad|turn)$/i.exec(value);
    if (angle) return Number(angle[1]) * DEGREES[angle[2]!.toLowerCase()]!;
    const isDown = /Y$/.test(name) || index === 1;
    if (value.endsWith('%') && /^scale/.test(name)) return parseFloat(value) / 100;
    return parseLength(value, isDown ? frame.height : frame.width) ?? NaN;
  });
}

// In: an element, its style's transform properties, the box that they refer to. Out: one matrix.
// CSS Transforms 1 and 2: transform, translate, rotate, scale, transform-origin.
import { degrees } from '../colour/css-math.ts';
import { parseLength } from './basic-shapes.ts';
import { numbersOf } from './numbers.ts';
import { after, IDENTITY, parseTransform, type Matrix } from './transform.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** Where a transform stands as an attribute. */
export const TRANSFORM: Record<string, string> = {
  linearGradient: 'gradientTransform',
  radialGradient: 'gradientTransform',
  pattern: 'patternTransform',
};
const SIDES: Record<string, string> = { left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' };

/** About the origin: translate, rotate, scale, then transform, as CSS has them. */
export function matrixOf({ tag, attributes }: Element, rules: Record<string, string>, frame: Box): Matrix {
  const [ox, oy] = originOf(rules['transform-origin'] ?? attributes['transform-origin'], frame);
  const steps = [
    rules['translate'] && `translate(${rules['translate'].trim().replace(/\s+/g, ',')})`,
    rules['rotate'] && `rotate(${rules['rotate']})`,
    rules['scale'] && `scale(${rules['scale'].trim().replace(/\s+/g, ',')})`,
    isCss(rules['transform']) ? rules['transform'] : attributes[TRANSFORM[tag] ?? 'transform'],
  ];
  const listed = steps.filter((step) => step && !/\bnone\b/.test(step)).join(' ');
  const inner = parseTransform(inUserUnits(listed, frame));
  if (ox === 0 && oy === 0) return inner;
  return [[1, 0, 0, 1, ox, oy], inner, [1, 0, 0, 1, -ox, -oy]].reduce<Matrix>(
    (all, next) => after(all, next as unknown as Matrix),
    IDENTITY,
  );
}

/**
 * Unlike SVG's attribute, CSS wants commas between numbers and units behind lengths and angles; what has none
 * of them says nothing.
 */
function isCss(list: string | undefined): boolean {
  if (list === undefined) return false;
  return [...list.matchAll(/([a-zA-Z]+)(?:3d)?\(([^)]*)\)/g)].every(([, name, inside]) => {
    const values = inside!.split(',').map((value) => value.trim());
    const wants = /^(?:rotate|skew)/.test(name!) ? ANGLE : /^translate/.test(name!) ? LENGTH : NUMBER;
    return values.every((value, i) =>
      (name === 'rotate' && values.length > 1 && i < 3 ? NUMBER : wants).test(value),
    );
  });
}
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i;
const ANGLE = /^(?:[-+]?0|[-+\d.e]+(?:deg|rad|grad|turn))$/i;
const LENGTH = /^(?:[-+]?0+(?:\.0*)?|[-+\d.e]+(?:[a-z]+|%))$/i;

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
    if (angle) return degrees(Number(angle[1]), angle[2]!.toLowerCase())!;
    const isDown = /Y$/.test(name) || index === 1;
    if (value.endsWith('%') && /^scale/.test(name)) return parseFloat(value) / 100;
    return parseLength(value, isDown ? frame.height : frame.width) ?? NaN;
  });
}

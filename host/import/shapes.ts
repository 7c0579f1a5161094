// One basic SVG shape → its path, and its box when it is a rectangle or
// ellipse. In: element. Out: Drawn or null.
import svgpath from 'svgpath';
import { ellipse, rectangle } from '../geometry/basic-outlines.ts';
import { length } from './transform.ts';
import type { Element } from './xml.ts';

export interface Drawn {
  /** In the element's own user space. */
  data: string;
  box?: {
    kind: 'RECTANGLE' | 'ELLIPSE';
    x: number;
    y: number;
    width: number;
    height: number;
    radius: number;
  };
  word: string;
}

export function readShape({ name, attributes }: Element): Drawn | null {
  const at = (key: string, otherwise = 0): number => length(attributes[key], otherwise);
  switch (name) {
    case 'path': {
      const data = absolute(attributes.d ?? '');
      return data ? { data, word: 'Vector' } : null;
    }
    case 'rect': {
      const [x, y, width, height] = [at('x'), at('y'), at('width'), at('height')];
      if (!(width > 0) || !(height > 0)) return null;
      const rx = Math.min(at('rx', at('ry')), width / 2);
      const ry = Math.min(at('ry', rx), height / 2);
      const data = move(rectangle(width, height, [rx, rx, rx, rx]), x, y);
      const plain = Math.abs(rx - ry) < 1e-6;
      return plain
        ? { data, box: { kind: 'RECTANGLE', x, y, width, height, radius: rx }, word: 'Rectangle' }
        : { data, word: 'Rectangle' };
    }
    case 'circle':
    case 'ellipse': {
      const rx = name === 'circle' ? at('r') : at('rx');
      const ry = name === 'circle' ? rx : at('ry');
      if (!(rx > 0) || !(ry > 0)) return null;
      const [x, y, width, height] = [at('cx') - rx, at('cy') - ry, 2 * rx, 2 * ry];
      const data = move(ellipse(width, height), x, y);
      return { data, box: { kind: 'ELLIPSE', x, y, width, height, radius: 0 }, word: 'Ellipse' };
    }
    case 'line':
      return { data: `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`, word: 'Line' };
    case 'polyline':
    case 'polygon': {
      const n = (attributes.points ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
      if (n.length < 4) return null;
      const pairs = Array.from({ length: n.length >> 1 }, (_, i) => `${n[2 * i]} ${n[2 * i + 1]}`);
      return { data: `M${pairs.join('L')}${name === 'polygon' ? 'Z' : ''}`, word: 'Vector' };
    }
    default:
      return null;
  }
}

const move = (data: string, x: number, y: number): string => svgpath(data).abs().translate(x, y).toString();

/** Only M, L, C, Q and Z, as Figma's vectorPaths have it. */
function absolute(data: string): string {
  const words: string[] = [];
  svgpath(data)
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      const [command, ...n] = segment;
      if (command === 'H') words.push(`L${n[0]!} ${y}`);
      else if (command === 'V') words.push(`L${x} ${n[0]!}`);
      else words.push(`${command === 'z' ? 'Z' : command}${n.join(' ')}`);
    });
  return words.join('');
}

// In: an SVG's root. Out: a group of all that is in it, which wears what the root is cut and filtered by.
import { INITIAL, styleOf } from './style.ts';
import { inverse } from './transform.ts';
import { fitted, rootPort } from './viewbox.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

const WORN = ['clip-path', 'mask', 'mask-mode', 'filter'];

/** `box`: the viewBox. A root is a box of CSS's: what cuts it lies in its page's pixels. */
export function rootGroup(root: Element, box: Box): Element {
  const style = styleOf(root, INITIAL);
  const worn = WORN.flatMap((name) => (style[name] === undefined ? [] : [[name, style[name]] as const]));
  const group = (attributes: Record<string, string>, children: Element[]): Element => {
    return { tag: 'g', attributes, children, text: '' };
  };
  const attributes = Object.fromEntries(worn);
  if (worn.length === 0) return group({}, root.children);
  const { matrix } = fitted(root, rootPort(root, box));
  const inside = group({ transform: `matrix(${matrix.join(' ')})` }, root.children);
  return group({ ...attributes, transform: `matrix(${inverse(matrix).join(' ')})` }, [inside]);
}

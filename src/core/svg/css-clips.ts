// In: a document's elements, changed in place. Out: CSS's basic shapes in clip-path as clipPath elements;
// mask-image as mask, gradients in it as mask elements, several masks as one that shows what any of them
// does. CSS Masking 1 and CSS Shapes 1: inset(), xywh(), circle(), ellipse(), polygon(), path() in the
// element's reference box.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { gradientOf } from './css-gradient.ts';
import { grown } from '../image/grid.ts';
import { declarations } from './style.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';
import { basicShape } from './css-shapes.ts';

const SHAPE =
  /^(?:([a-z]+-box)\s+)?(inset|xywh|circle|ellipse|polygon|path)\(((?:[^()]|\([^()]*\))*)\)(?:\s+([a-z]+-box))?$/s;

/** `box`: the viewBox. */
export function makePlainClips(root: Element, box: Box): void {
  const made: Element[] = [];
  const walk = (element: Element): void => {
    settle(element, box, made);
    element.children.forEach(walk);
  };
  walk(root);
  root.children.push(...made);
}

function settle(element: Element, view: Box, made: Element[]): void {
  const { attributes } = element;
  const style = attributes['style'] ?? '';
  const isAsked = 'clip-path' in attributes || 'mask-image' in attributes || 'mask' in attributes;
  if (!isAsked && !/clip-path|mask/.test(style)) return;
  const rules = declarations(style);
  const image = rules['mask-image'] ?? attributes['mask-image'];
  if (image !== undefined && rules['mask'] === undefined && attributes['mask'] === undefined)
    attributes['mask'] = maskOf(image, element, view, made) ?? image;
  const list = (rules['mask'] ?? attributes['mask'] ?? '').match(/url\([^)]*\)/g) ?? [];
  const any = list.length > 1 ? anyOf(list, element, view, made) : null;
  if (any) {
    attributes['mask'] = any;
    delete rules['mask'];
    delete rules['mask-image'];
    attributes['style'] = written(rules);
  }
  const said = (rules['clip-path'] ?? attributes['clip-path'] ?? '').trim();
  const [, before, name = '', inner = '', behind] = SHAPE.exec(said) ?? [];
  if (name === '') return;
  const frame = frameOf(before ?? behind ?? 'border-box', element, rules, view);
  const shape = frame && basicShape(name, inner, frame);
  if (!shape) return;
  const id = `css-clip-${made.length}-of-realize`;
  const path = { d: shape.d, 'clip-rule': shape.rule };
  made.push({
    tag: 'clipPath',
    attributes: { id },
    children: [{ tag: 'path', attributes: path, children: [], text: '' }],
    text: '',
  });
  attributes['clip-path'] = `url(#${id})`;
  delete rules['clip-path'];
  if (style !== '') attributes['style'] = written(rules);
}

const written = (rules: Record<string, string>): string =>
  Object.entries(rules)
    .map((rule) => rule.join(':'))
    .join(';');

/** One mask, as a reference to it: white under each of these, one over the other, as CSS adds them. */
function anyOf(masks: readonly string[], element: Element, view: Box, made: Element[]): string | null {
  const own = boxOf(element, view.width, view.height);
  if (!own) return null;
  const id = `css-mask-${made.length}-of-realize`;
  // Strokes reach beyond the box.
  const { x, y, width, height } = grown(own, Math.max(own.width, own.height) / 2);
  const region = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` };
  const children = masks.map((mask) => {
    const rect = { tag: 'rect', attributes: { ...region, fill: '#fff' }, children: [], text: '' };
    return { tag: 'g', attributes: { mask }, children: [rect], text: '' };
  });
  made.push({ tag: 'mask', attributes: { id, maskUnits: 'userSpaceOnUse', ...region }, children, text: '' });
  return `url(#${id})`;
}

/** A gradient's mask, as a reference to it; null for other images. */
function maskOf(image: string, element: Element, view: Box, made: Element[]): string | null {
  const box = boxOf(element, view.width, view.height);
  const id = `css-mask-${made.length}-of-realize`;
  const paint = box && gradientOf(image, box, `${id}-paint`);
  if (!paint) return null;
  const { x, y, width, height } = box;
  const region = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` };
  const rect = { tag: 'rect', attributes: { ...region, fill: `url(#${id}-paint)` }, children: [], text: '' };
  const attributes = { id, maskUnits: 'userSpaceOnUse', ...region, style: 'mask-type:alpha' };
  made.push({ tag: 'mask', attributes, children: [paint, rect], text: '' });
  return `url(#${id})`;
}

/**
 * The reference box, in the element's own coordinates. HTML's boxes stand for the stroke's and the fill's.
 */
function frameOf(name: string, element: Element, rules: Record<string, string>, view: Box): Box | null {
  if (name === 'view-box') return { ...view, x: 0, y: 0 };
  const own = boxOf(element, view.width, view.height);
  const stroke = rules['stroke'] ?? element.attributes['stroke'] ?? 'none';
  if (!own || !/^(stroke|border|margin)-box$/.test(name) || stroke === 'none') return own;
  const half =
    (parseLength(rules['stroke-width'] ?? element.attributes['stroke-width'], view.width) ?? 1) / 2;
  const { x, y, width, height } = own;
  return { x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half };
}

/** In place, instead of what attributes and style say. `cut`: an attribute; null: none. */
export function cutBy(cut: string | null, attributes: Record<string, string>): void {
  attributes['clip-path'] = cut === null ? 'none' : cut.slice('clip-path="'.length, -1);
  const { style } = attributes;
  if (style !== undefined) attributes['style'] = style.replace(/clip-path\s*:[^;]*;?/g, '');
}

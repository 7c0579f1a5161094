// What lies behind a node, blurred: HTML inside the SVG, before the node. In:
// page, record. Out: lines, definitions.
// R: exports of Figma's in many public repositories: "backdrop-filter:blur(",
// data-figma-bg-blur-radius on the node.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import { absoluteBox } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { visibleEffects } from '../geometry/effect-reach.ts';
import { transformPath } from '../geometry/path.ts';
import { boxOf, type Rect } from '../geometry/rect.ts';
import { outlines } from '../geometry/outline.ts';
import { viewOf, type Page } from './page.ts';
import { element, num, shortPath } from './text.ts';

type Blur = Extract<Effect, { type: 'LAYER_BLUR' | 'BACKGROUND_BLUR' }>;
const blurOf = (record: NodeRecord): Blur | undefined =>
  visibleEffects(record).find((effect): effect is Blur => effect.type === 'BACKGROUND_BLUR');

/** The attribute of the node that blurs. */
export function blurMark(record: NodeRecord): Record<string, string> {
  const blur = blurOf(record);
  return blur ? { 'data-figma-bg-blur-radius': num(blur.radius) } : {};
}

/** Only browsers draw it. */
export function backgroundBlur(page: Page, record: NodeRecord): string[] {
  const blur = blurOf(record);
  if (!blur) return [];
  const id = `${page.idFor('bgblur_')}_clip_path`;
  const { x, y, width, height }: Rect = boxOf(page.toView, absoluteBox(page.store, record));
  const [left, top] = [x - blur.radius, y - blur.radius];
  const data = outlines(page.store, record).map(({ data }) => transformPath(data, viewOf(page, record)));
  const clip = element('path', { d: shortPath(data.join('')) });
  page.definitions.push(
    element('clipPath', { id, transform: `translate(${num(-left)} ${num(-top)})` }, clip),
  );
  const style = `backdrop-filter:blur(${num(blur.radius / 2)}px);clip-path:url(#${id});height:100%;width:100%`;
  const size = { width: num(width + 2 * blur.radius), height: num(height + 2 * blur.radius) };
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" style="${style}"></div>`;
  return [
    `<foreignObject x="${num(left)}" y="${num(top)}" width="${size.width}" height="${size.height}">${div}</foreignObject>`,
  ];
}

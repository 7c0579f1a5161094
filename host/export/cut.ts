// What a frame's clip and a mask let through → definitions and groups around what they
// cut. In: records. Out: ids, lines.
import type { NodeRecord } from '../document/record.ts';
import { renderBounds } from '../geometry/bounds.ts';
import { boxOf, type Rect } from '../geometry/rect.ts';
import { silhouette } from './boolean.ts';
import { formsOf } from './forms.ts';
import type { Page } from './page.ts';
import { element, type Attributes } from './text.ts';

/**
 * Defines a frame's clip. Its transform stands last, behind the fill. (R: exports of
 * Figma's, `fill="white" transform=`)
 */
export function clipPath(page: Page, record: NodeRecord): string {
  const id = page.idFor('clip');
  const shapes = formsOf(page, record).map(({ name, geometry: { transform, ...rest } }) =>
    element(name, { ...rest, fill: 'white', transform }),
  );
  page.definitions.push(element('clipPath', { id }, shapes.join('\n')));
  return id;
}

/** A mask and all that it masks, as lines. `shape`: the masking layer's own. */
export function masked(
  page: Page,
  record: NodeRecord,
  { id, shape, inner }: { id: string; shape: string[]; inner: string[] },
): string[] {
  const bounds = renderBounds(page.store, record);
  const reach = bounds ? outwards(boxOf(page.toView, bounds)) : { width: 0, height: 0 };
  const { maskType } = record.props;
  const style = `mask-type:${maskType === 'LUMINANCE' ? 'luminance' : 'alpha'}`;
  // ?: no export of Figma's was found that is known to have a mask of type VECTOR.
  // It shows what is inside the outline.
  const seen = maskType === 'VECTOR' ? silhouette(page, record, 'black') : shape.join('\n');
  return [
    element('mask', { id, style, maskUnits: 'userSpaceOnUse', ...reach }, seen),
    element('g', { mask: `url(#${id})` }, inner.join('\n')),
  ];
}

/** The smallest box of whole pixels around a box. */
function outwards({ x, y, width, height }: Rect): Attributes {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

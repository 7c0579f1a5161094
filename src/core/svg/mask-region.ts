// In: a mask element, the element that it is laid on. Out: the region in which the mask shows anything.
// SVG 2 and CSS Masking 1, 7: x, y, width and height in the units that maskUnits names.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { contains, grown } from '../image/grid.ts';
import { declarations, type Style } from './style.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** The element that a mask is laid on; measured only where that is wanted: a group may hold thousands. */
export interface Masked {
  /** In its own coordinates; null: it has none. */
  box: () => Box | null;
  /** Whether it is drawn within that box: no strokes, no filters. */
  isInside: () => boolean;
}

/**
 * A mask's region in the masked element's coordinates where that cuts off something that the mask shows; null
 * where it does not. `page`: the viewBox.
 */
export function cuttingRegion(mask: Element, page: Box, masked: Masked): Box | null {
  const { attributes, children } = mask;
  const isPage = attributes['maskUnits'] === 'userSpaceOnUse';
  const own = isPage ? null : masked.box();
  const region = regionOf(mask, isPage ? page : own, isPage);
  if (!region) return null;
  const slack = 0.01 * Math.max(region.width, region.height);
  if (own && contains(grown(region, slack), own) && masked.isInside()) return null;
  if (attributes['maskContentUnits'] === 'objectBoundingBox') return region;
  const content = boxOf({ tag: 'g', attributes: {}, children, text: '' }, page.width, page.height);
  return content && contains(grown(region, slack), content) ? null : region;
}

/** SVG: a tenth more than what it is told in shares of, on each side. */
function regionOf({ attributes }: Element, full: Box | null, isPage: boolean): Box | null {
  if (!full) return null;
  const unit = isPage ? full : { width: 1, height: 1 };
  const of = (name: 'x' | 'y' | 'width' | 'height', whole: number): number =>
    parseLength(attributes[name] ?? (name === 'x' || name === 'y' ? '-10%' : '120%'), whole) ?? NaN;
  const [x, y] = [of('x', unit.width), of('y', unit.height)];
  const [width, height] = [of('width', unit.width), of('height', unit.height)];
  if (!(width > 0 && height > 0 && Number.isFinite(x + y))) return null;
  if (isPage) return { x, y, width, height };
  return {
    x: full.x + x * full.width,
    y: full.y + y * full.height,
    width: width * full.width,
    height: height * full.height,
  };
}

/** Whether nothing of it is drawn outside its geometry. `said`: by the element, or what holds for it. */
export function staysInside({ tag, children }: Element, said: Style): boolean {
  if (tag === 'use') return false;
  const { stroke = 'none', filter = 'none', marker, 'marker-end': end } = said;
  if (stroke !== 'none' || filter !== 'none' || marker !== undefined || end !== undefined) return false;
  return children.every((child) =>
    staysInside(child, { ...child.attributes, ...declarations(child.attributes['style'] ?? '') }),
  );
}

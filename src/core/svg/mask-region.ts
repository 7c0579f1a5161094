// In: a mask element, the element that it is laid on. Out: the region in which the mask shows anything.
// SVG 2 and CSS Masking 1, 7: x, y, width and height in the units that maskUnits names.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { contains, grown } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** The element that a mask is laid on, in its own coordinates. */
export interface Masked {
  /** Null: it has none. */
  box: Box | null;
  /** Whether it is drawn within that box: no strokes, no filters. */
  isInside: boolean;
}

/**
 * A mask's region in the masked element's coordinates where that cuts off something that the mask shows; null
 * where it does not. `page`: the viewBox.
 */
export function cuttingRegion(mask: Element, page: Box, { box, isInside }: Masked): Box | null {
  const region = regionOf(mask, page, box);
  if (!region) return null;
  const slack = 0.01 * Math.max(region.width, region.height);
  if (isInside && box && contains(grown(region, slack), box)) return null;
  const { attributes, children } = mask;
  const content = boxOf({ tag: 'g', attributes: {}, children, text: '' }, page.width, page.height);
  if (!content || attributes['maskContentUnits'] === 'objectBoundingBox') return region;
  return contains(grown(region, slack), content) ? null : region;
}

/** SVG: a tenth more than the element's box, or than the page, on each side. */
function regionOf({ attributes }: Element, page: Box, own: Box | null): Box | null {
  const isPage = attributes['maskUnits'] === 'userSpaceOnUse';
  const of = (name: 'x' | 'y' | 'width' | 'height', full: number): number =>
    parseLength(attributes[name] ?? (name === 'x' || name === 'y' ? '-10%' : '120%'), full) ?? NaN;
  const unit = isPage ? page : { width: 1, height: 1 };
  const region = {
    x: of('x', unit.width),
    y: of('y', unit.height),
    width: of('width', unit.width),
    height: of('height', unit.height),
  };
  if (!Object.values(region).every(Number.isFinite) || !(region.width > 0 && region.height > 0)) return null;
  if (isPage) return region;
  if (!own) return null;
  return {
    x: own.x + region.x * own.width,
    y: own.y + region.y * own.height,
    width: region.width * own.width,
    height: region.height * own.height,
  };
}

// A node's geometry → the SVG elements that draw it, without paint. In:
// record, how far it is grown. Out: forms.
import { isWhole } from '../geometry/arc.ts';
import { transformPath } from '../geometry/path.ts';
import { apply, IDENTITY, translation, type Transform } from '../geometry/transform.ts';
import { ellipse, rectangle } from '../geometry/basic-outlines.ts';
import { arcOf, cornersOf, outlines } from '../geometry/outline.ts';
import { sizeOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { viewOf, type Page } from './page.ts';
import { matrix, shortPath, type Attributes } from './text.ts';

export interface Form {
  name: 'rect' | 'circle' | 'ellipse' | 'line' | 'path';
  geometry: Attributes;
  /** From the node's space to that in which the geometry is written, a `transform` of its own left out. */
  written: Transform;
  /** Path data in the SVG's coordinates. */
  outline: string;
}

const FRAMES: ReadonlySet<string> = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION']);
const isRectangular = ({ type }: NodeRecord): boolean => type === 'RECTANGLE' || FRAMES.has(type);

/** Whole, without a hole: it keeps its own element. */
const isEllipse = (record: NodeRecord): boolean => record.type === 'ELLIPSE' && isWhole(arcOf(record));

/** Whether it can be grown by a distance and stay what it is. */
export const canGrow = (record: NodeRecord): boolean => isRectangular(record) || isEllipse(record);

/** The shape moved outwards by `grow`, which only what `canGrow` is. */
export function formsOf(page: Page, record: NodeRecord, grow = 0): Form[] {
  const view = viewOf(page, record);
  const isBox = isRectangular(record) && new Set(cornersOf(record)).size === 1;
  if (isBox || isEllipse(record) || record.type === 'LINE') return [simpleForm(page, record, grow, view)];
  const grown = grow !== 0 && isRectangular(record) ? [{ data: grownPath(page, record, grow), evenOdd: false }] : outlines(page.store, record); // prettier-ignore
  return grown.map(({ data, evenOdd }) => pathForm(transformPath(data, view), evenOdd, view));
}

export function pathForm(outline: string, evenOdd: boolean, written: Transform): Form {
  const rule = evenOdd ? { 'fill-rule': 'evenodd', 'clip-rule': 'evenodd' } : {};
  return { name: 'path', geometry: { ...rule, d: shortPath(outline) }, written, outline };
}

function grownPath(page: Page, record: NodeRecord, grow: number): string {
  const { width, height } = sizeOf(page.store, record);
  const [w, h] = [width + 2 * grow, height + 2 * grow];
  const radii = cornersOf(record).map((radius) => (radius === 0 ? 0 : Math.max(0, radius + grow)));
  const data =
    record.type === 'LINE' ? `M0 0L${width} 0` : isEllipse(record) ? ellipse(w, h) : rectangle(w, h, radii);
  return grow === 0 ? data : transformPath(data, translation(-grow, -grow));
}

/**
 * Boxes, ellipses and lines keep their element; a turn goes into `transform`, a mere shift into the
 * coordinates. A frame's shift is a `transform`, too, while its corners are sharp. (R: exports of Figma's,
 * "transform="translate(" on a <rect>)
 */
function simpleForm(page: Page, record: NodeRecord, grow: number, view: Transform): Form {
  const { width, height } = sizeOf(page.store, record);
  const outline = transformPath(grownPath(page, record, grow), view);
  const isUpright = view[0][0] === 1 && view[0][1] === 0 && view[1][0] === 0 && view[1][1] === 1;
  const [dx, dy] = isUpright ? apply(view, 0, 0) : [0, 0];
  const written = isUpright ? view : IDENTITY;
  const turn = isUpright ? {} : { transform: matrix(view) };
  if (record.type === 'LINE') {
    const line = { x1: dx, y1: dy, x2: dx + width, y2: dy };
    return { name: 'line', geometry: { ...turn, ...line }, written, outline };
  }
  const [w, h] = [width + 2 * grow, height + 2 * grow];
  if (isRectangular(record)) {
    const radius = cornersOf(record)[0];
    if (FRAMES.has(record.type) && radius === 0 && grow === 0 && isUpright) {
      const transform = dx === 0 && dy === 0 ? undefined : `translate(${dx} ${dy})`;
      return { name: 'rect', geometry: { width, height, transform }, written: IDENTITY, outline };
    }
    const rx = radius === 0 ? undefined : Math.max(0, radius + grow);
    const box = { x: dx - grow || undefined, y: dy - grow || undefined, width: w, height: h, rx };
    return { name: 'rect', geometry: { ...turn, ...box }, written, outline };
  }
  const centre = { ...turn, cx: dx + width / 2, cy: dy + height / 2 };
  if (w === h) return { name: 'circle', geometry: { ...centre, r: w / 2 }, written, outline };
  return { name: 'ellipse', geometry: { ...centre, rx: w / 2, ry: h / 2 }, written, outline };
}

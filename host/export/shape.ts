// One node's own fills and strokes → SVG elements, as Figma writes them. In: record. Out: lines of SVG.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { apply, IDENTITY, transformPath, translation, type Transform } from '../geometry/geometry.ts';
import { isWhole } from '../geometry/arc.ts';
import { arcOf, cornersOf, outlines, rectangle, type Outline } from '../geometry/outline.ts';
import { areUneven, sidesOf } from '../geometry/sides.ts';
import { numberOf, sizeOf, stringOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/store.ts';
import { paintAttributes, visiblePaints } from './paint.ts';
import { viewOf, type Page } from './page.ts';
import { element, escapeText, matrix, num, shortPath } from './text.ts';

type Attributes = Record<string, string | number | undefined>;
const RECTANGULAR: ReadonlySet<string> = new Set([
  'RECTANGLE',
  'FRAME',
  'COMPONENT',
  'COMPONENT_SET',
  'INSTANCE',
  'SECTION',
]);

/** Whole, without a hole: it keeps its own element. */
const isEllipse = (record: NodeRecord): boolean => record.type === 'ELLIPSE' && isWhole(arcOf(record));

export function drawShape(page: Page, record: NodeRecord, extra: Attributes): string[] {
  const lines: string[] = [];
  const fills = visiblePaints(record.props.fills);
  const strokes = visiblePaints(record.props.strokes);
  if (record.type === 'TEXT' && page.settings.svgOutlineText === false)
    return [textElement(page, record, fills, extra)];
  const align = record.props.strokeAlign;
  // Figma writes one element with both paints where it can: one fill, one centred stroke.
  const joined = fills.length === 1 && strokes.length === 1 && align === 'CENTER' && !areUneven(record);
  fills.forEach((paint, index) => {
    const attributes: Attributes = index === 0 ? { ...extra } : { ...extra, id: undefined };
    const stroke = joined ? strokes[0] : undefined;
    lines.push(...drawGeometry(page, record, 0, paint, stroke, attributes));
  });
  if (joined) return lines;
  strokes.forEach((paint, index) => {
    const attributes: Attributes =
      index === 0 && fills.length === 0 ? { ...extra } : { ...extra, id: undefined };
    lines.push(...drawStroke(page, record, paint, attributes));
  });
  return lines;
}

/** An inside or outside stroke becomes a centred one on a geometry moved by half its width where that is exact
 * (boxes, ellipses), else a doubled stroke under a mask. (plugin-api.d.ts, svgSimplifyStroke) */
function drawStroke(page: Page, record: NodeRecord, paint: Paint, extra: Attributes): string[] {
  const sides = sidesOf(record);
  if (sides && areUneven(record)) return drawSides(page, record, sides, paint, extra);
  const weight = numberOf(record, 'strokeWeight');
  const align = record.props.strokeAlign;
  if (align === 'CENTER' || record.type === 'LINE')
    return drawGeometry(page, record, 0, undefined, paint, extra);
  const grow = align === 'OUTSIDE' ? weight / 2 : -weight / 2;
  const { width, height } = sizeOf(page.store, record);
  const fits = Math.min(width, height) > weight || grow > 0;
  const simple =
    page.settings.svgSimplifyStroke !== false && (RECTANGULAR.has(record.type) || isEllipse(record));
  if (simple && fits) return drawGeometry(page, record, grow, undefined, paint, extra);
  return outlines(page.store, record).flatMap((outline) =>
    maskedStroke(page, record, outline, paint, extra, align === 'OUTSIDE'),
  );
}

/** The shape moved outwards by `grow`, with these paints. */
function drawGeometry(
  page: Page,
  record: NodeRecord,
  grow: number,
  fill: Paint | undefined,
  stroke: Paint | undefined,
  extra: Attributes,
): string[] {
  const view = viewOf(page, record);
  const upright = view[0][0] === 1 && view[0][1] === 0 && view[1][0] === 0 && view[1][1] === 1;
  const { width, height } = sizeOf(page.store, record);
  const isBox = RECTANGULAR.has(record.type) && new Set(cornersOf(record)).size === 1;
  const isRound = isEllipse(record);
  const isLine = record.type === 'LINE';
  const paints = (written: Transform): Attributes => ({
    ...(fill && paintAttributes(page, record, fill, 'fill', written)),
    ...(stroke && strokeAttributes(page, record, stroke, written)),
  });
  if (!isBox && !isRound && !isLine)
    return outlines(page.store, record).map((outline, index) => {
      const grown =
        grow === 0 || !RECTANGULAR.has(record.type)
          ? outline.data
          : transformPath(
              rectangle(
                width + 2 * grow,
                height + 2 * grow,
                cornersOf(record).map((radius) => (radius === 0 ? 0 : Math.max(0, radius + grow))),
              ),
              translation(-grow, -grow),
            );
      return pathElement({ ...outline, data: transformPath(grown, view) }, index > 0 ? { ...extra, id: undefined } : extra, paints(view)); // prettier-ignore
    });
  // Boxes, ellipses and lines keep their element; a turn goes into `transform`, a mere shift into the coordinates.
  const [dx, dy] = upright ? apply(view, 0, 0) : [0, 0];
  const written = upright ? view : IDENTITY;
  const attributes = { ...extra, ...placeAttribute(view, upright) };
  if (isLine) {
    const line = { x1: dx, y1: dy, x2: dx + width, y2: dy };
    return [element('line', { ...attributes, ...line, ...paints(written) })];
  }
  if (isBox) {
    const radius = cornersOf(record)[0];
    const rx = radius === 0 ? undefined : Math.max(0, radius + grow);
    const box = { x: dx - grow || undefined, y: dy - grow || undefined, width: width + 2 * grow, height: height + 2 * grow, rx }; // prettier-ignore
    return [element('rect', { ...attributes, ...box, ...paints(written) })];
  }
  const centre = { cx: dx + width / 2, cy: dy + height / 2 };
  const [rx, ry] = [width / 2 + grow, height / 2 + grow];
  if (rx === ry) return [element('circle', { ...attributes, ...centre, r: rx, ...paints(written) })];
  return [element('ellipse', { ...attributes, ...centre, rx, ry, ...paints(written) })];
}

const placeAttribute = (view: Transform, upright: boolean): Attributes =>
  upright ? {} : { transform: matrix(view) };

function pathElement(outline: Outline, extra: Attributes, paints: Attributes): string {
  const rule = outline.evenOdd ? { 'fill-rule': 'evenodd', 'clip-rule': 'evenodd' } : {};
  return element('path', { ...extra, ...rule, d: shortPath(outline.data), ...paints });
}

function strokeAttributes(page: Page, record: NodeRecord, paint: Paint, written: Transform): Attributes {
  const weight = numberOf(record, 'strokeWeight');
  const dashes = record.props.dashPattern as readonly number[];
  const cap = record.props.strokeCap;
  const join = record.props.strokeJoin;
  return {
    ...paintAttributes(page, record, paint, 'stroke', written),
    'stroke-width': weight === 1 ? undefined : weight,
    'stroke-linecap': cap === 'ROUND' ? 'round' : cap === 'SQUARE' ? 'square' : undefined,
    'stroke-linejoin': join === 'ROUND' ? 'round' : join === 'BEVEL' ? 'bevel' : undefined,
    'stroke-dasharray': dashes.length > 0 ? dashes.map(num).join(' ') : undefined,
  };
}

/** Sides of different weights, as Figma writes them: the border as one filled path, masked by the shape when it lies
 * inside. (R: exports with "path-1-inside-1" and a filled path; D: plugin-api.d.ts, IndividualStrokesMixin) */
function drawSides(
  page: Page,
  record: NodeRecord,
  [top, right, bottom, left]: readonly [number, number, number, number],
  paint: Paint,
  extra: Attributes,
): string[] {
  const view = viewOf(page, record);
  const { width, height } = sizeOf(page.store, record);
  const align = record.props.strokeAlign;
  const out = align === 'OUTSIDE' ? 1 : align === 'CENTER' ? 0.5 : 0;
  const box = (share: number, way: 1 | -1): string => {
    const [l, t, r, b] = [-left * share * way, -top * share * way, width + right * share * way, height + bottom * share * way]; // prettier-ignore
    return `M${l} ${t}H${r}V${b}H${l}Z`;
  };
  const data = shortPath(transformPath(box(out, 1) + box(1 - out, -1), view));
  const fill = paintAttributes(page, record, paint, 'fill', view);
  const border = { ...extra, 'fill-rule': 'evenodd', 'clip-rule': 'evenodd', d: data, ...fill };
  if (align !== 'INSIDE' || cornersOf(record).every((radius) => radius === 0))
    return [element('path', border)];
  const id = page.idFor('path-inside-');
  const shape = element('path', { d: shortPath(transformPath(rectangle(width, height, cornersOf(record)), view)) }); // prettier-ignore
  return [element('mask', { id, fill: 'white' }, shape), element('path', { ...border, mask: `url(#${id})` })];
}

/** A stroke of double width, of which only the inner or outer half is let through. */
function maskedStroke(
  page: Page,
  record: NodeRecord,
  outline: Outline,
  paint: Paint,
  extra: Attributes,
  outside: boolean,
): string[] {
  const view = viewOf(page, record);
  const data = shortPath(transformPath(outline.data, view));
  const id = page.idFor(outside ? 'path-outside-' : 'path-inside-');
  const weight = numberOf(record, 'strokeWeight') * 2;
  const rule = outline.evenOdd ? { 'fill-rule': 'evenodd' } : {};
  const shape = element('path', { d: data, ...rule, fill: outside ? 'black' : 'white' });
  const all = outside
    ? `${element('rect', { x: -1e5, y: -1e5, width: 2e5, height: 2e5, fill: 'white' })}\n${shape}`
    : shape;
  const reach = { x: '-50%', y: '-50%', width: '200%', height: '200%' };
  return [
    element('mask', { id, maskUnits: 'objectBoundingBox', ...reach }, all),
    element('path', {
      ...extra,
      d: data,
      ...strokeAttributes(page, record, paint, view),
      'stroke-width': weight,
      mask: `url(#${id})`,
    }),
  ];
}

function textElement(page: Page, record: NodeRecord, fills: Paint[], extra: Attributes): string {
  const view = viewOf(page, record);
  const size = numberOf(record, 'fontSize');
  const [fill] = fills;
  const paint = fill ? paintAttributes(page, record, fill, 'fill', IDENTITY) : {};
  return `<text${Object.entries({
    ...extra,
    transform: matrix(view),
    ...paint,
    'font-family': 'Inter',
    'font-size': num(size),
  })
    .filter((entry) => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}><tspan x="0" y="${num(size)}">${escapeText(stringOf(record, 'characters'))}</tspan></text>`;
}

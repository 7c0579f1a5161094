// A node's stroke → SVG lines, and the masks that go before its fill. In: record, paint. Out: lines of SVG.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { numberOf, sizeOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { flatten, transformPath } from '../geometry/path.ts';
import { complexReach, complexStroke } from '../geometry/complex-stroke.ts';
import { boxOfLines } from '../geometry/rect.ts';
import { rectangle } from '../geometry/basic-outlines.ts';
import { cornersOf } from '../geometry/outline.ts';
import { areUneven, sidesOf } from '../geometry/sides.ts';
import { strokePieces, type Pen } from '../geometry/stroke-pieces.ts';
import { canGrow, formsOf, pathForm, type Form } from './forms.ts';
import { viewOf, type Page } from './page.ts';
import { isSkipped } from './skip-parse.ts';
import { element, shortPath, type Attributes } from './text.ts';
import { wear } from './wear.ts';

/** `masks`: written before the layer's fills. */
export interface Stroked {
  masks: string[];
  lines: string[];
}

/**
 * An inside or outside stroke becomes a centred one on a geometry moved by half its width where that is exact
 * (boxes, ellipses; plugin-api.d.ts, svgSimplifyStroke), else pieces of twice its width under a mask. Where
 * SVG has no such paint for strokes, the pieces are filled.
 */
export function drawStroke(page: Page, record: NodeRecord, paint: Paint, extra: Attributes): Stroked {
  if (sidesOf(record) && areUneven(record)) return drawSides(page, record, paint, extra);
  if (complexReach(record) !== null) return byHand(page, record, paint, extra);
  const weight = numberOf(record, 'strokeWeight');
  const align = record.type === 'LINE' ? 'CENTER' : record.props.strokeAlign;
  const grow = align === 'CENTER' ? 0 : align === 'OUTSIDE' ? weight / 2 : -weight / 2;
  const { width, height } = sizeOf(page.store, record);
  const fits = Math.min(width, height) > weight || grow >= 0;
  const isSimple =
    align === 'CENTER' || (page.settings.svgSimplifyStroke !== false && canGrow(record) && fits);
  if (!isSimple)
    return maskedStroke(page, record, { stroke: paint, extra }, align === 'OUTSIDE' ? 'outside' : 'inside');
  const forms = formsOf(page, record, grow);
  if (!isSkipped(paint))
    return { masks: [], lines: forms.flatMap((form) => wear(page, record, form, { stroke: paint, extra })) };
  const pieces = forms.map((form) => piecesOf(form, record, weight / 2));
  return { masks: [], lines: pieces.flatMap((form) => wear(page, record, form, { fill: paint, extra })) };
}

function byHand(page: Page, record: NodeRecord, paint: Paint, extra: Attributes): Stroked {
  const lines = formsOf(page, record).flatMap(({ outline, written }) => {
    const form = pathForm(complexStroke(outline, record) ?? '', false, written);
    return wear(page, record, form, { fill: paint, extra });
  });
  return { masks: [], lines };
}

function piecesOf({ outline, written }: Form, record: NodeRecord, reach: number): Form {
  const join = record.props.strokeJoin as Pen['join'];
  const pen = { reach, join, miterLimit: numberOf(record, 'strokeMiterLimit') };
  return pathForm(strokePieces(outline, pen), false, written);
}

/**
 * R: exports of Figma's with "path-1-inside-1" and "path-1-outside-1": pieces of a stroke of double width, of
 * which the mask lets only the inner or outer half through.
 */
function maskedStroke(
  page: Page,
  record: NodeRecord,
  { stroke: paint, extra }: { stroke: Paint; extra: Attributes },
  side: 'inside' | 'outside',
): Stroked {
  const masks: string[] = [];
  const weight = numberOf(record, 'strokeWeight');
  const lines = formsOf(page, record).flatMap((form) => {
    const id = page.maskId(side);
    const pieces = piecesOf({ ...form, written: viewOf(page, record) }, record, weight);
    masks.push(side === 'inside' ? insideMask(id, form) : outsideMask(id, form, pieces));
    return wear(page, record, pieces, { fill: paint, mask: `url(#${id})`, extra });
  });
  return { masks, lines };
}

const insideMask = (id: string, { name, geometry }: Form): string =>
  element('mask', { id, fill: 'white' }, element(name, geometry));

/** All around the stroke is let through but the shape. */
function outsideMask(id: string, { name, geometry }: Form, pieces: Form): string {
  const box = boxOfLines(flatten(pieces.outline)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const region = { x: box.x, y: box.y, width: Math.ceil(box.width), height: Math.ceil(box.height) };
  const all = element('rect', {
    fill: 'white',
    ...region,
    x: region.x || undefined,
    y: region.y || undefined,
  });
  const inner = `${all}\n${element(name, geometry)}`;
  return element('mask', { id, maskUnits: 'userSpaceOnUse', ...region, fill: 'black' }, inner);
}

/**
 * Sides of different weights: the border as one filled path, masked by the shape when it lies inside. (R as
 * above; D: plugin-api.d.ts, IndividualStrokesMixin)
 */
function drawSides(page: Page, record: NodeRecord, paint: Paint, extra: Attributes): Stroked {
  const [top, right, bottom, left] = sidesOf(record)!;
  const view = viewOf(page, record);
  const { width, height } = sizeOf(page.store, record);
  const align = record.props.strokeAlign;
  const out = align === 'OUTSIDE' ? 1 : align === 'CENTER' ? 0.5 : 0;
  const box = (share: number, way: 1 | -1): string => {
    const [l, t, r, b] = [-left * share * way, -top * share * way, width + right * share * way, height + bottom * share * way]; // prettier-ignore
    return `M${l} ${t}H${r}V${b}H${l}Z`;
  };
  const border = pathForm(transformPath(box(out, 1) + box(1 - out, -1), view), true, view);
  const isRound = cornersOf(record).some((radius) => radius > 0);
  if (align !== 'INSIDE' || !isRound)
    return { masks: [], lines: wear(page, record, border, { fill: paint, extra }) };
  const id = page.maskId('inside');
  const shape = shortPath(transformPath(rectangle(width, height, cornersOf(record)), view));
  const mask = element('mask', { id, fill: 'white' }, element('path', { d: shape }));
  return { masks: [mask], lines: wear(page, record, border, { fill: paint, mask: `url(#${id})`, extra }) };
}

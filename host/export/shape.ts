// One node's own fills and strokes → SVG elements, as Figma writes them. In: record. Out: lines of SVG.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { IDENTITY } from '../geometry/transform.ts';
import { complexReach } from '../geometry/complex-stroke.ts';
import { areUneven } from '../geometry/sides.ts';
import { numberOf, stringOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { formsOf } from './forms.ts';
import { paintAttributes, visiblePaints } from './paint.ts';
import { viewOf, type Page } from './page.ts';
import { isSkipped } from './skip-parse.ts';
import { drawStroke } from './stroke.ts';
import { element, escapeText, matrix, num, type Attributes } from './text.ts';
import { wear } from './wear.ts';

export function drawShape(page: Page, record: NodeRecord, extra: Attributes): string[] {
  if (record.type === 'TEXT' && page.settings.svgOutlineText === false)
    return [textElement(page, record, extra)];
  const { masks, fills, strokes } = drawPaints(page, record, extra);
  return [...masks, ...fills, ...strokes];
}

/**
 * What is drawn of it, bottom-most first. Figma writes one element with both paints where it
 * can: one fill, one centred stroke.
 */
function paintsOf(record: NodeRecord): { fills: Paint[]; strokes: Paint[]; isJoined: boolean } {
  const fills = visiblePaints(record.props.fills);
  const strokes = visiblePaints(record.props.strokes);
  const isJoined =
    fills.length === 1 &&
    strokes.length === 1 &&
    record.props.strokeAlign === 'CENTER' &&
    !areUneven(record) &&
    complexReach(record) === null &&
    [...fills, ...strokes].every((paint) => !isSkipped(paint) && (paint.blendMode ?? 'NORMAL') === 'NORMAL');
  return { fills, strokes, isJoined };
}

/** Whether it is written as more than one element. */
export function hasSeveral(page: Page, record: NodeRecord): boolean {
  const { fills, strokes, isJoined } = paintsOf(record);
  const elements = isJoined ? 1 : [...fills, ...strokes].length;
  return elements * formsOf(page, record).length > 1 || [...fills, ...strokes].some(isSkipped);
}

/**
 * Fills and strokes apart: what stands in a frame comes between them. Equal elements one after another for
 * several paints; the first has the layer's own attributes.
 */
export function drawPaints(
  page: Page,
  record: NodeRecord,
  extra: Attributes,
): { masks: string[]; fills: string[]; strokes: string[] } {
  const { fills, strokes, isJoined } = paintsOf(record);
  const [stroke] = strokes;
  let isFirst = true;
  const attributes = (): Attributes => {
    const own = isFirst ? extra : { ...extra, id: undefined };
    isFirst = false;
    return own;
  };
  const worn = fills.flatMap((fill) =>
    formsOf(page, record).flatMap((form) =>
      wear(page, record, form, { fill, stroke: isJoined ? stroke : undefined, extra: attributes() }),
    ),
  );
  if (isJoined) return { masks: [], fills: worn, strokes: [] };
  const drawn = strokes.map((paint) => drawStroke(page, record, paint, attributes()));
  return {
    masks: drawn.flatMap(({ masks }) => masks),
    fills: worn,
    strokes: drawn.flatMap(({ lines }) => lines),
  };
}

function textElement(page: Page, record: NodeRecord, extra: Attributes): string {
  const view = viewOf(page, record);
  const size = numberOf(record, 'fontSize');
  const [fill]: Paint[] = visiblePaints(record.props.fills);
  const paint = fill ? paintAttributes(page, record, { paint: fill, kind: 'fill', toWritten: IDENTITY }) : {};
  const attributes = {
    ...extra,
    transform: matrix(view),
    ...paint,
    'font-family': 'Inter',
    'font-size': num(size),
  };
  const letters = `<tspan x="0" y="${num(size)}">${escapeText(stringOf(record, 'characters'))}</tspan>`;
  return element('text', attributes, letters).replace(/\n/g, '');
}

// A layer and what stands in it → SVG lines: groups with opacity, blend mode
// and effects, clips, masks, borders.
// In: page, record. Out: lines of SVG.
import { BARE, BOARD, FRAME_LIKE } from '../document/kinds.ts';
import type { NodeRecord } from '../document/record.ts';
import { drawBoard } from './board.ts';
import { drawBoolean } from './boolean.ts';
import { clipPath, masked } from './cut.ts';
import { backgroundBlur } from './background-blur.ts';
import { effectAttributes } from './effects.ts';
import type { Page } from './page.ts';
import { blendStyle } from './paint.ts';
import { drawPaints, drawShape, hasSeveral } from './shape.ts';
import { element, num, type Attributes } from './text.ts';

export function drawNode(page: Page, record: NodeRecord): string[] {
  if (record.props.visible === false || record.type === 'SLICE') return [];
  if (record.type === 'PAGE') return drawChildren(page, record);
  return [...backgroundBlur(page, record), ...drawLayer(page, record)];
}

function drawLayer(page: Page, record: NodeRecord): string[] {
  const { opacity, blendMode } = record.props;
  const blend = blendStyle(blendMode);
  const faded = typeof opacity === 'number' && opacity < 1 ? { opacity: num(opacity) } : {};
  const effects = effectAttributes(page, record);
  const id = page.nameOf(record);
  const look: Attributes = { ...blend, ...faded, ...effects };
  const isHolder = FRAME_LIKE.has(record.type) || BARE.has(record.type) || record.type === 'SECTION';
  if (isHolder) return drawHolder(page, record, id, look);
  const isBoard = BOARD.has(record.type);
  const draw = record.type === 'BOOLEAN_OPERATION' ? drawBoolean : isBoard ? drawBoard : drawShape;
  // Figma puts blend modes, filters and the opacity of several elements on a group
  // around them, with the layer's name.
  const isGrouped =
    'style' in blend || 'filter' in effects || ('opacity' in faded && hasSeveral(page, record));
  if (!isGrouped) return draw(page, record, { id, ...page.markOf(record), ...look });
  const inner = draw(page, record, page.markOf(record));
  return inner.length === 0 ? [] : [element('g', { id, ...look }, inner.join('\n'))];
}

function drawHolder(page: Page, record: NodeRecord, id: string | undefined, look: Attributes): string[] {
  const clips = record.props.clipsContent === true && record.children.length > 0;
  const clip = clips ? { 'clip-path': `url(#${clipPath(page, record)})` } : {};
  const own = BARE.has(record.type)
    ? { masks: [], fills: [], strokes: [] }
    : drawPaints(page, record, page.markOf(record));
  // Of a frame that clips, the border is drawn last, around the clip; of one that
  // does not, below what stands in it.
  const border = clips ? own.strokes : [];
  const inner = [...own.masks, ...own.fills, ...(clips ? [] : own.strokes), ...drawChildren(page, record)];
  if (inner.length + border.length === 0) return [];
  const isOuter = clips && (border.length > 0 || look.filter !== undefined);
  // A shadow must not be cut by the frame that throws it: the filter goes around the clipped group.
  const lines = isOuter ? [element('g', clip, inner.join('\n')), ...border] : inner;
  const attributes = { id, ...look, ...(isOuter ? {} : clip) };
  // Without ids, Figma leaves out groups that only hold things together.
  const isNeeded = Object.values(attributes).some((value) => value !== undefined);
  return isNeeded ? [element('g', attributes, lines.join('\n'))] : lines;
}

/** Children bottom to top; a mask shows those above it only where it is. (plugin-api.d.ts, isMask) */
function drawChildren(page: Page, record: NodeRecord): string[] {
  return drawAll(
    page,
    record.children.map((id) => page.store.get(id)),
  );
}

function drawAll(page: Page, children: readonly NodeRecord[]): string[] {
  const at = children.findIndex(({ props }) => props.isMask === true && props.visible !== false);
  const mask = children[at];
  if (!mask) return children.flatMap((child) => drawNode(page, child));
  const below = children.slice(0, at).flatMap((child) => drawNode(page, child));
  const id = page.idFor('mask');
  const shape = drawNode(page, mask);
  return [...below, ...masked(page, mask, { id, shape, inner: drawAll(page, children.slice(at + 1)) })];
}

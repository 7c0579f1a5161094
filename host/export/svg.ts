// A node → the SVG text that Figma's exportAsync gives. In: store, node, settings. Out: SVG text and the page box it shows.
import type { ExportSettingsSVGBase } from '@figma/plugin-typings/plugin-api-standalone';
import { renderBounds } from '../geometry/bounds.ts';
import { boxOf, transformPath, translation, union, type Rect } from '../geometry/geometry.ts';
import { BOARD, FRAME_LIKE } from '../document/kinds.ts';
import { absoluteBox, sizeOf } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import type { NodeRecord, Plain, Store } from '../document/store.ts';
import { outlines } from '../geometry/outline.ts';
import { drawBoard } from './board.ts';
import { backgroundBlur, effectAttributes } from './effects.ts';
import { drawShape } from './shape.ts';
import { openPage, viewOf, type Page } from './page.ts';
import { element, num, shortPath } from './text.ts';

export interface Exported {
  svg: string;
  /** What the view box covers, in page coordinates. */
  box: Rect;
}

/** Throws as Figma does when there is nothing to export. */
export function exportSvg(store: Store, record: NodeRecord, settings: ExportSettingsSVGBase): Exported {
  const box = exportBox(store, record, settings);
  if (!box) throw say.nothingVisible();
  // ?: Figma's rounding of fractional sizes is not documented; whole pixels, rounded up, is what its exports show.
  const width = Math.max(1, Math.ceil(box.width - 1e-6));
  const height = Math.max(1, Math.ceil(box.height - 1e-6));
  const page = openPage(store, record, settings, translation(-box.x, -box.y));
  const lines = drawNode(page, record);
  const xlink = page.xlink ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' } : {};
  const defs = page.definitions.length > 0 ? [element('defs', {}, page.definitions.join('\n'))] : [];
  const svg = element(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: 'none',
      xmlns: 'http://www.w3.org/2000/svg',
      ...xlink,
    },
    [...lines, ...defs].join('\n'),
  );
  return { svg: `${svg}\n`, box: { x: box.x, y: box.y, width, height } };
}

/** `useAbsoluteBounds`: the node's full box whether it is cropped or empty; else what it draws. (plugin-api.d.ts) */
function exportBox(store: Store, record: NodeRecord, settings: ExportSettingsSVGBase): Rect | null {
  if (record.type === 'PAGE')
    return union(record.children.flatMap((id) => renderBounds(store, store.get(id)) ?? []));
  // ?: whether Figma exports what is inside something hidden is not known. It does here; the fault "export-bare" is the
  // other reading.
  const drawn = renderBounds(store, record);
  return settings.useAbsoluteBounds === true && drawn ? absoluteBox(store, record) : drawn;
}

export function drawNode(page: Page, record: NodeRecord): string[] {
  if (record.props.visible === false || record.type === 'SLICE') return [];
  if (record.type === 'PAGE') return drawChildren(page, record);
  return [...backgroundBlur(page, record), ...drawLayer(page, record)];
}

function drawLayer(page: Page, record: NodeRecord): string[] {
  const opacity = record.props.opacity;
  const look = {
    ...(typeof opacity === 'number' && opacity < 1 ? { opacity: num(opacity) } : {}),
    ...blendStyle(record.props.blendMode),
  };
  const effects = effectAttributes(page, record);
  const id = page.nameOf(record);
  if (!FRAME_LIKE.has(record.type) && record.type !== 'GROUP' && record.type !== 'SECTION') {
    const draw =
      record.type === 'BOOLEAN_OPERATION' ? drawBoolean : BOARD.has(record.type) ? drawBoard : drawShape;
    if (!effects.filter) return draw(page, record, { id, ...page.markOf(record), ...look, ...effects });
    // Figma puts a filter on a group around the shape, and what the layer is called with it.
    const inner = draw(page, record, page.markOf(record));
    return inner.length === 0 ? [] : [element('g', { id, ...look, ...effects }, inner.join('\n'))];
  }
  const clips = record.props.clipsContent === true && record.children.length > 0;
  const clip = clips ? { 'clip-path': `url(#${clipPath(page, record)})` } : {};
  const own = record.type === 'GROUP' ? [] : drawShape(page, record, page.markOf(record));
  const inner = [...own, ...drawChildren(page, record)];
  if (inner.length === 0) return [];
  // A shadow must not be cut by the frame that throws it: the filter goes around the clipped group.
  if (effects.filter && clips)
    return [element('g', { id, ...look, ...effects }, element('g', clip, inner.join('\n')))];
  const attributes = { id, ...look, ...effects, ...clip };
  const needed = Object.values(attributes).some((value) => value !== undefined);
  // Without ids, Figma leaves out groups that only hold things together.
  if (!needed) return inner;
  return [element('g', attributes, inner.join('\n'))];
}

/** Children bottom to top; a mask shows those above it only where it is. (plugin-api.d.ts, isMask) */
function drawChildren(page: Page, record: NodeRecord): string[] {
  const lines: string[] = [];
  let open: string[] = lines;
  const close: (() => void)[] = [];
  for (const id of record.children) {
    const child = page.store.get(id);
    if (child.props.isMask === true && child.props.visible !== false) {
      const maskId = page.idFor('mask');
      const shape = drawNode(page, child).join('\n');
      const drawn = renderBounds(page.store, child);
      const reach = drawn ? outwards(boxOf(page.toView, drawn)) : { width: 0, height: 0 };
      const style = `mask-type:${child.props.maskType === 'LUMINANCE' ? 'luminance' : 'alpha'}`;
      open.push(element('mask', { id: maskId, style, maskUnits: 'userSpaceOnUse', ...reach }, shape));
      const inner: string[] = [];
      const outer = open;
      close.push(() => outer.push(element('g', { mask: `url(#${maskId})` }, inner.join('\n'))));
      open = inner;
    } else open.push(...drawNode(page, child));
  }
  for (const shut of close.reverse()) shut();
  return lines;
}

/** The smallest box of whole pixels around a box. */
function outwards({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

function clipPath(page: Page, record: NodeRecord): string {
  const id = page.idFor('clip');
  const view = viewOf(page, record);
  const [outline] = outlines(page.store, record);
  const data = outline ? outline.data : '';
  const { width, height } = sizeOf(page.store, record);
  const upright = view[0][1] === 0 && view[1][0] === 0 && !data.includes('C');
  const shape = upright
    ? element('rect', { ...trimmed(boxOf(view, { x: 0, y: 0, width, height })), fill: 'white' })
    : element('path', { d: shortPath(transformPath(data, view)), fill: 'white' });
  page.definitions.push(element('clipPath', { id }, shape));
  return id;
}

const trimmed = ({ x, y, width, height }: Rect) => ({ x: x || undefined, y: y || undefined, width, height });

/** Union and exclude are one path. Subtract and intersect let masks do what path algebra would. */
function drawBoolean(page: Page, record: NodeRecord, extra: Record<string, string | undefined>): string[] {
  const operation = record.props.booleanOperation;
  const [first, ...rest] = record.children.map((id) => page.store.get(id));
  if (!first) return [];
  if (operation === 'UNION' || operation === 'EXCLUDE') return drawShape(page, record, extra);
  const silhouette = (child: NodeRecord, fill: string) =>
    outlines(page.store, child)
      .map((outline) =>
        element('path', {
          d: shortPath(transformPath(outline.data, viewOf(page, child))),
          'fill-rule': outline.evenOdd ? 'evenodd' : undefined,
          fill,
        }),
      )
      .join('\n');
  let lines = drawShape(page, record, extra).join('\n');
  const reach = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };
  const ground = element('rect', { ...reach, fill: 'white' });
  for (const child of rest) {
    const maskId = page.idFor('mask');
    const inner =
      operation === 'SUBTRACT' ? `${ground}\n${silhouette(child, 'black')}` : silhouette(child, 'white');
    page.definitions.push(element('mask', { id: maskId, maskUnits: 'userSpaceOnUse', ...reach }, inner));
    lines = element('g', { mask: `url(#${maskId})` }, lines);
  }
  return [lines];
}

/** Blend modes that CSS has too. (plugin-api.d.ts, BlendMode) */
function blendStyle(mode: Plain | undefined): Record<string, string> {
  if (typeof mode !== 'string' || mode === 'PASS_THROUGH' || mode === 'NORMAL') return {};
  return { style: `mix-blend-mode:${mode.toLowerCase().replace('_', '-')}` };
}

// A node → the SVG text that Figma's exportAsync gives. In: store, node, settings. Out:
// SVG text and the page box it shows.
import type { ExportSettingsSVGBase } from '@figma/plugin-typings/plugin-api-standalone';
import { renderBounds } from '../geometry/bounds.ts';
import { union, type Rect } from '../geometry/rect.ts';
import { translation } from '../geometry/transform.ts';
import { absoluteBox } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { drawNode } from './layer.ts';
import { openPage } from './page.ts';
import { element } from './text.ts';

export interface Exported {
  svg: string;
  /** What the view box covers, in page coordinates. */
  box: Rect;
}

/** Throws as Figma does when there is nothing to export. */
export function exportSvg(store: Store, record: NodeRecord, settings: ExportSettingsSVGBase): Exported {
  const box = exportBox(store, record, settings);
  if (!box) throw say.nothingVisible();
  // ?: Figma's rounding of fractional sizes is not documented; whole pixels,
  // rounded up, is what its exports show.
  const width = Math.max(1, Math.ceil(box.width - 1e-6));
  const height = Math.max(1, Math.ceil(box.height - 1e-6));
  const page = openPage(store, {
    root: record,
    settings,
    draw: drawNode,
    toView: translation(-box.x, -box.y),
  });
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

/**
 * `useAbsoluteBounds`: the node's full box whether it is cropped or empty;
 * else what it draws. (plugin-api.d.ts)
 */
function exportBox(store: Store, record: NodeRecord, settings: ExportSettingsSVGBase): Rect | null {
  if (record.type === 'PAGE')
    return union(record.children.flatMap((id) => renderBounds(store, store.get(id)) ?? []));
  // ?: whether Figma exports what is inside something hidden is not known. It does here; the fault
  // "export-bare" is the other reading.
  const drawn = renderBounds(store, record);
  return settings.useAbsoluteBounds === true && drawn ? absoluteBox(store, record) : drawn;
}

// A boolean operation → SVG lines. Union and exclude are one path; subtract and intersect let
// masks do what path algebra would (Figma writes one path of them, too: shape and colour are the
// same). In: record. Out: lines of SVG.
import type { NodeRecord } from '../document/record.ts';
import { transformPath } from '../geometry/path.ts';
import { outlines } from '../geometry/outline.ts';
import { viewOf, type Page } from './page.ts';
import { drawShape } from './shape.ts';
import { element, shortPath, type Attributes } from './text.ts';

export function drawBoolean(page: Page, record: NodeRecord, extra: Attributes): string[] {
  const operation = record.props.booleanOperation;
  const [first, ...rest] = record.children.map((id) => page.store.get(id));
  if (!first) return [];
  if (operation === 'UNION' || operation === 'EXCLUDE') return drawShape(page, record, extra);
  let lines = drawShape(page, record, extra).join('\n');
  const reach = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };
  const ground = element('rect', { ...reach, fill: 'white' });
  for (const child of rest) {
    const id = page.idFor('mask');
    const inner =
      operation === 'SUBTRACT'
        ? `${ground}\n${silhouette(page, child, 'black')}`
        : silhouette(page, child, 'white');
    page.definitions.push(element('mask', { id, maskUnits: 'userSpaceOnUse', ...reach }, inner));
    lines = element('g', { mask: `url(#${id})` }, lines);
  }
  return [lines];
}

/** A node's outline in one colour, whatever its paints. */
export function silhouette(page: Page, record: NodeRecord, fill: string): string {
  return outlines(page.store, record)
    .map(({ data, evenOdd }) =>
      element('path', {
        d: shortPath(transformPath(data, viewOf(page, record))),
        'fill-rule': evenOdd ? 'evenodd' : undefined,
        fill,
      }),
    )
    .join('\n');
}

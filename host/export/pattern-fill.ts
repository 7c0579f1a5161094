// A pattern paint → a pattern of another layer. In: paint, node. Out: the pattern's id.
// R: exports of Figma's in public repositories, `patternTransform="matrix(` and `_inner"`: the tile is a
// viewBox around one drawing of the layer, named "…_inner", and its neighbours as <use>.
// ?: how spacing counts; here in the layer's own pixels.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { absoluteBox, ancestors } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { svgOrder, translation, type Transform } from '../geometry/transform.ts';
import type { Page } from './page.ts';
import { element, num } from './text.ts';

type PatternPaint = Extract<Paint, { type: 'PATTERN' }>;

export function patternFill(
  page: Page,
  record: NodeRecord,
  paint: PatternPaint,
  toWritten: Transform,
): string {
  const id = page.idFor('pattern');
  const source = page.store.find(paint.sourceNodeId);
  // A layer in its own pattern would never end.
  const isOwn = source && [record, ...ancestors(page.store, record)].some((one) => one.id === source.id);
  if (!source || isOwn) {
    page.definitions.push(element('pattern', { id, width: 1, height: 1 }));
    return id;
  }
  const box = absoluteBox(page.store, source);
  const [across, down] = [box.width + paint.spacing.x, box.height + paint.spacing.y];
  const { size, others } = tileOf(paint.tileType, across, down);
  page.xlink = true;
  const inner = page.draw({ ...page, toView: translation(-box.x, -box.y) }, source);
  const [a, b, c, d, e, f] = svgOrder(toWritten);
  const [w, h] = [size[0] * paint.scalingFactor, size[1] * paint.scalingFactor];
  const uses = others.map(([x, y]) =>
    element('use', { 'xlink:href': `#${id}_inner`, transform: `translate(${num(x)} ${num(y)})` }),
  );
  page.definitions.push(
    element(
      'pattern',
      {
        id,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `matrix(${[a * w, b * w, c * h, d * h, e, f].map(num).join(' ')})`,
        preserveAspectRatio: 'none',
        viewBox: `${num(-paint.spacing.x / 2)} ${num(-paint.spacing.y / 2)} ${num(size[0])} ${num(size[1])}`,
        width: 1,
        height: 1,
      },
      [...uses, element('g', { id: `${id}_inner` }, inner.join('\n'))].join('\n'),
    ),
  );
  return id;
}

/** The tile's size, and where it holds the layer besides its top left corner. */
function tileOf(
  type: PatternPaint['tileType'],
  w: number,
  h: number,
): { size: [number, number]; others: [number, number][] } {
  switch (type) {
    case 'RECTANGULAR':
      return { size: [w, h], others: [[-w, -h], [0, -h], [-w, 0]] }; // prettier-ignore
    case 'HORIZONTAL_HEXAGONAL':
      return { size: [w, 2 * h], others: [[-w, 0], [-w / 2, h], [w / 2, h]] }; // prettier-ignore
    case 'VERTICAL_HEXAGONAL':
      return { size: [2 * w, h], others: [[0, -h], [w, -h / 2], [w, h / 2]] }; // prettier-ignore
  }
}

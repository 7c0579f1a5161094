// Paints → SVG: the attributes of a fill or stroke, with gradients and images put into the definitions.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { apply, compose, invert, type Transform } from '../geometry/geometry.ts';
import { sizeOf } from '../document/scene.ts';
import type { NodeRecord, Plain } from '../document/store.ts';
import type { Page } from './page.ts';
import { colour, element, matrix, num } from './text.ts';

/** Paints that are drawn, bottom-most first. */
export function visiblePaints(paints: Plain | undefined): Paint[] {
  return ((paints ?? []) as unknown as Paint[]).filter((paint) => paint.visible !== false);
}

/** Attributes for one paint; `kind` is "fill" or "stroke". `toView` goes from the node's space to that in which the
 * shape is written. */
export function paintAttributes(
  page: Page,
  record: NodeRecord,
  paint: Paint,
  kind: 'fill' | 'stroke',
  toWritten: Transform,
): Record<string, string> {
  const opacity = paint.opacity ?? 1;
  const faded: Record<string, string> = opacity < 1 ? { [`${kind}-opacity`]: num(opacity) } : {};
  switch (paint.type) {
    case 'SOLID':
      return { [kind]: colour(paint.color), ...faded };
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
    case 'GRADIENT_ANGULAR':
    case 'GRADIENT_DIAMOND':
      return { [kind]: `url(#${gradient(page, record, paint, toWritten)})`, ...faded };
    case 'IMAGE':
      return { [kind]: `url(#${image(page, record, paint)})`, ...faded };
    default:
      throw new Error(`export: the stand-in cannot draw a paint of type ${paint.type}`);
  }
}

/** Figma maps the node's unit square to gradient space, where a linear gradient runs from (0, ½) to (1, ½) and a
 * radial one is the circle in the unit square. (plugin-api.d.ts, GradientPaint.gradientTransform) */
function gradient(
  page: Page,
  record: NodeRecord,
  paint: Extract<Paint, { gradientStops: unknown }>,
  toWritten: Transform,
): string {
  const { width, height } = sizeOf(page.store, record);
  const unitToNode: Transform = [
    [width, 0, 0],
    [0, height, 0],
  ];
  const toSpace = compose(toWritten, compose(unitToNode, invert(paint.gradientTransform)));
  const stops = paint.gradientStops
    .map((stop) =>
      element('stop', {
        offset: stop.position === 0 ? undefined : num(stop.position),
        'stop-color': colour(stop.color),
        'stop-opacity': stop.color.a < 1 ? num(stop.color.a) : undefined,
      }),
    )
    .join('\n');
  const id = page.idFor('paint', paint.type === 'GRADIENT_LINEAR' ? 'linear' : 'radial');
  if (paint.type === 'GRADIENT_LINEAR') {
    const [x1, y1] = apply(toSpace, 0, 0.5);
    const [x2, y2] = apply(toSpace, 1, 0.5);
    page.definitions.push(
      element('linearGradient', { id, x1, y1, x2, y2, gradientUnits: 'userSpaceOnUse' }, stops),
    );
    return id;
  }
  // Angular and diamond gradients do not exist in SVG; Figma too writes an approximation.
  const circle: Transform = compose(toSpace, [
    [0.5, 0, 0.5],
    [0, 0.5, 0.5],
  ]);
  page.definitions.push(
    element(
      'radialGradient',
      {
        id,
        cx: 0,
        cy: 0,
        r: 1,
        gradientUnits: 'userSpaceOnUse',
        gradientTransform: matrix(circle),
      },
      stops,
    ),
  );
  return id;
}

/** An image fill as a pattern over the shape's box. FILL covers the box, FIT lies inside it, CROP follows
 * imageTransform, TILE repeats. (plugin-api.d.ts, ImagePaint.scaleMode) */
function image(page: Page, record: NodeRecord, paint: Extract<Paint, { type: 'IMAGE' }>): string {
  const stored = paint.imageHash === null ? undefined : page.store.images.get(paint.imageHash);
  if (!stored) throw new Error(`export: no image with hash ${paint.imageHash}`);
  const { width, height } = sizeOf(page.store, record);
  const id = page.idFor('pattern');
  const imageId = page.idFor('image');
  page.xlink = true;
  const [sx, sy] = [width / stored.width, height / stored.height];
  let toUnit: Transform;
  let tile = { width: 1, height: 1 };
  if (paint.scaleMode === 'CROP') {
    const inner = invert((paint.imageTransform ?? [[1, 0, 0], [0, 1, 0]])); // prettier-ignore
    toUnit = compose(inner, [
      [1 / stored.width, 0, 0],
      [0, 1 / stored.height, 0],
    ]);
  } else {
    const scale =
      paint.scaleMode === 'TILE'
        ? (paint.scalingFactor ?? 1)
        : paint.scaleMode === 'FIT'
          ? Math.min(sx, sy)
          : Math.max(sx, sy);
    const [w, h] = [stored.width * scale, stored.height * scale];
    const isTile = paint.scaleMode === 'TILE';
    toUnit = [
      [scale / width, 0, isTile ? 0 : (width - w) / 2 / width],
      [0, scale / height, isTile ? 0 : (height - h) / 2 / height],
    ];
    if (isTile) tile = { width: w / width, height: h / height };
  }
  page.definitions.push(
    element(
      'pattern',
      { id, patternContentUnits: 'objectBoundingBox', ...tile },
      element('use', { 'xlink:href': `#${imageId}`, transform: matrix(toUnit) }),
    ),
    element('image', {
      id: imageId,
      width: stored.width,
      height: stored.height,
      preserveAspectRatio: 'none',
      'xlink:href': page.hrefOf(stored),
    }),
  );
  return id;
}

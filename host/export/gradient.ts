// A linear or radial gradient paint → its definition; any gradient's stops and place. In:
// paint, node. Out: ids, transforms.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import { sizeOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { apply, compose, invert, type Transform } from '../geometry/transform.ts';
import type { Page } from './page.ts';
import { colour, element, matrix, num } from './text.ts';

export type GradientPaint = Extract<Paint, { gradientStops: unknown }>;

/**
 * From the gradient's unit square to the space that `toWritten` leads to. Figma maps the node's
 * unit square to gradient space, where a linear gradient runs from (0, ½) to (1, ½) and a radial
 * one is the circle in the unit square.
 * (plugin-api.d.ts, GradientPaint.gradientTransform)
 */
export function gradientPlace(
  page: Page,
  record: NodeRecord,
  paint: GradientPaint,
  toWritten: Transform,
): Transform {
  const { width, height } = sizeOf(page.store, record);
  const unitToNode: Transform = [
    [width, 0, 0],
    [0, height, 0],
  ];
  return compose(toWritten, compose(unitToNode, invert(paint.gradientTransform)));
}

export const stopsOf = ({ gradientStops }: GradientPaint): string =>
  gradientStops
    .map((stop) =>
      element('stop', {
        offset: stop.position === 0 ? undefined : num(stop.position),
        'stop-color': colour(stop.color),
        'stop-opacity': stop.color.a < 1 ? num(stop.color.a) : undefined,
      }),
    )
    .join('\n');

/** Defines a linear or radial gradient. Out: its id. */
export function gradient(page: Page, record: NodeRecord, paint: GradientPaint, toWritten: Transform): string {
  const place = gradientPlace(page, record, paint, toWritten);
  const stops = stopsOf(paint);
  if (paint.type === 'GRADIENT_LINEAR') {
    const id = page.idFor('paint', 'linear');
    const [x1, y1] = apply(place, 0, 0.5);
    const [x2, y2] = apply(place, 1, 0.5);
    page.definitions.push(
      element('linearGradient', { id, x1, y1, x2, y2, gradientUnits: 'userSpaceOnUse' }, stops),
    );
    return id;
  }
  const id = page.idFor('paint', 'radial');
  const circle: Transform = compose(place, [
    [0.5, 0, 0.5],
    [0, 0.5, 0.5],
  ]);
  const units = { gradientUnits: 'userSpaceOnUse', gradientTransform: matrix(circle) };
  page.definitions.push(element('radialGradient', { id, cx: 0, cy: 0, r: 1, ...units }, stops));
  return id;
}

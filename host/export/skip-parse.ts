// An angular or diamond gradient → the group that Figma draws it by, and the
// attribute of the bare shape after it.
// R: exports of Figma's in many public repositories hold "data-figma-skip-parse": an angular gradient is a
// conic-gradient in a foreignObject, a diamond one four mirrored rectangles, both in thousandths of the
// gradient's radius, as large as the shape and 1 more on each side.
import { flatten } from '../geometry/path.ts';
import { boxOfLines } from '../geometry/rect.ts';
import { apply, invert, type Transform } from '../geometry/transform.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Form } from './forms.ts';
import { gradientPlace, stopsOf, type GradientPaint } from './gradient.ts';
import { viewOf, type Page } from './page.ts';
import { element, matrix, num } from './text.ts';

/** SVG has no such gradients. */
export const isSkipped = (paint: { type: string }): paint is GradientPaint =>
  paint.type === 'GRADIENT_ANGULAR' || paint.type === 'GRADIENT_DIAMOND';

/** `mask`: what the shape is masked by, too. */
export function skipParse(
  page: Page,
  record: NodeRecord,
  paint: GradientPaint,
  form: Form & { mask?: string },
): { group: string; attribute: { 'data-figma-gradient-fill': string } } {
  const place = gradientPlace(page, record, paint, viewOf(page, record));
  const [[a, c], [b, d]] = place;
  const [x, y] = apply(place, 0.5, 0.5);
  const thousandths: Transform = [
    [a / 2000, c / 2000, x],
    [b / 2000, d / 2000, y],
  ];
  const reach = reachOf(form, thousandths);
  const isAngular = paint.type === 'GRADIENT_ANGULAR';
  const id = page.idFor('paint', isAngular ? 'angular' : 'diamond');
  page.definitions.push(`<clipPath id="${id}_clip_path">${element(form.name, form.geometry)}</clipPath>`);
  const inner = isAngular ? cone(paint, Math.max(...reach)) : mirrored(page, paint, id, reach);
  const maskText = form.mask === undefined ? '' : ` mask="${form.mask}"`;
  return {
    group: `<g clip-path="url(#${id}_clip_path)" data-figma-skip-parse="true"${maskText}><g transform="${matrix(thousandths)}">${inner}</g></g>`,
    attribute: { 'data-figma-gradient-fill': json(paint, place) },
  };
}

/** How far the shape's box goes from the gradient's middle, in thousandths: across, down. */
function reachOf({ outline }: Form, thousandths: Transform): [number, number] {
  const box = boxOfLines(flatten(outline)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const back = invert(thousandths);
  const [left, top, right, bottom] = [box.x - 1, box.y - 1, box.x + box.width + 1, box.y + box.height + 1];
  const corners = [apply(back, left, top), apply(back, right, top), apply(back, left, bottom), apply(back, right, bottom)]; // prettier-ignore
  const most = (axis: 0 | 1): number => Math.max(...corners.map((corner) => Math.abs(corner[axis])));
  return [most(0), most(1)];
}

function cone(paint: GradientPaint, reach: number): string {
  const stops = turnOf(paint).map(
    ({ position, color: { r, g, b, a } }) =>
      `rgba(${[r, g, b].map((channel) => Math.round(channel * 255)).join(', ')}, ${num(a)}) ${num(position * 360)}deg`,
  );
  const style = `background:conic-gradient(from 90deg,${stops.join(',')});height:100%;width:100%;opacity:${num(paint.opacity ?? 1)}`;
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" style="${style}"></div>`;
  const side = num(2 * reach);
  return `<foreignObject x="${num(-reach)}" y="${num(-reach)}" width="${side}" height="${side}">${div}</foreignObject>`;
}

type Stop = GradientPaint['gradientStops'][number];

/** The stops with one at 0 and one at 1: between the last and the first the colours go on round the turn. */
function turnOf({ gradientStops }: GradientPaint): Pick<Stop, 'position' | 'color'>[] {
  const stops = [...gradientStops].sort((one, other) => one.position - other.position);
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return [];
  const gap = first.position + 1 - last.position;
  const share = gap === 0 ? 0 : (1 - last.position) / gap;
  const mix = (key: 'r' | 'g' | 'b' | 'a'): number =>
    last.color[key] + share * (first.color[key] - last.color[key]);
  const color = { r: mix('r'), g: mix('g'), b: mix('b'), a: mix('a') };
  return [
    ...(first.position > 0 ? [{ position: 0, color }] : []),
    ...stops,
    ...(last.position < 1 ? [{ position: 1, color }] : []),
  ];
}

function mirrored(page: Page, paint: GradientPaint, id: string, [width, height]: [number, number]): string {
  const server = { id, x1: 0, y1: 0, x2: 500, y2: 500, gradientUnits: 'userSpaceOnUse' };
  page.definitions.push(element('linearGradient', server, stopsOf(paint)));
  return [undefined, 'scale(1 -1)', 'scale(-1 1)', 'scale(-1)']
    .map((transform) =>
      element('rect', {
        x: 0,
        y: 0,
        width,
        height,
        transform,
        fill: `url(#${id})`,
        opacity: num(paint.opacity ?? 1),
        'shape-rendering': 'crispEdges',
      }),
    )
    .join('');
}

/** The paint as JSON, whole numbers with ".0", `transform` from the unit square to the SVG's coordinates. */
function json(paint: GradientPaint, [[m00, m01, m02], [m10, m11, m12]]: Transform): string {
  const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));
  const object = (entries: Record<string, number>): string =>
    `{${Object.entries(entries).map(([key, value]) => `"${key}":${float(value)}`).join()}}`; // prettier-ignore
  const stops = paint.gradientStops.map(({ color: { r, g, b, a }, position }) =>
    `{"color":${object({ r, g, b, a })},"position":${float(position)}}`); // prettier-ignore
  const all = [
    `"type":"${paint.type}"`,
    `"stops":[${stops.join()}]`,
    '"stopsVar":[]',
    `"transform":${object({ m00, m01, m02, m10, m11, m12 })}`,
    `"opacity":${float(paint.opacity ?? 1)}`,
    `"blendMode":"${paint.blendMode ?? 'NORMAL'}"`,
    '"visible":true',
  ];
  return `{${all.join()}}`.replace(/"/g, '&quot;');
}

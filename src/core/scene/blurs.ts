// In: markup of a blurred shape, or a blurred group's attribute. Out: the markup that blurs it on a page.
// Worked out for what may be seen on the page: resvg cuts a clipped group off in its midst where its filters
// reach three pages far.
import { grown, overlap, type Grid } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { BLUR, type Shape } from '../svg/shape.ts';

/** How far a layer blur is seen beyond its shape, drawing units: three deviations. */
export const blurReach = ({ blur }: Pick<Shape, 'blur'>): number => 3 * blur;

/** Whether no group around it blurs it as a part of itself. */
export const isBlurredAlone = ({ blur, within }: Shape): boolean =>
  blur > 0 && !within.some((attribute) => attribute.startsWith(BLUR));

export function blurredMarkup(markup: string, shape: Shape, { box: page }: Grid): string {
  const reach = blurReach(shape);
  const region = overlap(grown(shape.measure.box, reach + shape.stroke.width), grown(page, reach));
  return region ? `${opened(shape.blur, region)}${markup}</g>` : '';
}

/** The start of a blurred group. */
export function blurGroup(attribute: string, { box: page }: Grid): string {
  const blur = parseFloat(attribute.slice(BLUR.length));
  return opened(blur, grown(page, blurReach({ blur })));
}

function opened(blur: number, { x, y, width, height }: Box): string {
  const id = `blur-${[x, y, width, height, blur].join('_')}-of-realize`;
  return (
    `<filter id="${id}" filterUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}" ` +
    `color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${blur}"/></filter>` +
    `<g filter="url(#${id})">`
  );
}

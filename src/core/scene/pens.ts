// In: a piece or a shape. Out: its markup in drawing coordinates: its inside, its stroke, its area in one
// colour or as painted.
import { hex } from '../colour/colour.ts';
import type { Piece } from './piece.ts';
import { cutAtExtrema } from '../svg/extrema.ts';
import type { Paint, Shape } from '../svg/shape.ts';
import { transformed } from '../svg/path.ts';
import { inverse, isIdentity, scaleOf } from '../svg/transform.ts';
import { quoted } from '../svg/xml.ts';

/** The inside of a shape in one colour. */
export function filled(shape: Shape, colour: string): string {
  return `<path d="${shape.d}" fill="${colour}"${rule(shape)}/>`;
}

/** A shape's own stroke in one colour; `width` in drawing units where it differs from its own. */
export function stroked(shape: Shape, colour: string, width = shape.stroke.width, dashed = true): string {
  const { cap, join, miter, slant } = shape.stroke;
  const dashes = dashed ? dashesOf(shape.stroke, 1) : '';
  const d = slant ? transformed(shape.d, inverse(slant)) : shape.d;
  const place = slant ? ` transform="matrix(${slant.join(' ')})"` : '';
  return (
    `<path d="${d}"${place} fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="${quoted(cap)}" ` +
    `stroke-linejoin="${quoted(join)}" stroke-miterlimit="${quoted(miter)}"${dashes}/>`
  );
}

/** `scale`: units of the coordinates that it is written in per drawing unit. */
function dashesOf({ dash, dashOffset }: Shape['stroke'], scale: number): string {
  if (dash.length === 0) return '';
  const list = dash.map((part) => part * scale).join(' ');
  return ` stroke-dasharray="${list}"${dashOffset === 0 ? '' : ` stroke-dashoffset="${dashOffset * scale}"`}`;
}

/** The area that a piece claims: its fill, with its outline where that belongs to it; or its stroke. */
export function area(piece: Piece, colour: string, least = 0): string {
  const { shape } = piece;
  if (piece.area === 'stroke') return stroked(shape, colour, Math.max(least, shape.stroke.width));
  return (
    filled(shape, colour) +
    (piece.outlined ? stroked(shape, colour, Math.max(least, shape.stroke.width)) : '')
  );
}

/**
 * The same area in the paint that it was drawn in; an outline takes its fill's
 * paint. Sharp: a layer blur is the page's (redraw).
 */
export function painted(piece: Piece): string {
  const { shape } = piece;
  const paint = piece.area === 'fill' ? shape.fill : shape.stroke.paint;
  const fade = shape.veil < 1 ? ` opacity="${shape.veil}"` : '';
  if (paint.kind === 'none') return '';
  if (paint.kind === 'image') return fade ? `<g${fade}>${paint.markup}</g>` : paint.markup;
  const { colour, alpha } = css(paint);
  if (paint.kind === 'flat') {
    const veil = alpha < 1 ? ` opacity="${alpha * shape.veil}"` : fade;
    return veil ? `<g${veil}>${area(piece, colour)}</g>` : area(piece, colour);
  }
  // Gradients live in the shape's own coordinates, so it is drawn there.
  const { d, matrix } = shape.source;
  const place = isIdentity(matrix) ? '' : ` transform="matrix(${matrix.join(' ')})"`;
  const scale = 1 / (scaleOf(matrix) || 1);
  const { width, cap, join, miter } = shape.stroke;
  const pen =
    `stroke="${colour}" stroke-width="${width * scale}" stroke-linecap="${quoted(cap)}" ` +
    `stroke-linejoin="${quoted(join)}" stroke-miterlimit="${quoted(miter)}"${dashesOf(shape.stroke, scale)}`;
  const veil = (name: 'fill' | 'stroke'): string =>
    paint.opacity < 1 ? ` ${name}-opacity="${paint.opacity}"` : '';
  const ink =
    piece.area === 'stroke'
      ? `fill="none" ${pen}${veil('stroke')}`
      : `fill="${colour}"${rule(shape)}${veil('fill')}${piece.outlined ? ` ${pen}${veil('stroke')}` : ''}`;
  return `<path d="${quoted(cutAtExtrema(d))}"${place}${fade} ${ink}/>`;
}

function css(paint: Extract<Paint, { kind: 'flat' | 'drawn' }>): { colour: string; alpha: number } {
  if (paint.kind === 'flat') return { colour: hex(paint.colour.rgb), alpha: paint.colour.alpha };
  return { colour: `url(#${paint.id})`, alpha: 1 };
}

function rule(shape: Shape): string {
  return shape.rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
}

// In: a Piece and the colour that it shall have. Out: its markup in that colour.
// Flat paint is replaced; gradients and images keep their lights and darks around the new mean.
import { brightness, type Rgb } from '../colour/colour.ts';
import { painted } from '../scene/pens.ts';
import type { PieceMarkup } from '../scene/redraw.ts';
import type { Piece } from '../scene/piece.ts';

export interface Recolouring {
  rgb: Rgb;
  /** The mean of what was drawn. */
  mean: Rgb;
  /** It hides what lies beneath, however it was drawn. */
  opaque: boolean;
}

// How much stronger or weaker lights and darks may become: more would burn out or go flat.
const LEAST_CONTRAST = 0.5;
const MOST_CONTRAST = 1.6;

/** `id`: of the filter that the markup may bring along; unique in its document. */
export function recolour(piece: Piece, { rgb, mean, opaque }: Recolouring, id: string): PieceMarkup {
  const { shape, area } = piece;
  const paint = area === 'fill' ? shape.fill : shape.stroke.paint;
  if (paint.kind === 'none') return '';
  if (paint.kind === 'flat') {
    const flat = { kind: 'flat' as const, colour: { rgb, alpha: opaque ? 1 : paint.colour.alpha } };
    const worn = area === 'fill' ? { fill: flat } : { stroke: { ...shape.stroke, paint: flat } };
    const markup = painted({ ...piece, shape: { ...shape, veil: opaque ? 1 : shape.veil, ...worn } });
    return opaque ? { whole: markup } : markup;
  }
  const middle = brightness(mean);
  const gain = Math.min(MOST_CONTRAST, Math.max(LEAST_CONTRAST, brightness(rgb) / Math.max(0.02, middle)));
  const row = (v: number): string =>
    `${0.299 * gain} ${0.587 * gain} ${0.114 * gain} 0 ${v / 255 - gain * middle}`;
  const { x, y, width, height } = shape.measure.box;
  const pad = shape.stroke.width + 0.01 * Math.max(width, height);
  const region = `x="${x - pad}" y="${y - pad}" width="${width + 2 * pad}" height="${height + 2 * pad}"`;
  return (
    `<filter id="${id}" filterUnits="userSpaceOnUse" ${region} color-interpolation-filters="sRGB">` +
    `<feColorMatrix values="${row(rgb[0])} ${row(rgb[1])} ${row(rgb[2])} 0 0 0 1 0"/></filter>` +
    `<g filter="url(#${id})">${painted(piece)}</g>`
  );
}

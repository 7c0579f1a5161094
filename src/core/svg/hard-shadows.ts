// In: an element's place and its filter. Out: the places that the filter draws it in, lowest first: hard
// shadows and outlines as silhouettes below it, itself where the filter moves, blurs or thickens it. Soft
// shadows are left to our light.
import { shadowsOf } from './css-shadows.ts';
import { copiesOf, type Copy } from './filter-layers.ts';
import type { Ids } from './paint.ts';
import type { HandedDown } from './shapes-of.ts';
import { reference } from './style.ts';
import { after, scaleOf } from './transform.ts';

/** Of the units around it: a standard deviation up to this leaves a border. */
const HARD = 0.1;

export function copiesDrawn(place: HandedDown, ids: Ids): readonly HandedDown[] {
  const { filter: text = 'none', color = 'black' } = place.style;
  const filter = ids.get(reference(text) ?? '');
  const copies = filter?.tag === 'filter' ? copiesOf(filter) : shadowsOf(text, color);
  if (!copies) return [place];
  const shadows = copies.filter(({ colour, blur }) => colour !== null && blur <= HARD);
  const own = copies.filter(({ colour }) => colour === null);
  const sharp = own.filter(({ blur }) => blur <= HARD);
  const itself = sharp.length > 0 ? sharp.slice(-1) : own.slice(-1);
  const seen = [...shadows, ...itself];
  // All that it draws is a soft shadow: then that is the drawing.
  return (seen.length > 0 ? seen : copies.slice(-1)).map((copy) => placeOfCopy(place, copy));
}

function placeOfCopy(place: HandedDown, { dx, dy, grow, blur, colour }: Copy): HandedDown {
  const moved =
    dx === 0 && dy === 0 ? place : { ...place, matrix: after(place.matrix, [1, 0, 0, 1, dx, dy]) };
  const scale = scaleOf(place.matrix);
  const soft = { ...moved, blur: Math.max(place.blur, blur * scale) };
  return colour || grow !== 0 ? { ...soft, silhouette: { colour, grow: grow * scale } } : soft;
}

// In: a Drawing, its Pieces. Out: the same, where images that are clear in places end where they are seen: an
// icon that was placed as pixels is as large as what it shows, not as its box. By masks: an image masks
// itself.
import type { Rasterise } from '../engine.ts';
import { gridOver } from '../image/grid.ts';
import type { Drawing } from '../svg/shape.ts';
import { drawPieces } from './draw-pieces.ts';
import { area, painted } from './pens.ts';
import type { Piece } from './piece.ts';

const GRID = 96;
/** Of its area, an image that is clear shows at least so little, and one that shows anything so much. */
const CLEAR = 0.02;
const SEEN = 0.02;
/** The mask holds so often that paint which is soft, such as a shadow in the image, is hardly any body. */
const TIMES = 2;

export function withCutImages(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
): { drawing: Drawing; pieces: readonly Piece[] } {
  let [clips, crispClips] = ['', ''];
  const cut = pieces.map((piece, i) => {
    if (!showsImage(piece) || !isClear(drawing, piece, rasterise)) return piece;
    const id = `image-${i}-of-realize`;
    clips += maskOf(piece, id, false);
    crispClips += maskOf(piece, id, true);
    const within = [...piece.shape.within, ...Array<string>(TIMES).fill(`mask="url(#${id})"`)];
    return { ...piece, shape: { ...piece.shape, within } };
  });
  if (clips === '') return { drawing, pieces };
  return {
    drawing: { ...drawing, clips: drawing.clips + clips, crispClips: drawing.crispClips + crispClips },
    pieces: cut,
  };
}

function showsImage({ role, area: part, shape: { fill } }: Piece): boolean {
  return (
    role === 'form' && part === 'fill' && (fill.kind === 'image' || (fill.kind === 'drawn' && fill.image))
  );
}

/** Whether a part of what it covers shows nothing, and another something. */
function isClear(drawing: Drawing, piece: Piece, rasterise: Rasterise): boolean {
  const grid = gridOver(piece.shape.measure.box, GRID);
  const list = { drawing, pieces: [piece] };
  const whole = drawPieces(list, () => area(piece, '#fff'), { grid }, rasterise).data;
  const shown = drawPieces(list, painted, { grid, paints: true }, rasterise).data;
  let [covered, seen] = [0, 0];
  for (let at = 3; at < whole.length; at += 4) {
    if (whole[at]! < 250) continue;
    covered++;
    if (shown[at]! > 127) seen++;
  }
  return seen > SEEN * covered && seen < (1 - CLEAR) * covered;
}

/** `crisp`: all or nothing. */
function maskOf(piece: Piece, id: string, crisp: boolean): string {
  const { x, y, width, height } = piece.shape.measure.box;
  const region = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  // As in svg/mask: wider than what is masked.
  const wide = `x="${x - width}" y="${y - height}" width="${3 * width}" height="${3 * height}"`;
  const mask = (content: string): string =>
    `<mask id="${id}" maskUnits="userSpaceOnUse" ${region} mask-type="alpha">${content}</mask>`;
  if (!crisp) return mask(painted(piece));
  const step = '<feComponentTransfer><feFuncA type="discrete" tableValues="0 1"/></feComponentTransfer>';
  const filter = `<filter id="${id}-step" filterUnits="userSpaceOnUse" ${wide} color-interpolation-filters="sRGB">${step}</filter>`;
  return filter + mask(`<g filter="url(#${id}-step)">${painted(piece)}</g>`);
}

// In: a drawing, what shall lie behind its picture. Out: the box that the picture covers; the backdrop in it.
//
//   none    the object and its shadow, nothing else
//   white   the same with a margin, on white
//   sweep, gradient, table   a studio's set in a colour of its own, with room around (studio-set.ts)
//   frame   the frame's own fill, and the picture as large as the frame; without a fill it is as `none`
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { layColourUnder, layPixelUnder } from '../image/over.ts';
import { drawPieces } from '../scene/draw-pieces.ts';
import { painted } from '../scene/pens.ts';
import { groundOf } from '../scene/ground.ts';
import { plainPiece, type Piece } from '../scene/piece.ts';
import { alphaOf } from '../svg/shape.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Background, Box, Rgba, Settings } from '../sketch.ts';
import { isSet, laySet, roomFor, type SetSubject } from './studio-set.ts';

// Paper around the object on white, as a share of its longer side: flush with the edge it would look cut off.
const MARGIN_SHARE = 0.08;

/** `box`: of the object and its shadow. */
export function boxOn(background: Background, box: Box, drawing: Drawing): Box {
  if (background === 'frame' && groundOf(drawing).size > 0)
    return drawing.frame?.clips ? drawing.frame.box : drawing.box;
  if (isSet(background)) return roomFor(box);
  if (background !== 'white') return box;
  const margin = MARGIN_SHARE * Math.max(box.width, box.height);
  return {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}

export interface Behind extends Pick<Settings, 'background' | 'backdrop'> {
  /** Where the object stands, for a set. */
  place: SetSubject;
  drawing: Drawing;
  rasterise: Rasterise;
}

/** In place. */
export function layBackdrop(
  picture: Rgba,
  grid: Grid,
  { background, backdrop, place, drawing, rasterise }: Behind,
): void {
  if (background === 'white') layWhite(picture);
  if (isSet(background)) laySet(picture, grid, { name: background, colour: backdrop, place });
  const ground = background === 'frame' ? [...groundOf(drawing)] : [];
  if (ground.length === 0) return;
  const pieces = ground.flatMap((shape) =>
    (['fill', 'stroke'] as const)
      .filter((area) => alphaOf(area === 'fill' ? shape.fill : shape.stroke.paint) > 0)
      .map((area): Piece => ({ ...plainPiece(shape), area })),
  );
  const { data } = drawPieces({ drawing, pieces }, painted, { grid, paints: true }, rasterise);
  layPicture(picture, data);
}

const WHITE = [255, 255, 255];

function layWhite({ data }: Rgba): void {
  for (let at = 0; at < data.length; at += 4) {
    const over = data[at + 3]! / 255;
    if (over < 1) layColourUnder(data, at, WHITE, 1 - over);
  }
}

/** `below`: a picture as large. Both straight alpha. */
function layPicture({ data }: Rgba, below: Uint8Array): void {
  for (let at = 0; at < data.length; at += 4) {
    const share = (below[at + 3]! / 255) * (1 - data[at + 3]! / 255);
    if (share > 0) layPixelUnder(data, below, at, share);
  }
}

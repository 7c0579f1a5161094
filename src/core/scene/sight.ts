// In: a Scene, one of its objects. Out: that object in its model square, as the generator sees it.
// Lines at one canonical width, a silhouette where surfaces are painted; or the drawing's colours over white.
import type { ModelCard } from '../card.ts';
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { drawCuts } from './clip-edges.ts';
import { drawPieces } from './draw-pieces.ts';
import { withoutGround } from './ground.ts';
import { drawForms, drawLines } from './lineart.ts';
import { squareAround } from './model-square.ts';
import { zonesOver } from './objects.ts';
import { overOpaque } from './over-opaque.ts';
import { painted } from './pens.ts';
import type { Piece } from './piece.ts';
import { withoutRetraced } from './retraced.ts';
import { castRoles } from './roles.ts';
import type { Scene } from './scene.ts';

/** One object in its model square, as the generator gets it. */
export interface Sight {
  square: Grid;
  lines: Plane;
  /** Null: only the lines are known. */
  silhouette: Plane | null;
}

/** `object`: index into the survey's objects. What belongs to other objects is not in the square. */
export function lookAt(scene: Scene, object: number, input: ModelCard['input'], rasterise: Rasterise): Sight {
  const { found } = scene;
  const box = found.objects.boxes[object] ?? found.object;
  const square: Grid = { box: squareAround(box, input), width: input.size, height: input.size };
  const width = (input.stroke * square.box.width) / input.size;
  const once = { ...scene, pieces: withoutRetraced(scene.pieces), traces: found.traces };
  const lines = drawLines({ ...once, grid: square, width, rasterise });
  const cuts = drawCuts(scene, square, input.stroke, rasterise);
  if (cuts) lines.data.forEach((value, i) => (lines.data[i] = Math.max(value, cuts.data[i]!)));
  const silhouette = found.strokeOnly ? null : drawForms(scene, square, rasterise);
  const zones = zonesOver(found.objects, square);
  zones?.forEach((zone, i) => {
    if (zone === object) return;
    lines.data[i] = 0;
    if (silhouette) silhouette.data[i] = 0;
  });
  return { square, lines, silhouette };
}

/** The same square in the drawing's own colours, over white; alpha still says where it is painted. */
export function colouredAt(scene: Scene, object: number, square: Grid, rasterise: Rasterise): Rgba {
  const { drawing, found } = scene;
  // As drawn, in paint order: outlines keep their own colour here.
  const pen = (piece: Piece): string =>
    painted({ ...piece, outlined: false }) + (piece.outlined ? painted({ ...piece, area: 'stroke' }) : '');
  const { pieces } = castRoles(drawing, overOpaque(drawing, withoutGround(drawing), rasterise));
  const image = drawPieces({ drawing, pieces }, pen, { grid: square, paints: true }, rasterise);
  const { data } = image;
  const zones = zonesOver(found.objects, square);
  for (let p = 0; p < square.width * square.height; p++) {
    if (zones && zones[p] !== object) data[4 * p + 3] = 0;
    const alpha = data[4 * p + 3]! / 255;
    for (let c = 4 * p; c < 4 * p + 3; c++) data[c] = Math.round(255 + (data[c]! - 255) * alpha);
  }
  return image;
}

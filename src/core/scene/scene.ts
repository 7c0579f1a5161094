// In: a Drawing. Out: the Scene: pieces with their roles, objects; and each object as the model sees it.
import { bodiesOf } from './bodies.ts';
import { bridged } from './close-gaps.ts';
import type { ModelCard } from '../card.ts';
import { drawCuts } from './clip-edges.ts';
import { withCutImages } from './cut-images.ts';
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { drawForms, drawLines } from './lineart.ts';
import { withMarks } from './marks.ts';
import type { Memo } from '../memo.ts';
import { squareAround } from './model-square.ts';
import { zonesOver } from './objects.ts';
import { drawPieces } from './draw-pieces.ts';
import { painted } from './pens.ts';
import { isLight } from './outline-pen.ts';
import { overOpaque } from './over-opaque.ts';
import { withoutGround } from './ground.ts';
import { openingsOf } from './openings.ts';
import { withoutRetraced } from './retraced.ts';
import type { Piece } from './piece.ts';
import { castRoles } from './roles.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Opening } from '../picture.ts';
import type { PhotoTune } from '../photo-tune.ts';
import { PLAIN, type Plane, type Rgba } from '../sketch.ts';
import { BRIDGED, survey, WIDEST_GAP, type Survey } from './survey.ts';
import type { Trace } from './trace.ts';

export interface Scene {
  drawing: Drawing;
  pieces: readonly Piece[];
  found: Survey;
  /** A picture in colours is among them, be it worn or traced. */
  coloured: boolean;
  /** Where its outlines are open. */
  openings: readonly Opening[];
}

/** One object in its model square, as the generator gets it. */
export interface Sight {
  square: Grid;
  lines: Plane;
  /** Null: only the lines are known. */
  silhouette: Plane | null;
}

/**
 * Null: nothing is painted inside the frame. `images`: keeps what was traced
 * in them from one look to the next.
 */
export function setScene(written: Drawing, rasterise: Rasterise, images: Memo<Trace | null>): Scene | null {
  const roles = castRoles(written, overOpaque(written, withoutGround(written), rasterise));
  const { cast, seen } = bodiesOf(written, roles.pieces, rasterise, images);
  const read = seen?.guessed ? asThings(cast) : cast;
  const traced = read === cast ? seen : survey(written, read, rasterise, images);
  if (!traced) return null;
  const isWorn = traced.traces.some(({ coloured }) => coloured) && !isTuned(written.photo);
  const { drawing, pieces: worn } = withCutImages(written, isWorn ? read.map(asWorn) : read, rasterise);
  const first = isWorn || drawing !== written ? survey(drawing, worn, rasterise, images) : traced;
  if (!first) return null;
  const inked = first.strokeOnly || worn.some(({ bare }) => bare);
  const pieces = inked ? withMarks(drawing, worn, first, rasterise) : worn;
  const found = pieces === worn ? first : survey(drawing, pieces, rasterise, images);
  if (!found) return null;
  const solid = pieces.filter((piece) => !found.air.has(piece));
  const air = [...found.air].map((piece): Piece => ({ ...piece, role: 'air' }));
  const coloured = traced.traces.some((trace) => trace.coloured);
  if (!found.guessed) {
    const openings = found.open ? openingsOf([...solid, ...found.air], Infinity) : [];
    return { drawing, pieces: [...solid, ...air], found, coloured, openings };
  }
  const gap = BRIDGED * found.closing;
  const whole = bridged(solid, gap);
  const again = survey(drawing, whole, rasterise, images);
  return (
    again && {
      drawing,
      pieces: [...whole, ...air],
      found: { ...again, object: found.object, guessed: true },
      coloured,
      // Other ends that nearly meet are told, too, be it that they were not guessed to.
      openings: openingsOf(
        [...solid, ...found.air],
        WIDEST_GAP * Math.max(found.object.width, found.object.height),
      ),
    }
  );
}

/** Whoever tunes how its lines are found asks for lines. */
function isTuned({ threshold, weight, corners }: PhotoTune): boolean {
  return threshold !== PLAIN.photo.threshold || weight !== PLAIN.photo.weight || corners !== null;
}

/** Lines of a pen in a bright colour that enclose nothing by themselves are things in that colour. */
function asThings(pieces: readonly Piece[]): readonly Piece[] {
  const lines = pieces.filter(({ role }) => role === 'line');
  if (lines.length === 0 || !lines.every(({ shape }) => isLight(shape))) return pieces;
  return pieces.map((piece) => (piece.role === 'line' ? { ...piece, role: 'form' } : piece));
}

/** A picture in colours is no sketch: it is one body that wears it. */
function asWorn(piece: Piece): Piece {
  return piece.role === 'image' ? { ...piece, role: 'form' } : piece;
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

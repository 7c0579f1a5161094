// In: a Drawing. Out: the Scene: pieces with their roles, objects, where outlines are open.
import { bodiesOf } from './bodies.ts';
import { bridged } from './close-gaps.ts';
import { withCutImages } from './cut-images.ts';
import type { Rasterise } from '../engine.ts';
import { withMarks } from './marks.ts';
import type { Memo } from '../memo.ts';
import { isLight } from './outline-pen.ts';
import { overOpaque } from './over-opaque.ts';
import { withoutGround } from './ground.ts';
import { openingsOf } from './openings.ts';
import type { Piece } from './piece.ts';
import { castRoles } from './roles.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Opening } from '../picture.ts';
import type { PhotoTune } from '../photo-tune.ts';
import { PLAIN } from '../sketch.ts';
import { BRIDGED, WIDEST_GAP } from './least-closing.ts';
import { survey, type Survey } from './survey.ts';
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

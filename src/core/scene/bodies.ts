// In: a drawing's pieces with their roles. Out: the same, where they are lines with their bodies closed, and
// what was struck out whole; and what is seen of them.
// What a slash strikes out is whole only where that encloses more than the lines did.
import { withBodiesClosed } from './close-bodies.ts';
import { uncrossed } from './crossed-out.ts';
import type { Rasterise } from '../engine.ts';
import type { Memo } from '../memo.ts';
import type { Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import { survey, type Survey } from './survey.ts';
import type { Trace } from './trace.ts';

/** So many times as much. */
const MORE = 1.1;

/** `seen`: null where nothing is painted. */
export function bodiesOf(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  images: Memo<Trace | null>,
): { cast: readonly Piece[]; seen: Survey | null } {
  const healed = uncrossed(pieces);
  const cast = withBodiesClosed(healed);
  const seen = survey(drawing, cast, rasterise, images);
  if (healed === pieces || !seen?.strokeOnly) return { cast, seen };
  const crossed = survey(drawing, pieces, rasterise, images);
  const isWhole = seen.enclosed > MORE * (crossed?.enclosed ?? 0);
  return isWhole ? { cast, seen } : { cast: pieces, seen: crossed };
}

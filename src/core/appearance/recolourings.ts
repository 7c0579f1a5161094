// In: the pieces of a drawing and what was chosen for each. Out: which are drawn in another colour than their
// own, and how.
import type { Choice } from './choices.ts';
import { opacityOfPiece, paintOfPiece } from './material-clues.ts';
import type { Recolouring } from './recolour.ts';
import type { Rgb } from '../colour/colour.ts';
import type { Piece } from '../scene/piece.ts';
import { colourOf } from '../svg/shape.ts';

/** `meanOf`: the mean of what is drawn of a piece. Opaque: a choice hides what glass lets through. */
export function recolouringsOf(
  pieces: readonly Piece[],
  byPiece: (piece: Piece) => Choice | null,
  meanOf: (piece: Piece) => Rgb,
): Map<Piece, Recolouring> {
  const recolourings = new Map<Piece, Recolouring>();
  for (const piece of pieces) {
    const choice = byPiece(piece);
    if (!choice) continue;
    const opaque = choice.material !== null && (choice.material.values['transmission'] ?? 0) === 0;
    if (!choice.colour && !(opaque && opacityOfPiece(piece) < 1)) continue;
    const mean = meanOf(piece);
    recolourings.set(piece, { rgb: choice.colour ?? colourOf(paintOfPiece(piece)) ?? mean, mean, opaque });
  }
  return recolourings;
}

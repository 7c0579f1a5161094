// In: pieces in one ink. Out: the same in another paint order, what is fainter below what is not.
// Over black, grey in the same ink shows nothing, so the drawing stays as it looks: as things, they would be
// hidden.
import { alphaOf } from '../svg/shape.ts';
import type { Piece } from './piece.ts';

/** From this opacity on ink hides what is below it. */
const OPAQUE = 0.95;

/** In place of `pieces`, a drawing's in one ink (fill-roles.ts, inkAlone). */
export function faintBelow(pieces: readonly Piece[]): readonly Piece[] {
  const hides = ({ shape, area }: Piece): boolean =>
    alphaOf(area === 'fill' ? shape.fill : shape.stroke.paint) * shape.opacity >= OPAQUE;
  return [...pieces.filter((piece) => !hides(piece)), ...pieces.filter(hides)];
}

// In: parts, the pieces that are printed on them. Out: which parts are faces: discs that lines alone enclose
// and signs stand on, a clock's, a badge's, a button's. What is read stands on something flat.
import { grown, overlap } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import type { Piece } from '../scene/piece.ts';

// Of its box a disc covers π / 4, give or take this; its sides differ by less; of all that is drawn it has
// this share.
const DISC = 0.05;
const ROUND = 0.06;
const ALL = 0.85;

/** One a part. */
export function facesOf({ grid, parts }: Parts, pieces: readonly Piece[]): boolean[] {
  const signs = pieces.filter(({ role }) => role === 'print');
  const unit = grid.box.width / grid.width;
  const side = ({ box }: Parts['parts'][number]): number => Math.max(box.x1 - box.x0, box.y1 - box.y0) + 1;
  const largest = Math.max(0, ...parts.map(side));
  return parts.map((part) => {
    const { piece, pixels, box } = part;
    const [across, down] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
    if (piece || side(part) < ALL * largest || Math.abs(across - down) > ROUND * across) return false;
    if (Math.abs(pixels / (across * down) - Math.PI / 4) > DISC) return false;
    const place = {
      x: grid.box.x + box.x0 * unit,
      y: grid.box.y + box.y0 * unit,
      width: across * unit,
      height: down * unit,
    };
    return signs.some(
      ({ shape: { measure, stroke } }) => overlap(grown(measure.box, stroke.width / 2), place) !== null,
    );
  });
}

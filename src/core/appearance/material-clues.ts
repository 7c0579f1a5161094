// In: a part or a piece as it is drawn. Out: what may tell its material: names, colour, how much it hides.
import { boxOfCells, type Grid } from '../image/grid.ts';
import type { Part } from '../parts/parts.ts';
import type { Piece } from '../scene/piece.ts';
import { alphaOf, type Paint } from '../svg/shape.ts';
import type { MaterialClues } from './material-by-name.ts';

/** `names`: those around the piece, outermost first. */
export function cluesOf(
  piece: Piece | null,
  { names, ...clues }: Omit<MaterialClues, 'alpha' | 'glass'>,
): MaterialClues {
  const glass = piece?.shape.surface?.glass === true;
  return {
    ...clues,
    glass,
    names: piece ? [...names, ...piece.shape.names] : names,
    alpha: opacityOfPiece(piece),
  };
}

/** How much a piece hides of what lies beneath, as drawn, 0…1. */
export function opacityOfPiece(piece: Piece | null): number {
  return piece && !piece.bare && !piece.paint ? piece.shape.opacity * alphaOf(paintOfPiece(piece)) : 1;
}

export function paintOfPiece({ shape, area }: Piece): Paint {
  return area === 'fill' ? shape.fill : shape.stroke.paint;
}

/** Whether it is painted in a gradient; one in black alone has no colours yet. */
export function isGraded(piece: Piece): boolean {
  const paint = paintOfPiece(piece);
  return paint.kind === 'drawn' && !paint.image && !piece.bare;
}

/** A region has no layer, but the line around it has: the outline whose box is the region's names it. */
export function regionNames(
  { piece, box }: Pick<Part, 'piece' | 'box'>,
  grid: Grid,
  pieces: readonly Piece[],
  name: string,
): readonly string[] {
  if (piece) return [name];
  const own = boxOfCells(grid, box);
  const slack = 0.06 * Math.max(own.width, own.height);
  const near = (a: number, b: number): boolean => Math.abs(a - b) < slack;
  const outline = pieces.find(({ role, shape: { measure } }) => {
    const { x, y, width, height } = measure.box;
    const same =
      near(x, own.x) &&
      near(y, own.y) &&
      near(x + width, own.x + own.width) &&
      near(y + height, own.y + own.height);
    return role === 'line' && measure.closed && same;
  });
  return [name, ...(outline?.shape.names ?? [])];
}

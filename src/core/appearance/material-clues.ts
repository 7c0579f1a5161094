// In: a part or a piece as it is drawn. Out: what may tell its material: names, colour, how much it hides.
import type { Rgb } from '../colour/colour.ts';
import { boxOfCells, type Grid } from '../image/grid.ts';
import type { Part } from '../parts/parts.ts';
import type { Piece } from '../scene/roles.ts';
import { alphaOf, type Paint } from '../svg/shape.ts';
import type { Guess } from './guess.ts';
import type { MaterialClues } from './material-by-name.ts';

export function cluesOf(
  piece: Piece | null,
  names: readonly string[],
  colour: Rgb,
  wheel: boolean,
  seen: { guess: Guess | null; likely: string | null } = { guess: null, likely: null },
): MaterialClues {
  return {
    names: piece ? [...names, ...piece.shape.names] : names,
    colour,
    alpha: opacityOf(piece),
    wheel,
    ...seen,
  };
}

/** How much a piece hides of what lies beneath, as drawn, 0…1. */
export function opacityOf(piece: Piece | null): number {
  return piece && !piece.bare && !piece.paint ? piece.shape.opacity * alphaOf(paintOf(piece)) : 1;
}

export function paintOf({ shape, area }: Piece): Paint {
  return area === 'fill' ? shape.fill : shape.stroke.paint;
}

/** A region has no layer, but the line around it has: the outline whose box is the region's names it. */
export function regionNames(
  { piece, box }: Part,
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

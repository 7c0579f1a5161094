// In: pieces. Out: whether they are lines, a lattice among them: three or more right across all that is
// drawn, and three or more down it, in no frame. What such lines cut out is open.
// By straight subpaths along the axes.
import { union } from '../image/grid.ts';
import type { Piece } from '../scene/piece.ts';
import { polylines } from '../svg/path.ts';
import { measure, type Polyline } from '../svg/polyline.ts';

const FEWEST = 3;
// Of the drawing's side, how long a line across is, and how far it strays.
const LONG = 0.85;
const STRAY = 0.005;
// Of the drawing's box, what a frame round the lattice has of it.
const FRAME = 0.9;
// More lines are a texture.
const MOST = 400;

export function isLattice(pieces: readonly Piece[]): boolean {
  const drawn = pieces.filter(({ role }) => role !== 'print');
  if (drawn.length === 0 || drawn.some(({ role }) => role !== 'line')) return false;
  const lines = drawn.flatMap(({ shape }) => polylines(shape.d));
  const { width, height } = drawn.map(({ shape }) => shape.measure.box).reduce(union);
  if (lines.length > MOST || lines.some((line) => isFrame(line, width * height))) return false;
  const runs = (line: Polyline, axis: 0 | 1): boolean => {
    const box = line.closed ? null : measure([line])?.box;
    if (!box) return false;
    const [long, wide] = axis === 0 ? [box.width, box.height] : [box.height, box.width];
    const side = axis === 0 ? width : height;
    return long >= LONG * side && wide <= STRAY * side;
  };
  return ([0, 1] as const).every((axis) => lines.filter((line) => runs(line, axis)).length >= FEWEST);
}

function isFrame(line: Polyline, all: number): boolean {
  const size = measure([line]);
  return size !== null && (line.closed || size.closed) && size.area > FRAME * all;
}

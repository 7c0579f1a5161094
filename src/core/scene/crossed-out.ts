// In: pieces. Out: where all are lines, outlined or not, that a slash strikes out, and cuts, the same lines
// whole again, and the slash seen on them in its ink.
// Ends on either side of it are joined (slash-joints.ts); what ends on it on one side alone goes along it.
import { union } from '../image/grid.ts';
import type { Piece } from './piece.ts';
import { penned } from './close-gaps.ts';
import { inkUncrossed } from './crossed-ink.ts';
import { distance, linesOf, type DrawnLine } from './loose-ends.ts';
import { asideOf, isCut, jointsOf, wayAcross, type CutEnd } from './slash-joints.ts';
import { slashOf } from './struck-out.ts';
import { strokesOf } from './subpaths.ts';

// More lines than these are a texture.
const MOST_LINES = 80;
// Of half a pen: nearer than this to an end another line goes through it.
const THROUGH = 0.6;

interface LineCut extends CutEnd {
  line: DrawnLine;
}

export function uncrossed(pieces: readonly Piece[]): readonly Piece[] {
  const drawn = pieces.filter(({ role }) => role !== 'print');
  const brushes = drawn.filter(({ role }) => role === 'brush');
  if (brushes.length > 0) return inkUncrossed(pieces, brushes);
  if (drawn.length === 0 || drawn.some(({ role }) => role !== 'line')) return pieces;
  const strokes = pieces.flatMap((piece) => (piece.role === 'line' ? strokesOf(piece) : [piece]));
  const all = linesOf(
    strokes.filter(({ role }) => role === 'line'),
    MOST_LINES,
  );
  if (!all) return pieces;
  const pen = Math.max(...drawn.map(({ shape }) => shape.stroke.width));
  const box = drawn.map(({ shape }) => shape.measure.box).reduce(union);
  const paths = all.map(({ path }) => path);
  const slash = all[paths.indexOf(slashOf(paths, box, pen)!)];
  if (!slash) return pieces;
  const [ax, ay, bx, by] = slash.path.points as [number, number, number, number];
  const long = Math.hypot(bx - ax, by - ay);
  const lines = linesOf(
    all.filter((line) => line !== slash).map(({ piece }) => piece),
    MOST_LINES,
  )!;
  const ends = lines.flatMap((line) =>
    (line.ends ?? [])
      .map((end): LineCut => ({ ...end, line, aside: asideOf(end.at, [ax, ay], [bx, by]) }))
      .filter((end) => isCut(end, { pen, long }) && isFree(end, lines)),
  );
  const across = jointsOf(ends, { pen, long });
  const left = ends.filter((end) => across.every(({ one, two }) => end !== one && end !== two));
  const along = left.flatMap((one, i) => {
    const two = left.slice(i + 1).find(({ line }) => line === one.line);
    const isOn = two && Math.max(Math.abs(one.aside), Math.abs(two.aside)) < pen / 2;
    return isOn ? [penned(one.line.piece, `M${one.at.join(' ')}L${two.at.join(' ')}`)] : [];
  });
  if (across.length + along.length === 0) return pieces;
  return [
    ...strokes.filter((piece) => piece !== slash.piece),
    ...across.map(({ one, two }) => penned(one.line.piece, wayAcross(one, two))),
    ...along,
    { ...slash.piece, role: 'print' },
  ];
}

const isFree = ({ at, line }: LineCut, lines: readonly DrawnLine[]): boolean =>
  lines.every(
    (other) => other === line || other.points.every((point) => distance(point, at) > THROUGH * line.half),
  );

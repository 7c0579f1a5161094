// In: pieces. Out: where all are lines, outlined or not, that a slash strikes out, and cuts, the same lines
// whole again, and the slash seen on them in its ink.
// Ends on either side of it are joined (slash-joints.ts); what ends on it on one side alone goes along it;
// the last two ends go straight to each other.
import { union } from '../image/grid.ts';
import type { Piece } from './piece.ts';
import { cutEnds, withoutSlashSides, type LineCut, type SlashWay } from './beside-slash.ts';
import { penned } from './close-gaps.ts';
import { inkUncrossed } from './crossed-ink.ts';
import { distance, linesOf } from './loose-ends.ts';
import { isCut, isNearBy, jointsOf, wayAcross } from './slash-joints.ts';
import { slashOf } from './struck-out.ts';
import { strokesOf } from './subpaths.ts';

// More lines than these are a texture.
const MOST_LINES = 80;
// Of the pen: a line ends on the slash that is so near to its middle.
const ON = 0.6;

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
  const way: SlashWay = [
    [ax, ay],
    [bx, by],
  ];
  const size = { pen, long: distance(...way) };
  const besides = all.filter((line) => line !== slash).flatMap((line) => withoutSlashSides(line, way));
  const lines = linesOf(besides, MOST_LINES);
  if (!lines) return pieces;
  const ends = lines.flatMap((line) => cutEnds(line, lines, way)).filter((end) => isCut(end, size));
  const free = ends.filter((end) => end.free);
  const first = jointsOf(free, size);
  const isJoined = (end: LineCut): boolean => first.some(({ one, two }) => end === one || end === two);
  // Where two lines end at once a third may have gone on.
  const left = ends.filter((end) => !isJoined(end));
  const across = [...first, ...jointsOf(left, size).filter(({ one, two }) => one.free || two.free)];
  const loose = free.filter((end) => across.every(({ one, two }) => end !== one && end !== two));
  const along = loose.flatMap((one, i) => {
    const two = loose.slice(i + 1).find(({ line }) => line === one.line);
    const isOn = two && Math.max(Math.abs(one.aside), Math.abs(two.aside)) < ON * pen;
    return isOn ? [penned(one.line.piece, `M${one.at.join(' ')}L${two.at.join(' ')}`)] : [];
  });
  const [one, two, ...more] = along.length === 0 ? loose : [];
  const last = one && two && more.length === 0 && one.line !== two.line && isNearBy(one, two, size);
  if (across.length + along.length === 0) return pieces;
  return [
    ...strokes.filter(({ role }) => role !== 'line'),
    ...besides,
    ...across.map(({ one, two }) => penned(one.line.piece, wayAcross(one, two))),
    ...along,
    ...(last ? [penned(one.line.piece, `M${one.at.join(' ')}L${two.at.join(' ')}`)] : []),
    { ...slash.piece, role: 'print' },
  ];
}

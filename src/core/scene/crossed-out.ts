// In: pieces. Out: where all are lines that a slash strikes out, and cuts, the same lines whole again, and
// the slash seen on them in its ink.
// Ends on either side of the slash, the nearest first that go on to each other, joined smoothly; what ends on
// it on one side alone goes along it.
import { union } from '../image/grid.ts';
import type { Piece } from './piece.ts';
import { penned } from './close-gaps.ts';
import { distance, linesOf, type DrawnLine, type LineEnd, type Point } from './loose-ends.ts';
import { slashOf } from './struck-out.ts';
import { strokesOf } from './subpaths.ts';

// More lines than these are a texture.
const MOST_LINES = 80;
// In pens: how far from the slash's middle a line ends that it cut off, and how far such ends are apart.
const CUT = 3.2;
const GAP = 4.5;
// What ends this near to its middle, in pens, it cut off there; a corner so narrow was left out beside it.
const ON = 0.6;
const SLIT = 0.8;
// Of two cosines, between what goes on and what goes across: below it they pass each other.
const ASIDE = 0.6;
// Of half a pen: nearer than this to an end another line goes through it.
const THROUGH = 0.6;
// Of the gap, how far what goes across goes on in the ends' directions.
const GOING_ON = 0.36;

interface CutEnd extends LineEnd {
  line: DrawnLine;
  /** How far aside of the slash, signed: 0 on it. */
  aside: number;
}

interface Joint {
  one: CutEnd;
  two: CutEnd;
  cost: number;
}

export function uncrossed(pieces: readonly Piece[]): readonly Piece[] {
  const drawn = pieces.filter(({ role }) => role !== 'print');
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
  const asideOf = ([x, y]: Point): number => ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / long;
  const lines = linesOf(
    all.filter((line) => line !== slash).map(({ piece }) => piece),
    MOST_LINES,
  )!;
  const ends = lines.flatMap((line) =>
    (line.ends ?? [])
      .map((end): CutEnd => ({ ...end, line, aside: asideOf(end.at) }))
      .filter((end) => Math.abs(end.aside) < CUT * pen && isFree(end, lines)),
  );
  const across = joined(ends, pen);
  const left = ends.filter((end) => across.every(({ one, two }) => end !== one && end !== two));
  const along = left.flatMap((one, i) => {
    const two = left.slice(i + 1).find(({ line }) => line === one.line);
    const isOn = two && Math.max(Math.abs(one.aside), Math.abs(two.aside)) < pen / 2;
    return isOn ? [penned(one.line.piece, `M${one.at.join(' ')}L${two.at.join(' ')}`)] : [];
  });
  if (across.length + along.length === 0) return pieces;
  return [
    ...strokes.filter((piece) => piece !== slash.piece),
    ...across.map(({ one, two }) => penned(one.line.piece, smooth(one, two))),
    ...along,
    { ...slash.piece, role: 'print' },
  ];
}

const isFree = ({ at, line }: CutEnd, lines: readonly DrawnLine[]): boolean =>
  lines.every(
    (other) => other === line || other.points.every((point) => distance(point, at) > THROUGH * line.half),
  );

/** Across the slash, each end once. */
function joined(ends: readonly CutEnd[], pen: number): Joint[] {
  const pairs = ends.flatMap((one, i) => ends.slice(i + 1).flatMap((two) => jointOf(one, two, pen) ?? []));
  const taken = new Set<CutEnd>();
  return pairs
    .sort((a, b) => a.cost - b.cost)
    .filter(({ one, two }) => {
      if (taken.has(one) || taken.has(two)) return false;
      taken.add(one).add(two);
      return true;
    });
}

function jointOf(one: CutEnd, two: CutEnd, pen: number): Joint | null {
  const gap = distance(one.at, two.at);
  const [near, far] = [Math.abs(one.aside), Math.abs(two.aside)].sort((a, b) => a - b) as [number, number];
  const isAcross = near < ON * pen && far > pen;
  if (gap > (isAcross ? GAP : SLIT) * pen) return null;
  const [dx, dy] = [(two.at[0] - one.at[0]) / gap, (two.at[1] - one.at[1]) / gap];
  const on = (one.towards[0] - two.towards[0]) * dx + (one.towards[1] - two.towards[1]) * dy;
  return on < ASIDE ? null : { one, two, cost: gap * (2.4 - on) };
}

function smooth({ at: from, towards: [ux, uy] }: LineEnd, { at: to, towards: [vx, vy] }: LineEnd): string {
  const far = GOING_ON * distance(from, to);
  const bend = `${from[0] + far * ux} ${from[1] + far * uy} ${to[0] + far * vx} ${to[1] + far * vy}`;
  return `M${from.join(' ')}C${bend} ${to.join(' ')}`;
}

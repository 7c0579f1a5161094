// A path and half its stroke's width in, the stroke as a filled path of pieces out: one for each
// outer corner, then one for each run between corners, as Figma writes strokes that are no attribute. Of each
// part of a curve, the handles are scaled with its offset chord (Tiller and Hanson,
// "Offsets of Two-Dimensional Profiles", 1984).
import svgpath from 'svgpath';
import { distance, subpaths, type Point, type Segment } from './segments.ts';

export interface Pen {
  /** On each side of the path. */
  reach: number;
  join: 'MITER' | 'ROUND' | 'BEVEL';
  miterLimit: number;
}

/** `data`: absolute path data in the units of the answer. */
export function strokePieces(data: string, pen: Pen): string {
  const corners: string[] = [];
  const sides: string[] = [];
  for (const { segments, closed } of subpaths(data)) {
    const joints = segments.map((segment, i) => {
      const next = segments[i + 1] ?? (closed ? segments[0] : undefined);
      return next ? corner(segment, next, pen) : '';
    });
    corners.push(joints.at(-1) ?? '', ...joints.slice(0, -1));
    // Where a closed path goes on smoothly from its end to its start, it is begun at a corner, if it has one.
    const first = closed && joints.at(-1) === '' ? joints.findIndex((joint) => joint !== '') + 1 : 0;
    let run: Segment[] = [];
    for (let i = 0; i < segments.length; i++) {
      const at = (first + i) % segments.length;
      run.push(segments[at]!);
      if (joints[at] === '' && i < segments.length - 1) continue;
      sides.push(side(run, pen.reach));
      run = [];
    }
  }
  return [...corners, ...sides].join('');
}

/** The stroke of segments between two corners: there on one side, back on the other. */
function side(run: readonly Segment[], reach: number): string {
  const right = run.map((segment) => moved(segment, -reach));
  const left = run.map((segment) => turned(moved(segment, reach))).reverse();
  const [start, end] = [run[0]!.from, run.at(-1)!.to];
  const there = right.map(along).join('');
  const back = left.map(along).join('');
  return `M${text(start)}L${text(right[0]!.from)}${there}L${text(end)}L${text(left[0]!.from)}${back}L${text(start)}Z`;
}

const along = ({ to, handles }: Segment): string =>
  handles ? `C${text(handles[0])} ${text(handles[1])} ${text(to)}` : `L${text(to)}`;

const turned = ({ from, to, handles }: Segment): Segment => ({
  from: to,
  to: from,
  ...(handles && { handles: [handles[1], handles[0]] as const }),
});

/** Sideways, to the left of its direction for positive distances. */
function moved(segment: Segment, far: number): Segment {
  const from = plus(segment.from, normal(tangent(segment)), far);
  const to = plus(segment.to, normal(tangent(turned(segment))), -far);
  if (!segment.handles) return { from, to };
  const scale = distance(from, to) / distance(segment.from, segment.to);
  const handle = (corner: Point, old: Point, control: Point): Point => [
    corner[0] + (control[0] - old[0]) * scale,
    corner[1] + (control[1] - old[1]) * scale,
  ];
  const [first, second] = segment.handles;
  return { from, to, handles: [handle(from, segment.from, first), handle(to, segment.to, second)] };
}

/** What is missing on the outer side of a corner; nothing where the path goes straight on. */
function corner(before: Segment, after: Segment, { reach, join, miterLimit }: Pen): string {
  const [ux, uy] = tangent(turned(before)).map((value) => -value) as [number, number];
  const [vx, vy] = tangent(after);
  const turn = ux * vy - uy * vx;
  if (Math.abs(turn) < 1e-4) return '';
  const far = turn > 0 ? reach : -reach;
  const [na, nb] = [normal([ux, uy]), normal([vx, vy])];
  // All corners turn the same way round.
  const [a, b] = (turn > 0 ? [na, nb] : [nb, na]).map((way) => plus(before.to, way, far)) as [Point, Point];
  // 1 / cos of half the turn is the mitre's length in stroke widths.
  const half = Math.sqrt((1 + (ux * vx + uy * vy)) / 2);
  const [start, end] = [`M${text(before.to)}L${text(b)}`, `L${text(before.to)}Z`];
  if (join === 'ROUND') {
    const arc = `A${reach} ${reach} 0 0 0 ${text(a)}`;
    return `${svgpath(`${start}${arc}`).unarc().toString()}${end}`;
  }
  if (join === 'BEVEL' || 1 / half > miterLimit) return `${start}L${text(a)}${end}`;
  const tip = plus(before.to, [(na[0] + nb[0]) / 2, (na[1] + nb[1]) / 2], far / half ** 2);
  return `${start}L${text(tip)}L${text(a)}${end}`;
}

/** Where a segment sets out to, as a unit vector. */
function tangent({ from, to, handles }: Segment): Point {
  const towards = [...(handles ?? []), to].find((point) => distance(from, point) > 1e-9) ?? to;
  const length = distance(from, towards) || 1;
  return [(towards[0] - from[0]) / length, (towards[1] - from[1]) / length];
}

/** To the left of a direction, y down. */
const normal = ([x, y]: Point): Point => [y, -x];
const plus = (at: Point, way: Point, far: number): Point => [at[0] + way[0] * far, at[1] + way[1] * far];
const text = ([x, y]: Point): string => `${x} ${y}`;

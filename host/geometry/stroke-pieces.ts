// A path and half its stroke's width in, the stroke as a filled path of pieces out: one for each
// outer corner, then one for each segment, as Figma writes strokes that are no attribute. Curves
// are halved twice, and each part's handles scaled with its offset chord (Tiller and Hanson,
// "Offsets of Two-Dimensional Profiles", 1984).
import svgpath from 'svgpath';

type Point = readonly [number, number];
/** A line, or a cubic curve with its two handles. */
interface Segment {
  from: Point;
  to: Point;
  handles?: readonly [Point, Point];
}

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
    segments.forEach((segment, index) => {
      const next = segments[index + 1] ?? (closed ? segments[0] : undefined);
      if (next) corners.push(corner(segment, next, pen));
      sides.push(side(segment, pen.reach));
    });
  }
  return [...corners, ...sides].join('');
}

function subpaths(data: string): { segments: Segment[]; closed: boolean }[] {
  const paths: { segments: Segment[]; closed: boolean; start: Point }[] = [];
  let at: Point = [0, 0];
  const add = (to: Point, handles?: [Point, Point]): void => {
    if (distance(at, to) > 1e-9)
      paths.at(-1)?.segments.push(...parts({ from: at, to, ...(handles && { handles }) }));
    at = to;
  };
  svgpath(data)
    .abs()
    .unarc()
    .unshort()
    .iterate(([command, ...n]) => {
      const point = (i: number): Point => [n[i]!, n[i + 1]!];
      if (command === 'M') paths.push({ segments: [], closed: false, start: (at = point(0)) });
      else if (command === 'Z' || command === 'z') {
        const path = paths.at(-1)!;
        add(path.start);
        path.closed = true;
      } else if (command === 'H') add([n[0]!, at[1]]);
      else if (command === 'V') add([at[0], n[0]!]);
      else if (command === 'C') add(point(4), [point(0), point(2)]);
      else if (command === 'Q')
        add(point(2), [between(at, point(0), 2 / 3), between(point(2), point(0), 2 / 3)]);
      else add(point(0));
    });
  return paths;
}

/** A curve as four; a line as itself. */
function parts(segment: Segment, times = 2): Segment[] {
  if (!segment.handles || times === 0) return [segment];
  const { from, to, handles } = segment;
  const [a, b, c] = [between(from, handles[0], 0.5), between(...handles, 0.5), between(handles[1], to, 0.5)];
  const [d, e] = [between(a, b, 0.5), between(b, c, 0.5)];
  const middle = between(d, e, 0.5);
  const halves: Segment[] = [
    { from, to: middle, handles: [a, d] },
    { from: middle, to, handles: [e, c] },
  ];
  return halves.flatMap((half) => parts(half, times - 1));
}

/** The stroke of one segment: there on one side, back on the other. */
function side(segment: Segment, reach: number): string {
  const [left, right] = [moved(segment, reach), moved(segment, -reach)];
  const [start, end] = [segment.from, segment.to];
  return `M${text(start)}L${text(left.from)}${along(left)}L${text(end)}L${text(right.to)}${along(turned(right))}L${text(start)}Z`;
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
  const [a, b] = [plus(before.to, na, far), plus(before.to, nb, far)];
  // 1 / cos of half the turn is the mitre's length in stroke widths.
  const half = Math.sqrt((1 + (ux * vx + uy * vy)) / 2);
  const start = `M${text(before.to)}L${text(a)}`;
  if (join === 'ROUND') {
    const arc = `A${reach} ${reach} 0 0 ${turn > 0 ? 1 : 0} ${text(b)}`;
    return `${svgpath(`${start}${arc}`).unarc().toString()}Z`;
  }
  if (join === 'BEVEL' || 1 / half > miterLimit) return `${start}L${text(b)}Z`;
  const tip = plus(before.to, [(na[0] + nb[0]) / 2, (na[1] + nb[1]) / 2], far / half ** 2);
  return `${start}L${text(tip)}L${text(b)}Z`;
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
const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const text = ([x, y]: Point): string => `${x} ${y}`;

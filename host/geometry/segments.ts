// Path data in, its subpaths as lines and cubic curves out; each curve as four, halved twice by de
// Casteljau's algorithm.
import svgpath from 'svgpath';

export type Point = readonly [number, number];
/** A line, or a cubic curve with its two handles. */
export interface Segment {
  from: Point;
  to: Point;
  handles?: readonly [Point, Point];
}

/** `data`: absolute path data. A closed one ends with a line to its start, where it is not there already. */
export function subpaths(data: string): { segments: Segment[]; closed: boolean }[] {
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

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

// In: closed contours, none across another, and a line along an axis. Out: contours of what they fill on one
// side of it, and where the line cuts through that.
// Crossings along the line pair up; what runs on the side goes on from each to its partner.
import type { Polyline } from './polyline.ts';

export interface HalfPlane {
  /** 0: from `at` along x; 1: along y. */
  axis: 0 | 1;
  at: number;
  /** What is above `at`, or below it. */
  side: 1 | -1;
}

interface Crossing {
  /** Where on the line. */
  along: number;
  /** Unit vector into the side, along the outline. */
  into: readonly [x: number, y: number];
}

export interface CutFill {
  contours: Polyline[];
  /** From one side of what was cut to the other, sorted. */
  cuts: (readonly [Crossing, Crossing])[];
}

interface Run {
  from: Crossing;
  to: Crossing;
  /** x, y, x, y …, with both crossings. */
  points: number[];
}

/** Null where contours cross each other. */
export function cutFill(contours: readonly Polyline[], half: HalfPlane): CutFill | null {
  const whole: Polyline[] = [];
  const runs = contours.flatMap(({ points }) => {
    const found = runsOf(points, half);
    if (found === 'whole') whole.push({ points, closed: true });
    return found === 'whole' ? [] : found;
  });
  const crossings = runs.flatMap(({ from, to }) => [from, to]).sort((a, b) => a.along - b.along);
  const partner = new Map(crossings.map((crossing, i) => [crossing, crossings[i ^ 1]!]));
  const byStart = new Map(runs.map((run) => [run.from, run]));
  const left = new Set(runs);
  for (const first of runs) {
    if (!left.has(first)) continue;
    const points: number[] = [];
    let run: Run | undefined = first;
    do {
      if (!run || !left.delete(run)) return null;
      points.push(...run.points);
      run = byStart.get(partner.get(run.to)!);
    } while (run !== first);
    whole.push({ points, closed: true });
  }
  const cuts = crossings.flatMap((one, i) => (i % 2 === 0 ? [[one, crossings[i + 1]!] as const] : []));
  return { contours: whole, cuts };
}

/** What of a contour lies on the side: all of it, or pieces of it. */
function runsOf(points: readonly number[], { axis, at, side }: HalfPlane): Run[] | 'whole' {
  const count = points.length / 2;
  const isOn = (i: number): boolean => side * (points[2 * (i % count) + axis]! - at) > 0;
  const crossing = (i: number): { place: Crossing; point: [number, number] } => {
    const [a, b] = [2 * (i % count), 2 * ((i + 1) % count)];
    const [dx, dy] = [points[b]! - points[a]!, points[b + 1]! - points[a + 1]!];
    const share = (at - points[a + axis]!) / (axis === 0 ? dx : dy);
    const point: [number, number] = [points[a]! + share * dx, points[a + 1]! + share * dy];
    const long = (isOn(i) ? -1 : 1) * Math.hypot(dx, dy);
    return { place: { along: point[1 - axis]!, into: [dx / long, dy / long] }, point };
  };
  const first = Array.from({ length: count }, (_, i) => i).find((i) => !isOn(i));
  if (first === undefined) return 'whole';
  const runs: Run[] = [];
  for (let i = first; i < first + count; i++) {
    if (isOn(i) || !isOn(i + 1)) continue;
    const from = crossing(i);
    const inner: number[] = [];
    for (i++; isOn(i); i++) inner.push(points[2 * (i % count)]!, points[2 * (i % count) + 1]!);
    const to = crossing(i - 1);
    runs.push({ from: from.place, to: to.place, points: [...from.point, ...inner, ...to.point] });
    i--;
  }
  return runs;
}

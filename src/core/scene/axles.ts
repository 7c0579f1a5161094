// In: pieces. Out: whether all that is drawn is lines, two equal rings among them, and a line comes from
// outside to the middle of one: wheels that are seen through, as a bicycle's. What is enclosed is open then.
// A ring by its radii about the middle of its box.
import type { Piece } from './piece.ts';
import { polylines } from '../svg/path.ts';
import { measure, type Polyline } from '../svg/polyline.ts';

interface Ring {
  x: number;
  y: number;
  radius: number;
}

// Shares of a ring's radius: how much its own radii may differ, and those of two wheels; how near to its
// middle an axle is; how far out the line to it begins.
const ROUND = 0.08;
const EQUAL = 0.12;
const MIDDLE = 0.3;
const OUT = 1.15;
// A ring of less than so many pens' radius is a knot that lines meet in: a diagram's.
const NODE = 1.2;
// More lines than these are a texture.
const MOST_LINES = 200;

export function hasAxles(pieces: readonly Piece[]): boolean {
  const drawn = pieces.filter(({ role }) => role !== 'print');
  if (drawn.some(({ role }) => role !== 'line')) return false;
  const lines = drawn.flatMap(({ shape }) => polylines(shape.d));
  if (lines.length > MOST_LINES) return false;
  const pen = Math.max(0, ...drawn.map(({ shape }) => shape.stroke.width));
  const rings = lines.flatMap((line) => ringOf(line) ?? []).filter(({ radius }) => radius > NODE * pen);
  const wheels = rings.filter((ring) => rings.some((other) => other !== ring && arePair(ring, other)));
  return wheels.some((wheel) => lines.some((line) => isAxle(line, wheel)));
}

/** Null for what does not end where it began, or is not round. */
function ringOf(line: Polyline): Ring | null {
  const size = measure([line]);
  if (!size || size.box.width === 0 || !(line.closed || size.closed)) return null;
  const { box } = size;
  const ring = { x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width / 2 };
  return distances(line, ring).every((far) => Math.abs(far / ring.radius - 1) < ROUND) ? ring : null;
}

/** Beside each other. */
function arePair(a: Ring, b: Ring): boolean {
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  return Math.abs(a.radius / b.radius - 1) < EQUAL && apart > a.radius + b.radius;
}

/** Whether an end or a corner of the line lies in the ring's middle, and another beyond it. */
function isAxle(line: Polyline, ring: Ring): boolean {
  const far = distances(line, ring);
  return Math.min(...far) < MIDDLE * ring.radius && Math.max(...far) > OUT * ring.radius;
}

const distances = ({ points }: Polyline, { x, y }: Ring): number[] =>
  Array.from({ length: points.length / 2 }, (_, i) => Math.hypot(points[2 * i]! - x, points[2 * i + 1]! - y));

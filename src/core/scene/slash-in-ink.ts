// In: strokes that were outlined. Out: the slash that goes over the whole of them, as in struck-out.ts; null
// for none.
// Along the middle of the ink beside a straight side, as far as all is ink: free at both ends, with ink on
// both sides of it.
import { union } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { polylines } from '../svg/path.ts';
import { inside, type Polyline } from '../svg/polyline.ts';
import { inkWidth } from './brushes.ts';
import { cornersOf, distance, type Point } from './loose-ends.ts';
import type { Piece } from './piece.ts';
import { asideOf } from './slash-joints.ts';

/** Of the sides of all that is drawn, a slash has this share at least. */
const WHOLE = 0.68;
/** Of the diagonal of all that is drawn, how long a straight side of it is, between lines that end at it. */
const SIDE = 0.06;
/** Across by down, in shares of the box: so far from a diagonal. */
const SLANT = 1.5;
/** Of the pen, how finely is measured; and what is no broader than this beside a side is the slash alone. */
const FINE = 32;
const ALONE = 1.5;
// Where along a side it is looked at: no other ink ends there.
const PLACES = [0.5, 0.3, 0.7];
/** In pens: so far from an end, and so far aside, there is no ink. */
const FREE = 0.75;
const ASIDE = 0.7;
/** More points than these are a texture. */
const MOST_POINTS = 4000;

export interface InkSlash {
  /** Where its ink begins and ends. */
  from: Point;
  to: Point;
  width: number;
}

interface Ink {
  lines: readonly Polyline[];
  box: Box;
  pen: number;
}

export function slashInInk(brushes: readonly Piece[]): InkSlash | null {
  const lines = brushes.flatMap(({ shape }) => polylines(shape.d));
  if (lines.reduce((sum, { points }) => sum + points.length / 2, 0) > MOST_POINTS) return null;
  const box = brushes.map(({ shape }) => shape.measure.box).reduce(union);
  const pen = Math.max(...brushes.map(({ shape }) => inkWidth(shape)));
  const slashes: InkSlash[] = [];
  for (const [one, two] of sidesIn(lines, box)) {
    const isOn = ({ from, to }: InkSlash): boolean =>
      [one, two].every((point) => Math.abs(asideOf(point, from, to)) < pen);
    const slash = slashes.some(isOn) ? null : slashBeside(one, two, { lines, box, pen });
    if (slash) slashes.push(slash);
  }
  const [slash, ...more] = slashes;
  return slash && more.length === 0 ? slash : null;
}

/** Straight, at a slant as the box's diagonals are; the longest first. */
function sidesIn(lines: readonly Polyline[], { width, height }: Box): (readonly [Point, Point])[] {
  const least = SIDE * Math.hypot(width, height);
  const sides = lines.flatMap((line) => {
    const corners = cornersOf(line);
    return corners.map((one, i) => [one, corners[(i + 1) % corners.length]!] as const);
  });
  return sides
    .filter(([one, two]) => {
      const slant = (Math.abs(two[0] - one[0]) * height) / (Math.abs(two[1] - one[1]) * width);
      return distance(one, two) >= least && slant < SLANT && slant > 1 / SLANT;
    })
    .sort(([a, b], [c, d]) => distance(c, d) - distance(a, b));
}

function slashBeside(one: Point, two: Point, { lines, box, pen }: Ink): InkSlash | null {
  const long = distance(one, two);
  const [u, v] = [(two[0] - one[0]) / long, (two[1] - one[1]) / long];
  const [x, y] = one;
  const isInk = (along: number, aside: number): boolean =>
    inside(lines, x + along * u - aside * v, y + along * v + aside * u);
  const start = PLACES.map((share) => share * long).find(
    (along) => isInk(along, pen / 4) !== isInk(along, -pen / 4),
  );
  if (start === undefined) return null;
  const side = isInk(start, pen / 4) ? 1 : -1;
  const step = pen / FINE;
  let broad = step;
  while (broad < ALONE * pen && isInk(start, side * broad)) broad += step;
  const width = broad < ALONE * pen ? broad : pen;
  const middle = (side * width) / 2;
  const tip = (way: 1 | -1): number => {
    let far = 0;
    while (isInk(start + way * far, middle)) far += pen / 4;
    while (far > 0 && !isInk(start + way * far, middle)) far -= step;
    return start + way * far;
  };
  const [first, last] = [tip(-1), tip(1)];
  if ((last - first) * Math.abs(u) < WHOLE * box.width || (last - first) * Math.abs(v) < WHOLE * box.height)
    return null;
  // Lines that it cuts off may reach its ends from one side; of a box they do from both.
  const isFree = [ASIDE, -ASIDE].some((aside) =>
    [first + FREE * pen, last - FREE * pen].every((end) => !isInk(end, middle + aside * pen)),
  );
  const place = (along: number): Point => [x + along * u - middle * v, y + along * v + middle * u];
  const [from, to] = [place(first), place(last)];
  const isBetween = [1, -1].every((way) =>
    lines.some((line) => cornersOf(line).some((corner) => way * asideOf(corner, from, to) > pen)),
  );
  return isFree && isBetween ? { from, to, width } : null;
}

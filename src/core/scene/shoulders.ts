// In: an open line among others. Out: the rest of the shoulders below a head, where it is their outline: path
// data; null where it is none.
// Open below, a head above: the foot is straight. Cut off for a sign at one side: the other side's mirror
// image about the head's middle.
import type { Box } from '../sketch.ts';
import { cornersOf, distance, isClosed, type DrawnLine, type LineEnd, type Point } from './loose-ends.ts';
import { straight, type Across, type Ends } from './outline-gaps.ts';
import { inside, measure } from '../svg/polyline.ts';

// Shoulders fill this share of their box; how far their ends are off level, and their middle off the head's,
// in widths; the head is so near, in pens.
const FULL = 0.6;
const LEVEL = 0.05;
const MIDDLE = 0.15;
const NECK = 3;
/** Cosine. */
const DOWN = 0.5;
// Of their height, how far above the foot the end is that was cut off; of their width, how long the line is,
// and how wide the head.
const HIGH = 0.25;
const LONG = [0.25, 0.95] as const;
const HEAD = [0.35, 1.1] as const;
/** What is round fills its box as a circle does, within this. */
const ROUND = 0.02;
/** Heads' widths differ by less. */
const ALIKE = 0.1;

/** Open below, and a head above. */
export function shoulders(line: DrawnLine, [one, two]: Ends, lines: readonly DrawnLine[]): Across | null {
  const own = measure([line.path]);
  if (!own) return null;
  const { x, y, width, height } = own.box;
  const bottom = Math.min(one.at[1], two.at[1]);
  const isOpenBelow = [one, two].every(({ towards }) => towards[1] > DOWN);
  const isLevel = Math.abs(one.at[1] - two.at[1]) < LEVEL * width && y + height - bottom < LEVEL * width;
  if (!isOpenBelow || !isLevel || own.area < FULL * width * height) return null;
  const isHead = (head: Box): boolean =>
    head.width <= HEAD[1] * width && Math.abs(middle(head) - (x + width / 2)) < MIDDLE * width;
  if (!headsAbove(line, own.box, lines).some(isHead)) return null;
  const whole = straight(one.at, two.at);
  return { whole, stubs: [whole], before: [] };
}

/** One side and a part of the top, a head above, and something where the other side would be. */
export function cutShoulders(line: DrawnLine, ends: Ends, lines: readonly DrawnLine[]): Across | null {
  const own = measure([line.path]);
  const [foot, cut] = [...ends].sort((a, b) => b.at[1] - a.at[1]) as [LineEnd, LineEnd];
  if (!own || foot.towards[1] <= DOWN || foot.at[1] - cut.at[1] < HIGH * own.box.height) return null;
  const rings = lines.flatMap((one) => (isClosed(one) ? ringBox(one) : []));
  for (const head of headsAbove(line, own.box, lines)) {
    // Of a crowd whose shoulders stand before which is not known.
    if (rings.filter(({ width }) => Math.abs(width / head.width - 1) < ALIKE).length > 1) continue;
    const width = 2 * Math.abs(middle(head) - foot.at[0]);
    const side = Math.sign(middle(head) - foot.at[0]);
    const long = (side * (cut.at[0] - foot.at[0])) / width;
    const isWide = head.width >= HEAD[0] * width && head.width <= HEAD[1] * width;
    if (!isWide || long < LONG[0] || long > LONG[1]) continue;
    const corners = cornersOf(line.path);
    const up = distance(corners[0]!, foot.at) === 0 ? corners : [...corners].reverse();
    const far = up
      .map(([x, y]): Point => [2 * middle(head) - x, y])
      .filter(([x]) => side * (x - cut.at[0]) > 0)
      .reverse();
    const whole = [cut.at, ...far, foot.at];
    const isThere = ([x, y]: Point): boolean =>
      side * (x - cut.at[0]) > 0 && y > own.box.y - line.half && y < foot.at[1] + 2 * line.half;
    const isNear = ({ points }: DrawnLine): boolean =>
      points.filter(isThere).some((point) => far.some((at) => distance(at, point) < 4 * line.half));
    const signs = new Set(
      lines.filter((other) => other !== line && isNear(other)).map(({ cluster }) => cluster),
    );
    const before = lines.filter(({ cluster }) => cluster !== line.cluster && signs.has(cluster));
    if (before.length > 0) return { whole: pathOf(whole), stubs: besides(whole, before), before };
  }
  return null;
}

/** None where it is not round. */
function ringBox({ path }: DrawnLine): Box[] {
  const size = measure([path]);
  const { width, height } = size?.box ?? { width: 0, height: 0 };
  return size && Math.abs(size.area / (width * height) - Math.PI / 4) < ROUND ? [size.box] : [];
}

/** Boxes of what is closed just above. */
function headsAbove({ half }: DrawnLine, { y }: Box, lines: readonly DrawnLine[]): Box[] {
  return lines.flatMap((line) => {
    const head = measure([line.path]);
    if (!head || head.area === 0 || !isClosed(line)) return [];
    const apart = y - (head.box.y + head.box.height);
    return apart > -2 * half && apart < 2 * NECK * half ? [head.box] : [];
  });
}

const middle = ({ x, width }: Box): number => x + width / 2;

/** What of a way lies beside all bodies before it, up to their outlines. */
function besides(way: readonly Point[], before: readonly DrawnLine[]): string[] {
  const bodies = before.filter(isClosed).map(({ path }) => path);
  const isHidden = ([x, y]: Point): boolean =>
    inside(bodies, x, y) ||
    before.some(({ points, half }) => points.some((at) => distance(at, [x, y]) < half));
  const runs: Point[][] = [[]];
  for (const point of finely(way, before[0]!.half / 2))
    if (isHidden(point)) runs.push([]);
    else runs.at(-1)!.push(point);
  return runs.filter(({ length }) => length > 1).map(pathOf);
}

function finely(way: readonly Point[], step: number): Point[] {
  return way.flatMap((to, i) => {
    const from = way[i - 1] ?? to;
    const count = Math.max(1, Math.ceil(distance(from, to) / step));
    return Array.from({ length: count }, (_, k): Point => {
      const share = (k + 1) / count;
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    });
  });
}

export const pathOf = (points: readonly Point[]): string =>
  'M' + points.map((point) => point.join(' ')).join('L');

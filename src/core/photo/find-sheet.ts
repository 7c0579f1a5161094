// In: a photo. Out: where the corners of a sheet on a darker desk lie, or that no such sheet is seen.
// Otsu's threshold (1979), largest component, convex hull (Andrew's monotone chain, 1979), edges removed one by one by
// the area that is added, down to four.
import { runsOf, sizesOf } from '../image/components.ts';
import type { Corner, Corners } from '../photo-tune.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { isSheet } from './straighten.ts';

/** Of the photo's area: less is a note on the desk, more leaves no desk to be seen. */
const AREA = { least: 0.12, most: 0.96 };
/** Of the quadrilateral's area: within the bright hull, and bright; what lines enclose hangs together with nothing. */
const FILLED = { hull: 0.93, bright: 0.4 };
/** How much brighter a sheet is across its own edge, 0…255, and on which share of it. */
const STEP = { least: 22, share: 0.75, reach: 0.02, samples: 40 };

/** Shares 0…1 of the photo, clockwise from the top left, as PhotoTune has them. */
export function findSheet(image: Rgba): Corners | null {
  const grey = greyOf(image);
  const level = otsu(grey.data);
  const bright = { ...grey, data: Uint8Array.from(grey.data, (value) => (value > level ? 1 : 0)) };
  const { points, area } = largest(bright);
  const hull = hullOf(points);
  const quad = four(hull, image);
  if (!quad) return null;
  const [all, own] = [image.width * image.height, areaOf(quad)];
  if (own < AREA.least * all || own > AREA.most * all) return null;
  if (areaOf(hull) < FILLED.hull * own || area < FILLED.bright * own) return null;
  const corners = clockwise(quad).map(([x, y]): Corner => [held(x / image.width), held(y / image.height)]);
  const [a, b, c, d] = corners as unknown as Corners;
  return isSheet([a, b, c, d]) && stepsAround(grey, quad) ? [a, b, c, d] : null;
}

function greyOf({ width, height, data }: Rgba): Plane<Uint8Array> {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const luma = 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;
    grey[i] = Math.round((luma * data[4 * i + 3]!) / 255);
  }
  return { width, height, data: grey };
}

/** The grey at which the two sides differ most, by the variance between them. */
function otsu(grey: Uint8Array): number {
  const histogram = new Float64Array(256);
  let sum = 0;
  for (const value of grey) {
    histogram[value]!++;
    sum += value;
  }
  let [best, most, below, under] = [0, -1, 0, 0];
  for (let value = 0; value < 255; value++) {
    below += histogram[value]!;
    under += value * histogram[value]!;
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (under / below - (sum - under) / above) ** 2;
    if (between > most) [best, most] = [value, between];
  }
  return best;
}

/** The ends of its rows, enough for a hull. */
function largest(mask: Plane<Uint8Array>): { points: Corner[]; area: number } {
  const runs = runsOf(mask, 1);
  const sizes = sizesOf(runs);
  const area = sizes.reduce((most, size) => Math.max(most, size), 0);
  const group = sizes.indexOf(area);
  const points: Corner[] = [];
  for (let run = 0; run < runs.count; run++) {
    if (runs.group[run] !== group) continue;
    const y = Math.floor(runs.from[run]! / mask.width);
    const [left, right] = [runs.from[run]! - y * mask.width, runs.to[run]! - y * mask.width];
    points.push([left, y], [left, y + 1], [right, y], [right, y + 1]);
  }
  return { points, area };
}

const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Clockwise as it is seen, with y down. */
function hullOf(points: readonly Corner[]): Corner[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (all: readonly Corner[]): Corner[] => {
    const chain: Corner[] = [];
    for (const point of all) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Takes away the edge whose neighbours, made longer until they meet, add least, until four are left. */
function four(hull: Corner[], { width, height }: Rgba): Corner[] | null {
  let corners = hull;
  const slack = 0.02 * Math.max(width, height);
  while (corners.length > 4) {
    const at = (i: number): Corner => corners[(i + corners.length) % corners.length]!;
    let best: { edge: number; meet: Corner; added: number } | null = null;
    for (let edge = 0; edge < corners.length; edge++) {
      const meet = meeting(at(edge - 1), at(edge), at(edge + 2), at(edge + 1));
      if (
        !meet ||
        meet[0] < -slack ||
        meet[1] < -slack ||
        meet[0] > width + slack ||
        meet[1] > height + slack
      )
        continue;
      const added = Math.abs(turn(at(edge), meet, at(edge + 1)));
      if (!best || added < best.added) best = { edge, meet, added };
    }
    if (!best) return null;
    const { edge, meet } = best;
    const after = (edge + 1) % corners.length;
    corners = corners.map((corner, i) => (i === edge ? meet : corner)).filter((_, i) => i !== after);
  }
  return corners.length === 4 ? corners : null;
}

/** Where a → b and c → d meet, beyond b and d; null where they part. */
function meeting(a: Corner, b: Corner, c: Corner, d: Corner): Corner | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const across = ux * vy - uy * vx;
  if (Math.abs(across) < 1e-9) return null;
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / across;
  const s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / across;
  return t >= 1 && s >= 1 ? [a[0] + t * ux, a[1] + t * uy] : null;
}

function areaOf(corners: readonly Corner[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length]!;
    return sum + (x * v - u * y) / 2;
  }, 0);
}

/** From the one nearest to the top left on. */
function clockwise(quad: readonly Corner[]): Corner[] {
  const sums = quad.map(([x, y]) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...quad.slice(first), ...quad.slice(0, first)];
}

const held = (share: number): number => Math.round(1e4 * Math.max(0, Math.min(1, share))) / 1e4;

/** Whether it gets darker at once beyond its edges, as far as the photo shows what lies there: no lamp's light does. */
function stepsAround({ width, height, data }: Plane<Uint8Array>, quad: readonly Corner[]): boolean {
  const reach = STEP.reach * Math.max(width, height);
  const greyAt = (x: number, y: number): number | undefined =>
    x < 0 || y < 0 || x >= width || y >= height ? undefined : data[Math.floor(y) * width + Math.floor(x)];
  let [asked, steps] = [0, 0];
  quad.forEach(([x, y], i) => {
    const [u, v] = quad[(i + 1) % 4]!;
    const long = Math.hypot(u - x, v - y);
    const [nx, ny] = [((v - y) / long) * reach, (-(u - x) / long) * reach];
    for (let k = 1; k < STEP.samples; k++) {
      const [px, py] = [x + ((u - x) * k) / STEP.samples, y + ((v - y) * k) / STEP.samples];
      const [outside, inside] = [greyAt(px + nx, py + ny), greyAt(px - nx, py - ny)];
      if (outside === undefined || inside === undefined) continue;
      asked++;
      if (inside - outside >= STEP.least) steps++;
    }
  });
  return asked >= STEP.samples && steps >= STEP.share * asked;
}

// In: a photo. Out: where the corners of a sheet on a darker desk lie, or that no such sheet is seen.
// Otsu's threshold, the largest component of what is brighter, and the quadrilateral around its convex hull.
import { hullOf } from '../image/hull.ts';
import { runsOf, sizesOf } from '../image/components.ts';
import type { Corner, Corners } from '../photo-tune.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { greyOf, otsu } from './otsu.ts';
import { areaOf, fromTopLeft, quadrilateralAround } from './quadrilateral.ts';
import { isSheet } from './straighten.ts';

/** Of the photo's area: less is a note on the desk, more leaves no desk to be seen. */
const AREA = { least: 0.12, most: 0.96 };
/**
 * Of the quadrilateral's area: within the bright hull, and bright; what lines enclose hangs together with
 * nothing.
 */
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
  const quad = quadrilateralAround(hull, image);
  if (!quad) return null;
  const [all, own] = [image.width * image.height, areaOf(quad)];
  if (own < AREA.least * all || own > AREA.most * all) return null;
  if (areaOf(hull) < FILLED.hull * own || area < FILLED.bright * own) return null;
  const corners = fromTopLeft(quad).map(([x, y]): Corner => [held(x / image.width), held(y / image.height)]);
  const [a, b, c, d] = corners as unknown as Corners;
  return isSheet([a, b, c, d]) && stepsAround(grey, quad) ? [a, b, c, d] : null;
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

const held = (share: number): number => Math.round(1e4 * Math.max(0, Math.min(1, share))) / 1e4;

/**
 * Whether it gets darker at once beyond its edges, as far as the photo shows what lies there: no lamp's light
 * does.
 */
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

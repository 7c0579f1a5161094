// In: regions that lines enclose, and where the drawing's name says that a handle or a hub is. Out: which lie
// inside one: a mug's, a bag's, a gear's, a mug's by its shape, too. They are open.
// By boxes: what stands out beyond all that is larger, above it or beside it, one line away; or the middle.
import { liesAround, type Bounds } from '../image/bounds.ts';
import { mugHandle, withoutBands } from './mug-handle.ts';
import { areasOf, type Area } from './twins.ts';
import type { Plane } from '../sketch.ts';

/** Where a thing is taken hold of, or put on an axle; around: above it, beside it, or both. */
export type HandlePlace = 'above' | 'beside' | 'around' | 'middle';

// A handle's inside is smaller than this share of the largest region, and its side along the body shorter
// than this share of the body's: a lid is as broad.
const SMALL = 0.45;
const SHORT = 0.8;
// Of the pen's width, it is at most so far from the body: a head stands farther off from its shoulders.
const NEAR = 1.5;
// A handle's inside is so high, of its box, so far out, of its box's width from the body.
const HIGH = 0.62;
const OUT = 0.6;
// A hub's middle is off the body's by this share of its sides at most, and a hub as long as this share.
const OFF = 0.06;
const HUB = 0.6;

/**
 * 1 for each region that is a handle's inside, by its number from 1 on. `count`: of regions, and 0; `pen`:
 * the widest line, in pixels.
 */
export function handleRegions(
  map: Plane<Int32Array>,
  count: number,
  { place, pen }: { place: HandlePlace | null; pen: number },
): Uint8Array {
  const open = new Uint8Array(count);
  const areas = areasOf(map, count);
  if (!place) {
    const handle = mugHandle(map, areas, NEAR * pen + 1);
    if (handle !== null) open[handle] = 1;
    return open;
  }
  const largest = Math.max(...areas.map(({ pixels }) => pixels));
  // A line between two regions of pixels is as many pixels broad as their rims are apart, less one.
  const reach = NEAR * pen + 1;
  const stands = (area: Area, region: number): boolean => {
    if (region === 0 || area.pixels === 0) return false;
    if (place === 'middle') {
      // A life belt's hub is larger than each of its fields.
      return isHub(area.box, bodyOf(areas.filter((other) => other !== area && other.pixels > 0)));
    }
    if (area.pixels > SMALL * largest) return false;
    // The band round a handle's inside is no body.
    const isBody = ({ pixels, box }: Area): boolean =>
      pixels > area.pixels && (pixels === largest || !liesAround(box, area.box));
    const body = bodyOf(areas.filter(isBody));
    if (place !== 'beside' && isAbove(area.box, body, reach)) return true;
    if (place === 'above') return false;
    return isBeside(area.box, body, reach) && isDeep(map, { region, box: area.box }, body);
  };
  const found = areas.flatMap((area, region) => (stands(area, region) ? [{ region, box: area.box }] : []));
  for (const { region } of place === 'middle' ? found : withoutBands(found)) open[region] = 1;
  return open;
}

/** Around all of them. */
function bodyOf(areas: readonly Area[]): Bounds {
  return {
    x0: Math.min(...areas.map(({ box }) => box.x0)),
    y0: Math.min(...areas.map(({ box }) => box.y0)),
    x1: Math.max(...areas.map(({ box }) => box.x1)),
    y1: Math.max(...areas.map(({ box }) => box.y1)),
  };
}

const isAbove = (own: Bounds, body: Bounds, reach: number): boolean =>
  isNear(body.y0 - own.y1, reach) && isShort([own.x0, own.x1], [body.x0, body.x1]);

/** At a round body a handle reaches over a side of its box, with most of itself beyond it. */
function isBeside(own: Bounds, body: Bounds, reach: number): boolean {
  const middle = (own.x0 + own.x1) / 2;
  const right = own.x0 - body.x1 <= reach && middle > body.x1;
  const left = body.x0 - own.x1 <= reach && middle < body.x0;
  return (left || right) && isShort([own.y0, own.y1], [body.y0, body.y1]);
}

/** Whether it is still high far out, as a handle is; a spout narrows, or rises. */
function isDeep(
  map: Plane<Int32Array>,
  { region, box }: { region: number; box: Bounds },
  body: Bounds,
): boolean {
  const isRight = box.x0 + box.x1 > body.x0 + body.x1;
  const x = Math.round(box.x0 + (isRight ? OUT : 1 - OUT) * (box.x1 - box.x0));
  let high = 0;
  for (let y = box.y0; y <= box.y1; y++) if (map.data[y * map.width + x] === region) high++;
  return high >= HIGH * (box.y1 - box.y0 + 1);
}

const isHub = (own: Bounds, body: Bounds): boolean =>
  isAmid([own.x0, own.x1], [body.x0, body.x1]) && isAmid([own.y0, own.y1], [body.y0, body.y1]);

const isAmid = ([from, to]: Span, [start, end]: Span): boolean =>
  Math.abs(from + to - start - end) / 2 < OFF * (end - start) && to - from < HUB * (end - start);

const isNear = (apart: number, reach: number): boolean => apart > 0 && apart <= reach;

type Span = readonly [from: number, to: number];

/** Along the body, with its middle within the body's ends. */
function isShort([from, to]: Span, [start, end]: Span): boolean {
  const middle = (from + to) / 2;
  return to - from < SHORT * (end - start) && middle > start && middle < end;
}

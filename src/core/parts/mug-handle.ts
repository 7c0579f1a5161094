// In: regions that lines enclose. Out: the one that is a mug's handle by its shape alone, whatever it is
// called; null where there is none.
// By proportions of a D that stands at the side of the largest region: straight at the body, round outside.
// Of 16,000 icons of six sets narrower ones held for mugs and cups alone; of 300 of these sets that are
// drawn likewise (batteries, wallets, plugs) these hold for none.
import { liesAround, type Bounds } from '../image/bounds.ts';
import type { Plane } from '../sketch.ts';
import type { Area } from './twins.ts';

/** More regions are no mug, its coffee on both sides of a rim, and its handle. */
const MOST = 4;
// Shares of the largest region, and of its height.
const SMALL = [0.015, 0.35] as const;
const TALL = [0.26, 0.8] as const;
// A body of more width by height, a battery's, has a handle at least so tall.
const WIDE = 1.2;
const TALL_BESIDE_WIDE = 0.33;
/** Width by height. */
const SHAPE = [0.45, 1.05] as const;
// Of its box it fills at most; of its height, how much it has near the body, and how much far from it.
const FULL = 0.95;
const STRAIGHT = 0.98;
const ROUND = [0.5, 0.87] as const;
// Where that is, in widths from the body.
const NEAR = 0.12;
const FAR = 0.85;

/** `reach`: how far it is from the body at most, in pixels. */
export function mugHandle(map: Plane<Int32Array>, areas: readonly Area[], reach: number): number | null {
  const regions = [...areas.keys()].filter((region) => region > 0 && areas[region]!.pixels > 0);
  const body = regions.sort((a, b) => areas[b]!.pixels - areas[a]!.pixels)[0];
  if (body === undefined) return null;
  const beside = regions.flatMap((region): Beside[] => {
    const { box } = areas[region]!;
    const side = sideOf(box, areas[body]!.box, reach);
    return side === 0 ? [] : [{ region, side, box }];
  });
  const inmost = withoutBands(beside);
  const within = regions.filter((region) => beside.every((one) => one.region !== region));
  if (within.length + inmost.length > MOST) return null;
  const { x0, x1 } = areas[body]!.box;
  if (within.some((region) => areas[region]!.box.x0 < x0 - reach || areas[region]!.box.x1 > x1 + reach))
    return null;
  const [only, ...others] = inmost;
  if (!only || others.length > 0) return null;
  return isHandle(map, only, areas, areas[body]!) ? only.region : null;
}

/** Those that go round no other: of a handle drawn with two lines, its inside and not the band round it. */
export const withoutBands = <T extends { box: Bounds }>(found: readonly T[]): T[] =>
  found.filter((one) => !found.some((other) => other !== one && liesAround(one.box, other.box)));

interface Beside {
  region: number;
  side: 1 | -1;
  box: Bounds;
}

function isHandle(
  map: Plane<Int32Array>,
  { region, side }: Beside,
  areas: readonly Area[],
  body: Area,
): boolean {
  const { box, pixels } = areas[region]!;
  const [width, height] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
  const highAt = (share: number): number => {
    const x = side > 0 ? box.x0 + share * (width - 1) : box.x1 - share * (width - 1);
    let count = 0;
    for (let y = box.y0; y <= box.y1; y++) if (map.data[y * map.width + Math.round(x)] === region) count++;
    return count / height;
  };
  const [wide, tall] = [body.box.x1 - body.box.x0 + 1, body.box.y1 - body.box.y0 + 1];
  return (
    isIn(pixels / body.pixels, SMALL) &&
    isIn(height / tall, TALL) &&
    (wide <= WIDE * tall || height >= TALL_BESIDE_WIDE * tall) &&
    isIn(width / height, SHAPE) &&
    pixels <= FULL * width * height &&
    highAt(NEAR) >= STRAIGHT &&
    isIn(highAt(FAR), ROUND)
  );
}

const isIn = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;

/** 1: right of the body, at its height; −1: left of it; else 0. */
function sideOf(own: Bounds, body: Bounds, reach: number): 1 | -1 | 0 {
  const middle = (own.y0 + own.y1) / 2;
  if (middle <= body.y0 || middle >= body.y1) return 0;
  const isNear = (apart: number): boolean => apart > 0 && apart <= reach;
  return isNear(own.x0 - body.x1) ? 1 : isNear(body.x0 - own.x1) ? -1 : 0;
}

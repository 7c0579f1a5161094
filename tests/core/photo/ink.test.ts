import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rasterise } from '../../../src/core/engine.ts';
import { distanceTo } from '../../../src/core/image/distance.ts';
import { inkOn } from '../../../src/core/photo/ink.ts';
import { openRaster } from '../../../src/core/image/raster.ts';
import { PLAIN, type Plane, type Rgba } from '../../../src/core/sketch.ts';
import { photographed, SHEET } from './paper.ts';

let rasterise: Rasterise;
beforeAll(async () => {
  const root = new URL('../../../', import.meta.url);
  rasterise = await openRaster(readFileSync(new URL('node_modules/@resvg/resvg-wasm/index_bg.wasm', root)));
});

const SIDE = 480;
const LINES = `<g fill="none" stroke="#000" stroke-width="5"><path d="M110 190C90 330 130 390 240 390S390 330 370 190Z"/>
  <path d="M370 220C450 210 450 320 360 320"/><ellipse cx="240" cy="190" rx="130" ry="26"/><path d="M200 120c-20 20 20 26 0 46"/></g>`;
const page = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><rect width="${SIDE}" height="${SIDE}" fill="#fff"/>${body}</svg>`;
const drawn = (body = LINES): Rgba => rasterise(page(body), SIDE, SIDE);

const maskOf = ({ width, height, data }: Rgba): Plane<Uint8Array> => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => (data[4 * i]! < 128 ? 1 : 0)),
});

/** Share of the pixels of `a` that have one of `b` within three pixels. */
function found(a: Plane<Uint8Array>, b: Plane<Uint8Array>): number {
  const far = distanceTo(b).data;
  let [near, all] = [0, 0];
  a.data.forEach((value, i) => {
    if (!value) return;
    all += 1;
    if ((far[i] ?? Infinity) <= 3) near += 1;
  });
  return near / Math.max(1, all);
}

function judge(photo: Rgba, truth = maskOf(drawn()), tune = PLAIN.photo as Parameters<typeof inkOn>[1]) {
  const ink = inkOn(photo, tune);
  return { missed: 1 - found(truth, ink), invented: 1 - found(ink, truth) };
}

describe('a sketch on paper', () => {
  const kinds = {
    'a clean scan': {},
    'faint pencil under a lamp': { pencil: 0.25, lamp: 0.55, grain: 0.02 },
    'a shadow across the sheet': { pencil: 0.6, shadow: 0.4, grain: 0.02 },
    'yellow light': { pencil: 0.5, tint: [1, 0.86, 0.62] as const, lamp: 0.3, grain: 0.02 },
    'squared paper': { pencil: 0.6, squares: 24, ruling: 0.14, grain: 0.015 },
    'lined paper': { pencil: 0.5, lines: 30, ruling: 0.2, grain: 0.015 },
  };
  it.each(Object.entries(kinds))('%s becomes its lines', (_kind, how) => {
    const { missed, invented } = judge(photographed(drawn(), how));
    expect(missed).toBeLessThan(0.04);
    expect(invented).toBeLessThan(0.04);
  });

  it('blank paper, clean or ruled, has none', () => {
    for (const how of [
      { grain: 0.02, lamp: 0.4 },
      { squares: 24, ruling: 0.14, grain: 0.015 },
    ]) {
      const { data } = inkOn(photographed(drawn(''), how), PLAIN.photo);
      expect(data.reduce((sum, value) => sum + value, 0) / data.length).toBeLessThan(0.002);
    }
  });

  it('a higher threshold leaves faint lines out, a lower one takes them in', () => {
    const both = drawn(`${LINES}<path d="M20 440H460" stroke="#ddd" stroke-width="5"/>`);
    const at = (threshold: number): number =>
      inkOn(both, { ...PLAIN.photo, threshold }).data.reduce((sum, value) => sum + value, 0);
    expect(at(0.1)).toBeGreaterThan(at(0.5) + 1500);
    expect(at(0.5)).toBeGreaterThan(at(0.95));
  });
});

describe('a sheet seen from the side', () => {
  it('is straight again, whatever lies around it', () => {
    const photo = photographed(drawn(), { pencil: 0.6, sheet: SHEET, grain: 0.015 });
    const straight = judge(photo, maskOf(drawn()), { ...PLAIN.photo, corners: SHEET });
    expect(straight.missed).toBeLessThan(0.06);
    expect(straight.invented).toBeLessThan(0.06);
    expect(judge(photo).missed).toBeGreaterThan(0.3);
  });

  it('has no edge of its own in its lines, however dark its paper is', () => {
    const how = { pencil: 0.7, squares: 24, ruling: 0.16, grain: 0.015, lamp: 0.35, shadow: 0.2 };
    const photo = photographed(drawn(), { ...how, tint: [1, 0.94, 0.84], sheet: SHEET });
    const { missed, invented } = judge(photo, maskOf(drawn()), { ...PLAIN.photo, corners: SHEET });
    expect(missed).toBeLessThan(0.06);
    expect(invented).toBeLessThan(0.06);
  });
});

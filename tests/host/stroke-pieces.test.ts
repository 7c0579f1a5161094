import { decode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEngines } from '../../host/engines.mjs';
import { openRaster } from '../../host/export/raster.ts';
import { shortPath } from '../../host/export/text.ts';
import { strokePieces, type Pen } from '../../host/geometry/stroke-pieces.ts';

let render: (svg: string, zoom: number) => Uint8Array;
beforeAll(async () => {
  render = await openRaster((await readEngines()).resvg);
});

/** Alpha of what is drawn on 100 × 100. */
function drawn(element: string): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${element}</svg>`;
  const { data } = decode(render(svg, 1));
  return Uint8Array.from({ length: 10_000 }, (_, i) => data[4 * i + 3]!);
}

/** The share of pixels in which a stroke's pieces, filled, and the stroke itself differ. */
function apart(d: string, pen: Pen): number {
  const join = pen.join.toLowerCase();
  const stroke = drawn(`<path d="${d}" fill="none" stroke="black" stroke-width="${2 * pen.reach}" stroke-linejoin="${join}" stroke-miterlimit="${pen.miterLimit}"/>`); // prettier-ignore
  const pieces = drawn(`<path d="${strokePieces(d, pen)}"/>`);
  return stroke.filter((alpha, i) => Math.abs(alpha - pieces[i]!) > 100).length / stroke.length;
}

const CORNERS = 'M20 20L80 30L60 80L50 45L20 70Z';
const CURVES = 'M20 50C20 10 80 10 80 50C80 90 40 60 20 50Z';

describe("a stroke's pieces, filled, are the stroke", () => {
  it.each(['MITER', 'ROUND', 'BEVEL'] as const)('with corners of kind %s', (join) => {
    expect(apart(CORNERS, { reach: 6, join, miterLimit: 4 })).toBeLessThan(0.002);
  });

  it('with a mitre that the limit cuts off', () => {
    expect(apart('M10 40L90 50L10 60', { reach: 5, join: 'MITER', miterLimit: 4 })).toBeLessThan(0.002);
  });

  it('along curves, level and upright lines', () => {
    expect(apart(CURVES, { reach: 6, join: 'MITER', miterLimit: 4 })).toBeLessThan(0.004);
    expect(apart('M10 20H90V80H10', { reach: 4, join: 'MITER', miterLimit: 4 })).toBe(0);
    expect(apart('M10 80Q50 -20 90 80', { reach: 5, join: 'MITER', miterLimit: 4 })).toBeLessThan(0.004);
  });

  it('one piece for each corner, then one for each side, as Figma orders them', () => {
    const pieces = strokePieces('M0 0L10 0L10 10', { reach: 1, join: 'MITER', miterLimit: 4 });
    expect(shortPath(pieces)).toBe('M10 0V-1H11V0ZM0 0V-1H10V0V1H0V0ZM10 0H11V10H10H9V0H10Z');
  });
});

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

  it('as Figma writes them: the corners from the start on, then the sides', () => {
    const path = 'M40 40H160V160H40V120H100V80H40V40Z';
    // The outside stroke of shared/cases/19, letter for letter.
    const wanted = [
      'M40 40V20H20V40H40ZM160 40H180V20H160V40ZM160 160V180H180V160H160ZM40 160H20V180H40V160Z',
      'M40 120V100H20V120H40ZM100 120V140H120V120H100ZM100 80H120V60H100V80ZM40 80H20V100H40V80Z',
      'M40 40V60H160V40V20H40V40ZM160 40H140V160H160H180V40H160ZM160 160V140H40V160V180H160V160Z',
      'M40 160H60V120H40H20V160H40ZM40 120V140H100V120V100H40V120ZM100 120H120V80H100H80V120H100Z',
      'M100 80V60H40V80V100H100V80ZM40 80H60V40H40H20V80H40Z',
    ];
    const pieces = strokePieces(path, { reach: 20, join: 'MITER', miterLimit: 4 });
    expect(shortPath(pieces)).toBe(wanted.join(''));
  });

  it('a circle has no corner, and is one piece', () => {
    const circle = 'M90 50C90 72 72 90 50 90C28 90 10 72 10 50C10 28 28 10 50 10C72 10 90 28 90 50Z';
    const pen = { reach: 6, join: 'MITER', miterLimit: 4 } as const;
    expect(strokePieces(circle, pen).match(/M/g)).toHaveLength(1);
    expect(apart(circle, pen)).toBeLessThan(0.002);
  });

  it('one piece for each corner, then one for each run between corners, as Figma orders them', () => {
    const pieces = strokePieces('M0 0L10 0L10 10', { reach: 1, join: 'MITER', miterLimit: 4 });
    expect(shortPath(pieces)).toBe('M10 0H11V-1H10V0ZM0 0V1H10V0V-1H0V0ZM10 0H9V10H10H11V0H10Z');
  });
});

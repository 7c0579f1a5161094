import { beforeAll, describe, expect, it } from 'vitest';
import { openPaint, type Paint, type Pixel } from './painted.ts';

let paint: Paint;
beforeAll(async () => {
  paint = await openPaint();
});

describe('what use shows', () => {
  const RED = [255, 0, 0, 255];
  const square = '<rect id="r" x="10" y="10" width="40" height="40" fill="#F00"/>';

  it('a clip or mask of a use lies in coordinates that its x and y have moved', () => {
    const half = '<rect x="10" y="10" width="20" height="40" fill="#FFF"/>';
    const box = '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath>';
    for (const [cut, by] of [
      [`<clipPath id="c">${half}</clipPath>`, 'clip-path'],
      [`<mask id="c">${half}</mask>`, 'mask'],
      [box, 'clip-path'],
    ]) {
      const { at } = paint(`${cut}<defs>${square}</defs><use href="#r" x="40" y="40" ${by}="url(#c)"/>`);
      expect(at(60, 70)).toEqual(RED);
      expect(at(80, 70)[3]).toBe(0);
    }
  });

  it('a symbol has the paint, the veil and the transform that it names itself', () => {
    const symbol = (attributes: string, shape = '<rect width="10" height="10"/>'): Pixel =>
      paint(
        `<symbol id="s" viewBox="0 0 10 10" ${attributes}>${shape}</symbol>` +
          '<use href="#s" x="20" y="20" width="40" height="40"/>',
      ).at;
    expect(symbol('fill="#F00"')(40, 40)).toEqual(RED);
    expect(symbol('fill="#F00" opacity=".5"')(40, 40)[3]).toBeCloseTo(128, -0.5);
    const line = symbol('stroke="#F00" stroke-width="4"', '<path d="M0 5H10"/>');
    expect([line(40, 40), line(40, 25)[3]]).toEqual([RED, 0]);
    const moved = symbol('fill="#F00" transform="translate(20 0)"');
    expect([moved(30, 40)[3], moved(70, 40)]).toEqual([0, RED]);
  });

  it('an svg has its own paint and clip wherever it is shown', () => {
    const svg = `<svg id="n" width="40" height="40" viewBox="0 0 10 10" fill="#F00" clip-path="url(#c)"><rect width="10" height="10"/></svg>`;
    const clip = '<clipPath id="c"><rect width="5" height="10"/></clipPath>';
    for (const body of [
      `<g transform="translate(20 20)">${svg}</g>`,
      `<defs>${svg}</defs><use href="#n" x="20" y="20"/>`,
    ]) {
      const { at } = paint(clip + body);
      expect([at(30, 40), at(50, 40)[3]]).toEqual([RED, 0]);
    }
  });

  it('a line fades with its arrowhead as one', () => {
    const head =
      '<marker id="m" refX="0" markerWidth="4" markerHeight="4" overflow="visible"><circle r="2" fill="#F00"/></marker>';
    const { at } = paint(
      `${head}<path d="M20 50H60" stroke="#F00" stroke-width="8" marker-end="url(#m)" opacity=".5"/>`,
    );
    expect([30, 56, 66].map((x) => at(x, 50)[3])).toEqual([128, 128, 128]);
  });
});

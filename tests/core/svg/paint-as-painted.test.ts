import { beforeAll, describe, expect, it } from 'vitest';
import { openPaint, type Paint, type Pixel } from './painted.ts';

let paint: Paint;
beforeAll(async () => {
  paint = await openPaint();
});

const BODY = '<rect x="10" y="10" width="80" height="80" fill="#808080"/>';

describe('base colour is what a browser shows', () => {
  it('multiply and screen mix with what lies below', () => {
    const { at, roles } = paint(
      `${BODY}<rect x="20" y="20" width="20" height="20" fill="#808080" style="mix-blend-mode:multiply"/>` +
        '<rect x="60" y="20" width="20" height="20" fill="#000" style="mix-blend-mode:screen"/>',
    );
    expect(at(30, 30)[0]).toBeCloseTo(64, -0.5);
    expect(at(70, 30)[0]).toBe(128);
    expect(roles).toEqual(['form', 'print', 'print']);
  });

  it('two layers in a row that multiply do so each', () => {
    const dark =
      '<rect x="20" y="20" width="20" height="20" fill="#808080" style="mix-blend-mode:multiply"/>';
    expect(paint(BODY + dark + dark).at(30, 30)[0]).toBeCloseTo(32, -0.5);
  });

  it('a layer blur has no border, and is paint on the body', () => {
    const filter =
      '<filter id="f"><feFlood flood-opacity="0" result="b"/><feBlend in="SourceGraphic" in2="b"/><feGaussianBlur stdDeviation="6"/></filter>';
    const { at, roles } = paint(
      `${BODY}<g filter="url(#f)"><rect x="40" y="40" width="20" height="20" fill="#fff"/></g><defs>${filter}</defs>`,
    );
    expect(roles).toEqual(['form', 'print']);
    const across = [50, 58, 62, 70].map((x) => at(x, 50)[0]!);
    expect(across).toEqual([...across].sort((a, b) => b - a));
    expect(across[0]! - across[1]!).toBeLessThan(45);
  });

  it('an angular gradient runs round its middle', () => {
    const group =
      '<g data-figma-skip-parse="true"><g transform="matrix(0.04 0 0 0.04 50 50)"><foreignObject x="-1100" y="-1100" width="2200" height="2200">' +
      '<div xmlns="http://www.w3.org/1999/xhtml" style="background:conic-gradient(from 90deg,rgba(255, 0, 0, 1) 0deg,rgba(0, 0, 255, 1) 360deg);height:100%;width:100%;opacity:1"></div>' +
      '</foreignObject></g></g>';
    const { at, roles } = paint(`${group}<circle cx="50" cy="50" r="40" data-figma-gradient-fill="{}"/>`);
    expect(roles).toEqual(['form']);
    // Clockwise from the right: red, a quarter of the way, half of it, nearly blue.
    expect(at(85, 51)[0]).toBeGreaterThan(245);
    expect(at(50, 85)[0]).toBeCloseTo(191, -1);
    expect(at(15, 50)[0]).toBeCloseTo(128, -1);
    expect(at(85, 48)[2]).toBeGreaterThan(245);
  });

  it('a diamond gradient is the same in all four quarters', () => {
    const rect = (scale: string): string =>
      `<rect width="1050" height="1050" transform="${scale}" fill="url(#d)" opacity="1"/>`;
    const { at } = paint(
      `<g data-figma-skip-parse="true"><g transform="matrix(0.04 0 0 0.04 50 50)">${['', 'scale(1 -1)', 'scale(-1 1)', 'scale(-1)'].map(rect).join('')}</g></g>` +
        '<rect x="10" y="10" width="80" height="80" data-figma-gradient-fill="{}"/>' +
        '<defs><linearGradient id="d" x1="0" y1="0" x2="500" y2="500" gradientUnits="userSpaceOnUse"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient></defs>',
    );
    const quarters = [at(60, 60), at(39, 60), at(60, 39), at(39, 39)].map(([red]) => red!);
    for (const red of quarters) expect(red).toBeCloseTo(255 * (1 - 21 / 40), -1);
  });

  it('a clip path in units of the box cuts the box', () => {
    const { at } = paint(
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx="0.5" cy="0.5" r="0.5"/></clipPath>' +
        '<g clip-path="url(#c)"><rect x="20" y="20" width="60" height="60" fill="#080"/></g>',
    );
    expect(at(50, 50)[3]).toBe(255);
    expect(at(22, 22)[3]).toBe(0);
  });

  it('a mask may be painted with a gradient: what it shows at all is there', () => {
    const { at, roles } = paint(
      '<mask id="m" style="mask-type:alpha"><rect x="10" y="10" width="80" height="80" fill="url(#g)"/></mask>' +
        '<g mask="url(#m)"><rect x="10" y="10" width="80" height="80" fill="#080"/></g>' +
        '<linearGradient id="g" x1="0" y1="10" x2="0" y2="90" gradientUnits="userSpaceOnUse"><stop stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>',
    );
    expect(roles).toEqual(['form']);
    expect(at(50, 15)[3]).toBeGreaterThan(230);
    expect(at(50, 50)[3]).toBeCloseTo(128, -1);
  });

  it('a group that fades or is isolated keeps what is blended in it from what lies below', () => {
    const dark = '<rect x="20" y="20" width="20" height="20" fill="#F00" style="mix-blend-mode:multiply"/>';
    expect(paint(`${BODY}<g style="isolation:isolate">${dark}</g>`).at(30, 30)).toEqual([255, 0, 0, 255]);
    const [red, green] = paint(`${BODY}<g opacity=".5">${dark}</g>`).at(30, 30);
    expect(red).toBeCloseTo(192, -0.5);
    expect(green).toBeCloseTo(64, -0.5);
  });

  it('clips and masks that stand beside the shapes are found by those that refer to them', () => {
    const half = '<clipPath id="half"><rect width="50" height="100"/></clipPath>';
    const square = '<rect x="10" y="10" width="80" height="80" fill="#F00" clip-path="url(#round)"/>';
    const of = (clip: string): Pixel => paint(half + clip + square).at;
    const circle = '<circle cx="50" cy="50" r="30"/>';
    for (const at of [
      of(`<clipPath id="round" clip-path="url(#half)">${circle}</clipPath>`),
      of(`<clipPath id="round"><g/><circle cx="50" cy="50" r="30" clip-path="url(#half)"/></clipPath>`),
    ]) {
      expect(at(40, 50)).toEqual([255, 0, 0, 255]);
      expect(at(60, 50)[3]).toBe(0);
      expect(at(15, 15)[3]).toBe(0);
    }
  });

  it('a clip of a clip lies where the clipped element does', () => {
    const half = '<clipPath id="half"><rect x="20" y="20" width="20" height="60"/></clipPath>';
    const circle = '<circle cx="40" cy="50" r="25"/>';
    const square = '<rect x="10" y="10" width="80" height="80" fill="#F00" clip-path="url(#round)"/>';
    for (const round of [
      `<clipPath id="round" clip-path="url(#half)" transform="translate(5 0)">${circle}</clipPath>`,
      `<clipPath id="round" style="clip-path:url(#half)" transform="translate(5 0)">${circle}</clipPath>`,
    ]) {
      const { at } = paint(`${half}${round}<g transform="translate(30 0)">${square}</g>`);
      expect([48, 52, 68, 72].map((x) => at(x, 50)[3])).toEqual([0, 255, 255, 0]);
    }
  });

  it('a clip may use a shape that is clipped itself', () => {
    const half = '<clipPath id="half"><rect width="50" height="100"/></clipPath>';
    const circle = '<defs><circle id="c" cx="50" cy="50" r="30" clip-path="url(#half)"/></defs>';
    const square = '<rect x="10" y="10" width="80" height="80" fill="#F00" clip-path="url(#round)"/>';
    const { at } = paint(`${half}${circle}<clipPath id="round"><use href="#c"/></clipPath>${square}`);
    expect([at(40, 50)[3], at(60, 50)[3]]).toEqual([255, 0]);
  });

  it('a clip may use a shape that is drawn, without its groups', () => {
    const drawn = '<g transform="translate(100 0)"><circle id="c" cx="50" cy="50" r="30" fill="#0F0"/></g>';
    const square = '<rect x="10" y="10" width="80" height="80" fill="#F00" clip-path="url(#round)"/>';
    const { at } = paint(`${drawn}<clipPath id="round"><use href="#c"/></clipPath>${square}`);
    expect(at(50, 50)).toEqual([255, 0, 0, 255]);
    expect(at(15, 15)[3]).toBe(0);
  });

  it('a clip in units of a box is transformed after it has taken its size', () => {
    const clip =
      '<clipPath id="c" clipPathUnits="objectBoundingBox" transform="scale(.5)"><rect width="1" height="1"/></clipPath>';
    const { at } = paint(
      `${clip}<rect x="10" y="10" width="80" height="80" fill="#F00" clip-path="url(#c)"/>`,
    );
    expect(at(40, 40)).toEqual([255, 0, 0, 255]);
    expect(at(48, 48)[3]).toBe(0);
  });

  it.each(['foo', 'ff0000', '#12', 'rgb(1, 2)', 'device-cmyk(0 1 1 0)', 'var(--unknown)'])(
    'a colour that is none is left out: %s',
    (colour) => {
      const { at } = paint(`<g fill="#0000FF"><rect width="50" height="50" fill="${colour}"/></g>`);
      expect(at(30, 30)).toEqual([0, 0, 255, 255]);
    },
  );

  it.each([
    ['color(rec2020 .5 .3 .2)', [163, 83, 61]],
    ['color(a98-rgb .5 .3 .2)', [143, 75, 46]],
    ['color(prophoto-rgb .5 .3 .2)', [185, 77, 59]],
    ['CurrentColor', [0, 0, 0]],
  ])('colour spaces of CSS Color 4: %s', (colour, rgb) => {
    const { at } = paint(`<rect width="50" height="50" fill="${colour}"/>`);
    expect(at(30, 30)).toEqual([...rgb, 255]);
  });

  it('the current colour is that of the groups around, for gradients, patterns and fallbacks too', () => {
    const stops = '<stop stop-color="currentColor"/><stop offset="1" style="stop-color:CurrentColor"/>';
    const tile =
      '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="9" height="9" fill="currentColor"/></pattern>';
    const fills = ['url(#g)', 'url(#p)', 'url(#none) currentColor', 'currentColor'];
    const { at } = paint(
      `<g style="color:#0A0"><g color="currentColor"><linearGradient id="g">${stops}</linearGradient>${tile}` +
        `${fills.map((fill, i) => `<rect x="${25 * i + 2}" y="20" width="20" height="60" fill="${fill}"/>`).join('')}</g></g>`,
    );
    for (const x of [12, 37, 62, 87]) expect(at(x, 50)).toEqual([0, 170, 0, 255]);
  });

  it('a pattern’s shapes have the fill of the groups around it where they name none', () => {
    const pattern =
      '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0H10V10H0Z"/></pattern>';
    const { at } = paint(
      `<g style="fill:#0A0">${pattern}</g><rect x="10" y="10" width="80" height="80" fill="url(#p)"/>`,
    );
    expect(at(50, 50)).toEqual([0, 170, 0, 255]);
  });

  it('a gradient is laid out in the box of a curve, not of its control points', () => {
    const gradient =
      '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#F00"/><stop offset="1" stop-color="#00F"/></linearGradient>';
    // From 20 to 80: Chromium 147 paints 8 0 247 two units above its foot.
    const { at } = paint(`${gradient}<path d="M10 20C30 100 70 100 90 20Z" fill="url(#g)"/>`);
    expect(at(50, 50)[2]).toBeCloseTo(129, -1);
    expect(at(50, 77)[2]).toBeGreaterThan(240);
  });

  it('comments in a style say nothing, nor do sheets of other types and media', () => {
    const sheets =
      '<style type="text/plain">rect{fill:#00F}</style><style media="print">rect{fill:#00F}</style>' +
      '<style media="screen" type="text/css">rect{stroke:none}</style>';
    const { at } = paint(
      `${sheets}<rect width="50" height="50" fill="#00F" style="/* fill:red; */fill:#0F0;/* x */"/>`,
    );
    expect(at(30, 30)).toEqual([0, 255, 0, 255]);
  });

  it('a stroke is as uneven as its transform makes it, dashes and all', () => {
    const { at } = paint(
      '<g transform="scale(8 2)"><path d="M2 10H10V40" fill="none" stroke="#F00" stroke-width="2"/></g>',
    );
    // Two units high where it lies, eight wide where it stands.
    expect([18, 20, 22].map((y) => at(40, y)[3]! > 127)).toEqual([true, true, false]);
    expect([71, 72, 87, 88].map((x) => at(x, 60)[3]! > 127)).toEqual([false, true, true, false]);
    const dashed = paint(
      '<g transform="scale(8 2)"><path d="M2 10H10" stroke="#F00" stroke-width="8" stroke-dasharray="2"/></g>',
    );
    expect([20, 40, 60].map((x) => dashed.at(x, 20)[3])).toEqual([255, 0, 255]);
  });

  it('a stroke that does not scale is even, whatever its transform', () => {
    const line =
      '<path d="M2 10H10V40" fill="none" stroke="#F00" stroke-width="6" vector-effect="non-scaling-stroke"/>';
    const { at } = paint(`<g transform="scale(8 2)">${line}</g>`);
    expect([16, 18, 21, 24].map((y) => at(40, y)[3]! > 127)).toEqual([false, true, true, false]);
    expect([76, 78, 81, 84].map((x) => at(x, 60)[3]! > 127)).toEqual([false, true, true, false]);
  });
});

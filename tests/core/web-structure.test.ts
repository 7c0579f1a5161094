// What other tools write and Chromium draws: symbols, conditions, turned roots, mask regions, orders of
// paint; core's whole way. Wanted colours: Chromium 147's.
import { describe, expect, it } from 'vitest';
import { see } from './seen.ts';

const GREEN = [42, 157, 143];
const RED = [230, 57, 70];
const AMBER = [255, 183, 3];
const NOTHING = [0, 0, 0, 0];
const BODY = '<rect x="30" y="30" width="140" height="140" rx="20" fill="#2A9D8F"/>';
const TILE =
  '<rect width="80" height="80" rx="12" fill="#2A9D8F"/><circle cx="40" cy="40" r="20" fill="#FFB703"/>';

async function expectColours(
  inner: string,
  ...points: (readonly [x: number, y: number, colour: readonly number[]])[]
): Promise<void> {
  await expectIn(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${inner}</svg>`, ...points);
}

async function expectIn(
  svg: string,
  ...points: (readonly [x: number, y: number, colour: readonly number[]])[]
): Promise<void> {
  const { at } = await see(svg);
  for (const [x, y, colour] of points) {
    const seen = at(x, y);
    const off =
      colour === NOTHING
        ? seen[3]! > 40
        : colour.some((value, i) => Math.abs(value - seen[i]!) > 8) || seen[3]! < 250;
    expect({ x, y, seen, off }).toEqual({ x, y, seen, off: false });
  }
}

describe('symbols and nested drawings', () => {
  it('lie where symbol and use say, at the symbol’s own size', () =>
    expectColours(
      `<symbol id="s" x="20" y="10" width="100" height="100" viewBox="0 0 80 80">${TILE}</symbol><use href="#s" x="20" y="20"/>`,
      [90, 80, AMBER],
      [46, 80, GREEN],
      [134, 80, GREEN],
      [150, 80, NOTHING],
    ));

  it('a size in the style of a use is none', () =>
    expectColours(
      `<symbol id="s" viewBox="0 0 80 80">${TILE}</symbol><use href="#s" width="100" height="100" style="width:50px;x:30px;y:30px"/>`,
      [80, 80, AMBER],
      [36, 80, GREEN],
      [124, 80, GREEN],
    ));

  it('show what hangs over where their style says so', () =>
    expectColours(
      `<svg x="60" y="60" width="80" height="80" style="overflow:visible"><rect x="-30" y="-30" width="140" height="140" fill="#2A9D8F"/></svg>`,
      [40, 40, GREEN],
      [160, 160, GREEN],
    ));

  it('a marker, too, as Inkscape writes it', () =>
    expectColours(
      '<marker id="m" style="overflow:visible" markerWidth="1" markerHeight="1"><circle r="3" fill="#E63946"/></marker>' +
        `${BODY}<path d="M60 100H120" stroke="#FFB703" stroke-width="8" style="marker-end:url(#m)"/>`,
      [80, 100, AMBER],
      [106, 110, RED],
      [134, 100, RED],
    ));
});

describe('conditions', () => {
  it('leave out what is for others', () =>
    expectColours(
      `${BODY}<circle cx="100" cy="100" r="40" systemLanguage="fr" fill="#000"/><circle cx="70" cy="70" r="30" requiredExtensions="urn:x" fill="#000"/>` +
        '<switch><rect systemLanguage="de" x="80" y="80" width="40" height="40" fill="#000"/><rect x="80" y="80" width="40" height="40" fill="#E63946"/><circle cx="100" cy="100" r="60" fill="#000"/></switch>',
      [60, 60, GREEN],
      [100, 100, RED],
      [140, 100, GREEN],
    ));
});

describe('a turned root', () => {
  it('turns about its middle', () =>
    expectIn(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 200 200" transform="rotate(90)">${BODY}<circle cx="60" cy="100" r="20" fill="#FFB703"/></svg>`,
      [100, 60, AMBER],
      [60, 100, GREEN],
    ));
});

describe('masks', () => {
  it('show nothing outside their region, in shares of what they lie on', () =>
    expectColours(
      `<mask id="m" x="0" y="0" width="0.5" height="1"><rect width="200" height="200" fill="#fff"/></mask>${BODY}<rect x="50" y="50" width="100" height="100" fill="#E63946" mask="url(#m)"/>`,
      [70, 100, RED],
      [130, 100, GREEN],
    ));

  it('whose region is not told cut broad strokes a tenth beyond the path', () =>
    expectColours(
      `<mask id="m"><rect width="200" height="200" fill="#fff"/></mask>${BODY}<path d="M60 95h80v10h-80" fill="#E63946" stroke="#E63946" stroke-width="40" mask="url(#m)"/>`,
      [100, 100, RED],
      [100, 90, GREEN],
      [100, 110, GREEN],
    ));

  it('show by opacity where the element says so', () =>
    expectColours(
      `<mask id="m"><circle cx="100" cy="100" r="40"/></mask>${BODY}<rect x="50" y="50" width="100" height="100" fill="#E63946" style="mask:url(#m) alpha"/>`,
      [100, 100, RED],
      [60, 60, GREEN],
    ));

  it('weigh light linearly where they say so', () =>
    expectColours(
      `<mask id="m" color-interpolation="linearRGB"><rect width="200" height="200" fill="#808080"/></mask>${BODY}<rect x="50" y="50" width="100" height="100" fill="#E63946" mask="url(#m)"/>`,
      [100, 100, [83, 135, 127]],
    ));
});

describe('paint', () => {
  it('a gradient from circle to circle begins at the inner one', () =>
    expectColours(
      '<radialGradient id="g" cx="100" cy="100" r="70" fr="40" gradientUnits="userSpaceOnUse"><stop stop-color="#E63946"/><stop offset="1" stop-color="#2A9D8F"/></radialGradient>' +
        '<circle cx="100" cy="100" r="70" fill="url(#g)"/>',
      [100, 100, RED],
      [135, 100, RED],
      [155, 100, [136, 107, 107]],
    ));

  it('a gradient and a pattern are turned by their style', () =>
    expectColours(
      '<linearGradient id="g" x1="30" x2="170" y1="0" y2="0" gradientUnits="userSpaceOnUse" style="transform:rotate(90deg)"><stop offset=".5" stop-color="#E63946"/><stop offset=".5" stop-color="#2A9D8F"/></linearGradient>' +
        '<pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse" style="transform:translate(20px,0)"><rect width="20" height="40" fill="#FFB703"/></pattern>' +
        '<rect x="30" y="30" width="140" height="140" fill="url(#g)"/><rect x="60" y="80" width="80" height="40" fill="url(#p)"/>',
      [40, 60, RED],
      [40, 140, GREEN],
      [70, 90, AMBER],
      [90, 90, RED],
    ));

  it('markers lie below where paint-order says so', () =>
    expectColours(
      '<marker id="m" refX="5" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse"><circle cx="5" cy="5" r="5" fill="#000"/></marker>' +
        '<path d="M50 50H150V150H50Z" fill="#2A9D8F" stroke="#E63946" stroke-width="30" marker-start="url(#m)" marker-mid="url(#m)" paint-order="markers stroke fill"/>',
      [100, 100, GREEN],
      [54, 54, GREEN],
      [46, 46, RED],
    ));

  it('what is added in a group that fades is added to that group', () =>
    expectColours(
      `${BODY}<g opacity="0.5"><circle cx="80" cy="100" r="40" fill="#803020"/><circle cx="120" cy="100" r="40" fill="#204080" style="mix-blend-mode:plus-lighter"/></g>`,
      [60, 100, [85, 103, 88]],
      [140, 100, [37, 111, 136]],
      [100, 100, [101, 135, 152]],
    ));
});

describe('lengths and colours', () => {
  it('hang on font sizes, are calculated, are made of others', () =>
    expectColours(
      '<g font-size="20" style="--base:#E63946"><rect x="2em" y="2em" width="calc(100px + 1em)" height="6em" fill="#2A9D8F"/>' +
        '<circle cx="100" cy="100" style="r:min(2em, 50%);fill:rgb(from #E63946 r g b)"/></g>',
      [44, 44, GREEN],
      [156, 156, GREEN],
      [100, 64, RED],
      [100, 56, GREEN],
    ));
});

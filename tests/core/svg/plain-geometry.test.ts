// Wanted matrices: where Chromium 147 draws the corners of such rectangles.
import { expect, it } from 'vitest';
import { makePlainGeometry } from '../../../src/core/svg/plain-geometry.ts';
import { parseTransform } from '../../../src/core/svg/transform.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

const PAGE = { x: 0, y: 0, width: 200, height: 100 };

function plain(markup: string): Element {
  const root = parseXml(`<svg>${markup}</svg>`, 'svg')!;
  makePlainGeometry(root, PAGE);
  return root.children[0]!;
}

/** Where the point (10, 20) of its own coordinates comes to lie, rounded to thousandths. */
function lands({ attributes }: Element): number[] {
  const [a, b, c, d, e, f] = parseTransform(attributes['transform']);
  return [10 * a + 20 * c + e, 10 * b + 20 * d + f].map((value) => Math.round(value * 1000) / 1000 + 0);
}

const RECT = 'rect x="10" y="20" width="40" height="20"';

it.each([
  ['transform: translate(5px, 6px)', [15, 26]],
  ['transform: translate(50%, 50%)', [110, 70]],
  ['transform: translateX(5px) translateY(-1px)', [15, 19]],
  ['transform: rotate(90deg)', [-20, 10]],
  ['transform: rotate(0.25turn)', [-20, 10]],
  ['transform: scaleX(2) scaleY(50%)', [20, 10]],
  ['transform: skew(45deg)', [30, 20]],
  ['transform: scale(2); transform-origin: 10px 20px', [10, 20]],
  ['transform: scale(2); transform-origin: center', [-80, -10]],
  ['transform: scale(2); transform-origin: bottom left', [20, -60]],
  ['transform: rotate(180deg); transform-origin: center; transform-box: fill-box', [50, 40]],
  ['translate: 5px 6px', [15, 26]],
  ['rotate: 90deg', [-20, 10]],
  ['scale: 2 3', [20, 60]],
  ['translate: 1px; rotate: 90deg; scale: 2; transform: translate(1px)', [-39, 22]],
  ['transform: none', [10, 20]],
  ['transform: translate3d(5px, 10%, 0px) rotateZ(90deg)', [-15, 20]],
  ['transform: translateZ(0) scale3d(2, 3, 1)', [20, 60]],
  ['transform: matrix3d(0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 5, 6, 0, 1)', [-15, 16]],
])('%s', (style, wanted) => {
  expect(lands(plain(`<${RECT} style="${style}"/>`))).toEqual(wanted);
});

it.each([
  'transform: translate(5px 6px)',
  'transform: translate(5, 6)',
  'transform: rotate(90)',
  'transform: matrix(1 0 0 1 5 6)',
  'transform: rotate(90deg) scale(2 2)',
])('“%s” says nothing: the attribute holds', (style) => {
  expect(lands(plain(`<${RECT} transform="scale(3)" style="${style}"/>`))).toEqual([30, 60]);
});

it('of gradients and patterns goes into their own attribute', () => {
  const gradient = plain('<linearGradient gradientTransform="scale(9)" style="transform: scale(2)"/>');
  expect(parseTransform(gradient.attributes['gradientTransform'])).toEqual([2, 0, 0, 2, 0, 0]);
  const pattern = plain('<pattern patternTransform="scale(2)" style="transform-origin: 10px 20px"/>');
  expect(parseTransform(pattern.attributes['patternTransform'])).toEqual([2, 0, 0, 2, -10, -20]);
});

it('of the root turns all about the middle of its viewport', () => {
  const lies = (root: string): number[] => {
    const svg = parseXml(`<svg ${root}><${RECT}/></svg>`, 'svg')!;
    makePlainGeometry(svg, PAGE);
    return lands(svg.children[0]!);
  };
  expect(lies('transform="scale(2)"')).toEqual([-80, -10]);
  expect(lies('style="transform: rotate(180deg)"')).toEqual([190, 80]);
  expect(lies('width="400" height="200" viewBox="0 0 200 100" transform="translate(10)"')).toEqual([15, 20]);
  expect(lies('style="transform: scale(2); transform-origin: 0 0"')).toEqual([20, 40]);
});

it('of use, svg and symbol sizes are attributes alone', () => {
  expect(plain('<use width="5" style="width: 9px; x: 3px"/>').attributes).toMatchObject({
    width: '5',
    x: '3px',
  });
  expect(plain('<svg width="5" style="width: 9px; x: 3px"/>').attributes).toMatchObject({ width: '5' });
});

it('goes before the attribute, which an origin turns as well', () => {
  expect(lands(plain(`<${RECT} transform="scale(9)" style="transform: scale(2)"/>`))).toEqual([20, 40]);
  const element = plain(`<${RECT} transform="scale(2)" transform-origin="10 20"/>`);
  expect(lands(element)).toEqual([10, 20]);
  expect(element.attributes['transform-origin']).toBeUndefined();
});

it('a group’s own box has its children where they are', () => {
  const style = 'transform: scale(2); transform-origin: 0 0; transform-box: fill-box';
  expect(lands(plain(`<g style="${style}"><${RECT} style="transform: translate(10px, 0)"/></g>`))).toEqual([
    0, 20,
  ]);
});

it('sizes and outlines in style become attributes; the rest of the style stays', () => {
  const circle = plain('<circle r="1" style="r: 40px; cx: 10%; fill: red"/>');
  expect(circle.attributes).toMatchObject({ r: '40px', cx: '10%' });
  expect(circle.attributes['style']).toContain('red');
  expect(plain('<path style="d: path(\'M0 0h9\')"/>').attributes['d']).toBe('M0 0h9');
  expect(plain('<rect width="4" style="width: calc(1px + 2px)"/>').attributes['width']).toBe('4');
});

it('what says nothing of it stays as it is', () => {
  const untouched = '<rect style="fill: red; mix-blend-mode: multiply" transform="rotate(3)"/>';
  expect(plain(untouched)).toEqual(parseXml(`<svg>${untouched}</svg>`, 'svg')!.children[0]);
});

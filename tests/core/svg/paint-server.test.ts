import { beforeAll, describe, expect, it } from 'vitest';
import { isWithoutStops, paintsNothing } from '../../../src/core/svg/paint-server.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';
import { openPaint, type Paint } from './painted.ts';

let paint: Paint;
beforeAll(async () => {
  paint = await openPaint();
});

const STOPS = '<stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/>';
const TILE = '<rect width="9" height="9" fill="#f00"/>';
const [LIME, GREY] = [
  [0, 255, 0, 255],
  [204, 204, 204, 255],
];
const BODY = '<path d="M10 10H90V90H10Z" fill="#ccc"/>';

describe('what paints nothing shows the fallback, or what lies below', () => {
  it.each([
    ['laid out on a line', `<linearGradient id="g" gradientTransform="scale(0 1)">${STOPS}</linearGradient>`],
    [
      'on a slanting one',
      `<radialGradient id="g" gradientTransform="matrix(1 1 1 1 0 0)">${STOPS}</radialGradient>`,
    ],
    [
      'by what it refers to',
      `<linearGradient id="a" gradientTransform="scale(0)">${STOPS}</linearGradient><linearGradient id="g" href="#a"/>`,
    ],
    [
      'tiles on a line',
      `<pattern id="g" width=".2" height=".2" patternTransform="scale(1 0)">${TILE}</pattern>`,
    ],
    ['a tile without width', `<pattern id="g" width="0" height="1">${TILE}</pattern>`],
    ['a tile without a height', `<pattern id="g" width="1">${TILE}</pattern>`],
    ['an empty tile', '<pattern id="g" width="1" height="1"/>'],
  ])('%s', (_, server) => {
    const square = (fill: string): string => `${server}${BODY}<path d="M20 20H80V80H20Z" fill="${fill}"/>`;
    expect(paint(square('url(#g) #0f0')).at(70, 30)).toEqual(LIME);
    expect(paint(square('url(#g)')).at(70, 30)).toEqual(GREY);
  });

  it.each([
    ['a gradient', `<linearGradient id="g">${STOPS}</linearGradient>`],
    ['a pattern', `<pattern id="g" width=".2" height=".2">${TILE}</pattern>`],
  ])('%s in units of a box, on a line that lies flat', (_, server) => {
    const line = (d: string, stroke: string): string =>
      `${server}${BODY}<path d="${d}" stroke="${stroke}" stroke-width="12"/>`;
    expect(paint(line('M20 50H80', 'url(#g) #0f0')).at(50, 50)).toEqual(LIME);
    expect(paint(line('M50 20V80', 'url(#g)')).at(50, 50)).toEqual(GREY);
    expect(paint(line('M20 49L80 51', 'url(#g) #0f0')).at(50, 50)).not.toEqual(LIME);
  });
});

describe('a gradient without a stop paints nothing, whatever stands behind its name, as in Chromium', () => {
  it.each([
    ['of its own', '<linearGradient id="g"/>'],
    ['nor by what it refers to', '<linearGradient id="a"/><radialGradient id="g" href="#a"/>'],
  ])('%s', (_, server) => {
    const square = `${server}${BODY}<path d="M20 20H80V80H20Z" fill="url(#g) #0f0" stroke="url(#g)" stroke-width="9"/>`;
    expect(paint(square).at(70, 30)).toEqual(GREY);
    expect(paint(square).at(20, 50)).toEqual(GREY);
  });

  it('one that refers to stops paints them', () => {
    const servers = `<linearGradient id="a">${STOPS}</linearGradient><radialGradient id="g" href="#a"/>`;
    const ids = new Map(
      parseXml(`<svg>${servers}</svg>`, 'svg')!.children.map((one) => [one.attributes['id']!, one]),
    );
    expect(isWithoutStops(ids.get('g')!, ids)).toBe(false);
    expect(
      paint(`${servers}${BODY}<path d="M20 20H80V80H20Z" fill="url(#g)"/>`).at(50, 50)[0],
    ).toBeGreaterThan(230);
  });
});

it('all else paints', () => {
  const root = parseXml(
    `<svg><linearGradient id="flat" gradientUnits="userSpaceOnUse"/><pattern id="a" width="50%" height="1">${TILE}</pattern><pattern id="b" href="#a"/></svg>`,
    'svg',
  )!;
  const ids = new Map(root.children.map((child): [string, Element] => [child.attributes['id']!, child]));
  expect(paintsNothing(ids.get('flat')!, ids, true)).toBe(false);
  expect(paintsNothing(ids.get('b')!, ids, false)).toBe(false);
});

it('a path that is said to have no length has dashes without end', () => {
  const line = (length: string): string =>
    `${BODY}<path d="M20 50H80" stroke="#0f0" stroke-width="12" stroke-dasharray="10" pathLength="${length}"/>`;
  expect([25, 35].map((x) => paint(line('0')).at(x, 50))).toEqual([LIME, LIME]);
  expect([25, 35].map((x) => paint(line('60')).at(x, 50))).toEqual([LIME, GREY]);
});

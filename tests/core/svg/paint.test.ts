import { expect, it } from 'vitest';
import { paintOf, penOf, stopColour, withPathLength } from '../../../src/core/svg/paint.ts';
import { NOTHING } from '../../../src/core/svg/shape.ts';
import { elementOf, idsOf } from './elements.ts';

const ids = idsOf(
  '<linearGradient id="two"><stop stop-color="#000"/><stop stop-color="#c80000" stop-opacity="0.5"/></linearGradient>' +
    '<linearGradient id="copy" href="#two"/><linearGradient id="empty"/>' +
    '<linearGradient id="clear"><stop stop-opacity="0"/><stop stop-opacity="0"/></linearGradient>' +
    '<pattern id="hatch" width="2" height="2"><path d="M0 0h1"/></pattern>' +
    '<image id="i"/><pattern id="photo" width="1" height="1"><use href="#i"/></pattern>',
);
const fill = (text: string, rest: Record<string, string> = {}) =>
  paintOf({ fill: text, ...rest }, 'fill', ids, false);

it('flat colours carry their opacity', () => {
  expect(fill('rgb(255 0 0 / 0.5)', { 'fill-opacity': '0.5' })).toEqual({
    kind: 'flat',
    colour: { rgb: [255, 0, 0], alpha: 0.25 },
  });
  expect(fill('currentColor', { color: '#00f' })).toMatchObject({ colour: { rgb: [0, 0, 255] } });
});

it('none, clear and unknown colours paint nothing', () => {
  expect([
    fill('none'),
    fill('red', { 'fill-opacity': '0' }),
    fill('no-colour'),
    paintOf({}, 'stroke', ids, false),
  ]).toEqual([NOTHING, NOTHING, NOTHING, NOTHING]);
});

it('a gradient’s mean weighs stops by their alpha', () => {
  // Black at 1 and 200 at 0.5: 200 · 0.5 / 1.5.
  const mean = { rgb: [expect.closeTo(66.67, 1), 0, 0], alpha: 0.75 };
  expect(fill('url(#two)')).toEqual({
    kind: 'drawn',
    id: 'two',
    opacity: 1,
    mean,
    least: 0.5,
    most: 1,
    image: false,
  });
  const copy = { id: 'copy', mean: { alpha: 0.375 }, least: 0.25 };
  expect(fill('url(#copy)', { 'fill-opacity': '0.5' })).toMatchObject(copy);
});

it('a gradient of clear stops hides nothing', () => {
  expect(fill('url(#clear)')).toMatchObject({ mean: { alpha: 0 } });
});

it('patterns are grey, and tell whether they show pixels', () => {
  expect(fill('url(#hatch)', { 'fill-opacity': '0.5' })).toMatchObject({
    mean: { rgb: [128, 128, 128], alpha: 0.5 },
    image: false,
  });
  expect(fill('url(#photo)')).toMatchObject({ image: true });
});

it('a reference to nothing paints its fallback', () => {
  expect([fill('url(#gone) #0f0'), fill('url(#gone)')]).toMatchObject([
    { colour: { rgb: [0, 255, 0] } },
    NOTHING,
  ]);
});

it('a stop’s style goes before its attributes', () => {
  const stop = elementOf('<stop stop-color="red" stop-opacity="0.5" style="stop-color:#0000ff80"/>');
  expect(stopColour(stop)).toEqual({ rgb: [0, 0, 255], alpha: expect.closeTo(0.25, 2) });
});

it('a pen has the drawing’s units, and SVG’s own values where none are given', () => {
  expect(
    penOf({ stroke: 'red', 'stroke-width': '2', 'stroke-dasharray': '4, 1 0' }, ids, {
      scale: 3,
      diagonal: 100,
      isFlat: false,
    }),
  ).toEqual({
    paint: { kind: 'flat', colour: { rgb: [255, 0, 0], alpha: 1 } },
    width: 6,
    cap: 'butt',
    join: 'miter',
    miter: '4',
    dash: [12, 3, 0],
    dashOffset: 0,
  });
  expect(penOf({ 'stroke-width': '10%' }, ids, { scale: 1, diagonal: 50, isFlat: false }).width).toBe(5);
  expect(
    penOf({ 'stroke-dashoffset': '-2' }, ids, { scale: 3, diagonal: 100, isFlat: false }).dashOffset,
  ).toBe(-6);
});

it('without width it paints nothing; dashes that are none, or negative, are no dashes', () => {
  expect(penOf({ 'stroke-width': '-5' }, ids, { scale: 3, diagonal: 100, isFlat: false }).width).toBe(3);
  expect(
    penOf({ stroke: 'red', 'stroke-width': '0' }, ids, { scale: 1, diagonal: 1, isFlat: false }).paint,
  ).toBe(NOTHING);
  const dash = (text: string) =>
    penOf({ 'stroke-dasharray': text }, ids, { scale: 1, diagonal: 1, isFlat: false }).dash;
  expect([dash('0 0'), dash('3 -1'), dash('none')]).toEqual([[], [], []]);
});

it('dashes of a path that says how long it is are shares of that', () => {
  const style = { 'stroke-dasharray': '25 75', 'stroke-dashoffset': '10' };
  expect(withPathLength(style, 'M0 0H200', '100')).toEqual({
    'stroke-dasharray': '50 150',
    'stroke-dashoffset': '20',
  });
  expect(withPathLength(style, 'M0 0H200', undefined)).toBe(style);
  expect(withPathLength(style, 'M0 0', '100')).toBe(style);
  // A ring of 40 round: one dash goes round it to a twentieth of a unit.
  const ring = withPathLength({ 'stroke-dasharray': '1' }, 'M80 40A40 40 0 1 1 0 40A40 40 0 1 1 80 40Z', '1');
  expect(Math.abs(parseFloat(ring['stroke-dasharray']!) - 80 * Math.PI)).toBeLessThan(0.05);
});

it('what is no gradient and no pattern paints the fallback', () => {
  const others = idsOf('<meshgradient id="mesh"/><rect id="r"/>');
  const of = (text: string) => paintOf({ fill: text }, 'fill', others, false);
  expect(of('url(#mesh) #00f')).toMatchObject({ colour: { rgb: [0, 0, 255] } });
  expect(of('url(#r)')).toEqual(NOTHING);
});

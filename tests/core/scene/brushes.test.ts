import { describe, expect, it } from 'vitest';
import { brushesOf, inkWidth, isInk } from '../../../src/core/scene/brushes.ts';
import { sceneOf } from '../parts/inked.ts';

const shapesOf = (body: string) => sceneOf(body).drawing.shapes;
const path = (d: string, rest = ''): string => `<path d="${d}" ${rest}/>`;
const widthOf = (d: string, rest = ''): number => inkWidth(shapesOf(path(d, rest))[0]!);

describe('the width of ink', () => {
  it('is twice area by perimeter', () => {
    // 8 by 1: 2 · 8 / 18.
    expect(widthOf('M1 1h8v1h-8z')).toBeCloseTo(16 / 18);
  });

  it('leaves holes out: a frame of 10 by 10 that is 1 broad', () => {
    // Area 100 − 64, perimeters 40 + 32.
    expect(widthOf('M0 0h10v10h-10zM1 1v8h8v-8z')).toBeCloseTo(1);
    expect(widthOf('M0 0h10v10h-10zM1 1h8v8h-8z', 'fill-rule="evenodd"')).toBeCloseTo(1);
    // Turned the same way the inner one is no hole.
    expect(widthOf('M0 0h10v10h-10zM1 1h8v8h-8z')).toBeCloseTo(200 / 72);
  });

  it('of contours that overlap leaves out what both hold, whichever way they turn', () => {
    // Two squares of 6 by 6 that share 4 by 4, even-odd: 36 + 36 − 2 · 16.
    for (const second of ['M3 3h6v6h-6z', 'M3 3v6h6v-6z'])
      expect(widthOf(`M1 1h6v6h-6z${second}`, 'fill-rule="evenodd"')).toBeCloseTo((2 * 40) / 48, 1);
  });
});

it('ink is dark, without a hue, and no gradient', () => {
  const paints = '#000 #333 #800 #ccc url(#g)'.split(' ').map((fill) => path('M0 0h5v5z', `fill="${fill}"`));
  const gradient = '<linearGradient id="g"><stop/></linearGradient>';
  expect(shapesOf(gradient + paints.join('')).map(({ fill }) => isInk(fill))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

describe('brush strokes', () => {
  const bars = path('M0 1h9v.3h-9z') + path('M0 3h9v.3h-9z');
  const outlined = path('M0 0h10v10h-10zM1 1v8h8v-8z');
  const brushes = (body: string, wish: { rim?: number; letters?: boolean } = {}): boolean[] => {
    const shapes = shapesOf(body);
    const words = new Set(wish.letters ? shapes : []);
    const found = brushesOf(shapes, { words, extent: 10, rim: wish.rim ?? Infinity });
    return shapes.map((shape) => found.has(shape));
  };

  it('are thin dark shapes', () => {
    expect(brushes(bars)).toEqual([true, true]);
    expect(brushes(path('M0 0h5v5h-5z'))).toEqual([false]);
  });

  it('are short ones of the same pen, too, and no dots', () => {
    const short = path('M4 3.5h1.6a.5.5 0 0 1 0 1h-1.6a.5.5 0 0 1 0-1z');
    const dot = path('M5 6.4a.6.6 0 0 1 0 1.2a.6.6 0 0 1 0-1.2z');
    expect(brushes(outlined + short + dot)).toEqual([true, true, false]);
    expect(brushes(short + dot)).toEqual([false, false]);
  });

  it('are no two bodies that overlap, and are open where they do', () => {
    const two = 'M1 1h6v6h-6zM3 3h6v6h-6z';
    expect(brushes(path(two, 'fill-rule="evenodd"'))).toEqual([false]);
  });

  it('are broader ones as well, where they are as broad everywhere', () => {
    expect(brushes(outlined)).toEqual([true]);
    // A wedge has the same mean width as a bar of 1.
    expect(brushes(path('M0 0L10 1L0 2z'))).toEqual([false]);
  });

  it('are no letters, which swell and thin round small counters', () => {
    const evenOdd = 'fill-rule="evenodd"';
    const wedge = 'M0 2L10 1.6L10 2.4Z';
    expect(brushes(path(wedge))).toEqual([true]);
    expect(brushes(path(`${wedge}M7 1.85h2.6v.3h-2.6z`, evenOdd))).toEqual([false]);
    // As uneven, and round most of what there is: a line that encloses a body.
    const ring = 'M0 2A5 2 0 0 1 10 2A5 2 0 0 1 0 2ZM.5 2A4.7 1.9 0 0 1 9.9 2A4.7 1.9 0 0 1 .5 2Z';
    expect(brushes(path(ring, evenOdd))).toEqual([true]);
    // A small counter in a stroke that is as wide everywhere.
    expect(brushes(path('M0 1h9v.3h-9zM9 .5h1.2v1.2h-1.2zM9.3 .8v.6h.6v-.6z'))).toEqual([true]);
  });

  it('are none where the drawing is made of something else for the most part', () => {
    expect(brushes(bars + path('M0 0h9.9v9.9h-9.9z', 'fill="#c33"'))).toEqual([false, false, false]);
  });

  it('are none that are letters, have an outline, or are broader than a rim', () => {
    expect(brushes(bars, { letters: true })).toEqual([false, false]);
    expect(brushes(bars, { rim: 0.02 })).toEqual([false, false]);
    expect(brushes(path('M0 1h9v.3h-9z', 'stroke="#000" stroke-width="0.1"'))).toEqual([false]);
  });
});

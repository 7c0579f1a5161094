import { expect, it } from 'vitest';
import {
  foreignOutlines,
  hasHue,
  isDashed,
  isDrawnAs,
  isOfAnotherHue,
} from '../../../src/core/scene/outline-pen.ts';
import { sceneOf } from '../parts/inked.ts';

const shapesOf = (strokes: readonly string[], fill = '#ca9') =>
  sceneOf(strokes.map((stroke) => `<path d="M1 1h8v8h-8z" fill="${fill}" ${stroke}/>`).join('')).drawing
    .shapes;
const colours = (...names: string[]): string[] => names.map((name) => `stroke="${name}"`);
const foreign = (strokes: readonly string[], fill?: string): boolean[] => {
  const shapes = shapesOf(strokes, fill);
  const found = foreignOutlines(shapes);
  return shapes.map((shape) => found.has(shape));
};

it('a light stroke with a hue is no pen among dark ones', () => {
  expect(foreign(colours('#000', '#200', '#e33', '#999'))).toEqual([false, false, true, false]);
});

it('it is the pen where most outlines, three at least, are drawn in it', () => {
  expect(foreign(colours('#e33', '#e33', '#e43', '#000'))).toEqual([false, false, false, false]);
  expect(foreign(colours('#e33', '#e33'))).toEqual([true, true]);
  expect(foreign(colours('#e33', '#e33', '#e33', '#000', '#000', '#000'))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('round white and grey it is all the colour there is: seen, however common', () => {
  expect(foreign(colours('#7B79FF', '#7B79FF', '#7B79FF'), '#fff')).toEqual([true, true, true]);
  expect(foreign(colours('#222', '#222', '#222'), '#fff')).toEqual([false, false, false]);
  expect(foreign(colours('#1020e1', '#1a1a4e'), '#fff')).toEqual([true, false]);
});

it('paler than most that it goes round an outline is a rim on all of it, however common', () => {
  const on = (stroke: string, ...fills: string[]): boolean[] => {
    const { shapes } = sceneOf(
      fills.map((fill) => `<path d="M1 1h8v8h-8z" fill="${fill}" stroke="${stroke}"/>`).join(''),
    ).drawing;
    const found = foreignOutlines(shapes);
    return shapes.map((shape) => found.has(shape));
  };
  expect(on('#90a4ae', '#263238')).toEqual([true]);
  expect(on('#90a4ae', '#eceff1')).toEqual([false]);
  expect(on('#fff', '#263238', '#263238', '#fff')).toEqual([true, true, true]);
  expect(on('#90a4ae', '#263238', '#eceff1', '#fff')).toEqual([false, false, false]);
  // Of a night scene as well: dark grey is seen on black, but not what is black itself.
  expect(on('#3e3e3e', '#1a1a1a', '#1a1a1a')).toEqual([true, true]);
  expect(on('#3e3e3e', '#fff', '#1a1a1a', '#d9d9d9')).toEqual([false, false, false]);
  expect(on('#2b2b2b', '#000')).toEqual([false]);
});

it('round glass alone it is a frame, round opaque things too it is the pen', () => {
  const glass = '<path d="M1 1h8v8h-8z" fill="#bae6fd" fill-opacity=".5" stroke="#111"/>';
  const solid = '<path d="M1 1h8v8h-8z" fill="#ca9" stroke="#111"/>';
  const on = (body: string): number => foreignOutlines(sceneOf(body).drawing.shapes).size;
  expect([on(glass + glass), on(glass + solid)]).toEqual([2, 0]);
});

it('a stroke is drawn as another one in its colour and no broader', () => {
  const [outline, same, broader, black] = shapesOf([
    'stroke="#7B79FF"',
    'stroke="#7B79FF"',
    'stroke="#7B79FF" stroke-width="2"',
    'stroke="#000"',
  ]);
  const others = new Set([outline!]);
  expect([same, broader, black].map((one) => isDrawnAs(one!, others))).toEqual([true, false, false]);
});

it('a broken line is none, whatever its colour', () => {
  const [whole, dashed] = ['stroke="#000"', 'stroke="#000" stroke-dasharray="1 1"'];
  expect(foreign([whole, dashed])).toEqual([false, true]);
  expect(shapesOf([whole, dashed]).map(isDashed)).toEqual([false, true]);
});

it('black and grey have no hue, nor has what is not drawn', () => {
  expect(shapesOf(colours('#000', '#888', '#e33', 'none')).map(hasHue)).toEqual([false, false, true, false]);
});

it('beside black, grey or dark ink what is lighter and has a hue is not drawn with it', () => {
  const red = (ink: readonly [number, number, number]): boolean[] =>
    shapesOf(colours('#e33', '#311', '#999')).map((shape) => isOfAnotherHue(shape, ink));
  expect(red([0, 0, 0])).toEqual([true, false, false]);
  expect(red([120, 120, 120])).toEqual([true, false, false]);
  expect(red([98, 104, 124])).toEqual([true, false, false]);
  expect(red([28, 39, 76])).toEqual([true, false, false]);
  expect(red([225, 60, 60])).toEqual([false, false, false]);
});

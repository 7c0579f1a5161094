import { expect, it } from 'vitest';
import { wordShapes } from '../../../src/core/scene/words.ts';
import { sceneOf } from '../parts/inked.ts';

const letter = (x: number, width: number, y = 4): string => `M${x} ${y}h${width}v2h${-width}z`;
const shape = (d: string, rest = ''): string => `<path d="${d}" ${rest}/>`;
/** Whether each shape is a word. */
const words = (...shapes: string[]): boolean[] => {
  const all = sceneOf(shapes.join('')).drawing.shapes;
  const found = wordShapes(all);
  return all.map((one) => found.has(one));
};

it('three letters in a row are one, in one shape or in three', () => {
  const row = [letter(1, 1), letter(2.5, 1.4), letter(4.5, 0.6)];
  expect(words(shape(row.join('')))).toEqual([true]);
  expect(words(...row.map((d) => shape(d)))).toEqual([true, true, true]);
});

it('two are none, nor are three that are far apart or above each other', () => {
  expect(words(shape(letter(1, 1) + letter(2.5, 1.4)))).toEqual([false]);
  expect(words(shape(letter(0, 1) + letter(3, 1.4) + letter(7, 0.6)))).toEqual([false]);
  expect(words(shape(letter(1, 1, 0) + letter(1, 1.4, 3) + letter(1, 0.6, 6)))).toEqual([false]);
});

it('bars of one width are a pattern', () => {
  expect(words(shape(letter(1, 1) + letter(2.5, 1) + letter(4, 1)))).toEqual([false]);
});

it('a letter’s counter is no letter, a dot belongs to the letter under it', () => {
  const o = `${letter(1, 1)}M1.3 4.3v1.4h.4v-1.4z`;
  const i = `${letter(2.5, 0.5)}M2.5 3h.5v.5h-.5z`;
  expect(words(shape(o + i))).toEqual([false]);
  expect(words(shape(o + i + letter(3.4, 1.5)))).toEqual([true]);
});

it('colours are words of their own; what has an outline is none', () => {
  const row = [letter(1, 1), letter(2.5, 1.4), letter(4.5, 0.6)];
  expect(words(...row.map((d, i) => shape(d, `fill="${i === 1 ? '#c33' : '#000'}"`)))).toEqual([
    false,
    false,
    false,
  ]);
  expect(words(shape(row.join(''), 'stroke="#000"'))).toEqual([false]);
});

it('so are shades of one: a loader’s spokes spell nothing', () => {
  const row = [letter(1, 1), letter(2.5, 1.4), letter(4.5, 0.6)];
  const faded = row.map((d, i) => shape(d, `fill-opacity="${0.9 - 0.2 * i}"`));
  expect(words(...faded)).toEqual([false, false, false]);
});

it('steam over a cup, be it one shape with it, and heads over shoulders are none', () => {
  const steam = letter(1, 1, 1) + letter(3, 1.4, 1) + letter(5.4, 0.8, 1);
  const cup = 'M0 4h7v4h-7z';
  expect(words(shape(steam + cup))).toEqual([false]);
  expect(words(shape(steam), shape(cup))).toEqual([false, false]);
  // Below something much larger they are a word again.
  expect(words(shape(steam), shape('M0 4h9v16h-9z'))).toEqual([true, false]);
});

it('a ring between brackets is none, a wide letter between two that differ is', () => {
  const row = (last: number): string => letter(1, 0.6) + letter(2, 2) + letter(4.4, last);
  expect(words(shape(row(0.6)))).toEqual([false]);
  expect(words(shape(row(1)))).toEqual([true]);
});

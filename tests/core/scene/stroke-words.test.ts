import { expect, it } from 'vitest';
import { strokeWords } from '../../../src/core/scene/stroke-words.ts';
import { see } from '../seen.ts';
import { sceneOf } from '../parts/inked.ts';

const PEN = 'fill="none" stroke="#222" stroke-width="0.3"';
/** Whether each shape is a word; paths in a drawing of 10 × 10. */
const words = (...paths: string[]): boolean[] => {
  const { shapes } = sceneOf(paths.map((d) => `<path d="${d}" ${PEN}/>`).join('')).drawing;
  const found = strokeWords(shapes);
  return shapes.map((shape) => found.has(shape));
};
const [A, L, T, O] = ['M1 6L1.8 3L2.6 6M1.3 5h1', 'M3.2 3v3h1.2', 'M4.8 3h1.6M5.6 3v3', 'M7 4.5a1 1.5 0 1 0 2 0a1 1.5 0 1 0-2 0'] as const; // prettier-ignore

it('four letters on one line are a word, be they one path or several', () => {
  expect(words(A + L + T + O)).toEqual([true]);
  expect(words(A, L, T, O)).toEqual([true, true, true, true]);
});

it('three are none, nor are bars, figures apart, on several lines, or very different in height', () => {
  expect(words(A, L, T)).toEqual([false, false, false]);
  expect(words('M1 3v3M2 3v3M3 3v3M4 3v3M5 3v3M6 3v3M7 3v3')).toEqual([false]);
  expect(words('M0 4l.4-1l.4 1', 'M3 3v1h.5', 'M6 3h.6v1', 'M9 3h.3v1')).toEqual(Array(4).fill(false));
  expect(words('M1 3l1-2l1 2', 'M3.3 6v-2h1', 'M5 3h1.6v-2', 'M7 6a1 1 0 1 0 2 0')).toEqual(
    Array(4).fill(false),
  );
  expect(words(A, L, 'M4.8 5.5h1.6', O)).toEqual(Array(4).fill(false));
});

it('a path that is partly something else is that', () => {
  expect(words(`${A}${L}${T}${O}M1 9h8`)).toEqual([false]);
});

it('is seen in its own colour, its counters open, on nothing and on a body', async () => {
  const place = (d: string) => `<g transform="scale(20)"><path d="${d}" ${PEN}/></g>`;
  const alone = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${[A, L, T, O].map(place).join('')}</svg>`,
  );
  for (const [x, y] of [
    [64, 90],
    [112, 90],
    [28, 82],
  ] as const)
    expect(alone.at(x, y)).toEqual([34, 34, 34, 255]);
  expect(alone.at(160, 90)[3]).toBeLessThan(40);
  const body = '<rect x="5" y="20" width="190" height="160" rx="10" fill="#FFB703"/>';
  const on = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${body}${[A, L, T, O].map(place).join('')}</svg>`,
  );
  expect(on.at(64, 90)[2]).toBeLessThan(60);
  expect(on.at(160, 90).slice(0, 3)).toEqual([255, 183, 3]);
});

// Drawings whose style sheets and values are broken off or nest without end.
import { expect, it } from 'vitest';
import { readDrawing } from '../../../src/core/svg/drawing.ts';

const read = (width: string, sheet = '') =>
  readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><style>${sheet}</style>` +
      `<rect width="${width}" height="5" fill="red"/></svg>`,
  );
const nested = (open: string, close: string, times: number): string =>
  `${open.repeat(times)}1${close.repeat(times)}`;

it.each(['calc(3px', 'calc((3)'])('%s, broken off, is read as closed, as CSS has it', (width) => {
  expect(read(width)).toHaveProperty('shapes.0.measure.box.width', 3);
});

it('brackets that nest as deep as people write them are read', () => {
  expect(read(`calc(${nested('(', ')', 60)})`)).toHaveProperty('shapes.0.measure.box.width', 1);
});

it.each([
  ['a value', `calc(${nested('(', ')', 20_000)})`, ''],
  ['a sheet', '5', 'g{'.repeat(20_000)],
])('%s that nests without end is refused in words', (_of, width, sheet) => {
  expect(read(width, sheet)).toEqual({
    refused: 'not-an-svg',
    detail: 'a value in it, or its style sheet, nests too deep',
  });
});

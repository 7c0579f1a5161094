import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Rasterise } from '../../../src/core/engine.ts';
import { openRaster } from '../../../src/core/image/raster.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { overOpaque } from '../../../src/core/scene/over-opaque.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

let rasterise: Rasterise;
beforeAll(async () => {
  rasterise = await openRaster(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
});

/** The role of each piece, in paint order. */
function rolesOf(body: string): string[] {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return setScene(drawing, rasterise, openMemo())!.pieces.map(({ role }) => role);
}

const BODY = '<circle cx="50" cy="50" r="40" fill="#e83"/>';

it('a translucent fill on an opaque body is paint, however large', () => {
  expect(rolesOf(`${BODY}<circle cx="50" cy="50" r="40" fill="#fff" fill-opacity="0.3"/>`)).toEqual([
    'form',
    'print',
  ]);
});

it('any number of them are', () => {
  const veil = '<circle cx="50" cy="50" r="39" fill="#fff" opacity="0.2"/>';
  expect(rolesOf(BODY + veil.repeat(4))).toEqual(['form', 'print', 'print', 'print', 'print']);
});

it('what reaches beyond the body is none, unless it is clipped to it', () => {
  const veil = '<rect x="0" y="30" width="100" height="40" fill="#fd2" opacity="0.5"/>';
  expect(rolesOf(BODY + veil)).toEqual(['form', 'form']);
  const clip = '<clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>';
  expect(rolesOf(`${BODY}${clip}<g clip-path="url(#c)">${veil}</g>`)).toEqual(['form', 'print']);
});

it('a body that is painted later does not lie below', () => {
  expect(rolesOf(`<circle cx="50" cy="50" r="40" fill="#9cf" opacity="0.4"/>${BODY}`)).toEqual([
    'form',
    'form',
  ]);
});

it('what is called glass stays glass', () => {
  expect(
    rolesOf(`${BODY}<rect id="glass pane" x="40" y="40" width="20" height="20" fill="#9cf" opacity="0.4"/>`),
  ).toEqual(['form', 'form']);
});

it('below 4 % nothing is shown', () => {
  expect(rolesOf(`${BODY}<rect width="100" height="100" fill="#fff" opacity="0.01"/>`)).toEqual(['form']);
});

it('tells fills from strokes, and what lies on something for the most part', () => {
  const read = (body: string) => {
    const drawing = readDrawing(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`,
    );
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    const { fills, strokes, mostly } = overOpaque(drawing, drawing.shapes, rasterise);
    return drawing.shapes.map((shape) => [fills.has(shape), strokes.has(shape), mostly.has(shape)]);
  };
  const box = '<path d="M20 20h40v40h-40z" fill="#e83"/>';
  const veil = (x: number, rest = 'fill="#fff" fill-opacity="0.4"'): string =>
    `<path d="M${x} 30h20v20h-20z" ${rest}/>`;
  const none = [false, false, false];
  expect(read(box + veil(30))).toEqual([none, [true, false, false]]);
  // Three quarters of it lie on the box; of another one a quarter.
  expect(read(box + veil(45))).toEqual([none, [false, false, true]]);
  expect(read(box + veil(55))).toEqual([none, none]);
  // Below the box it lies on nothing.
  expect(read(veil(30) + box)).toEqual([none, none]);
  expect(read(box + veil(30, 'fill="none" stroke="#fff" stroke-opacity="0.4"'))).toEqual([
    none,
    [false, true, false],
  ]);
  expect(read(box + veil(30, 'fill="#fff"'))).toEqual([none, none]);
});

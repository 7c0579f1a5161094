// In: the body of an SVG of 100 × 100 units. Out: what its pieces paint, pixel by pixel, and their roles.
import { readFile } from 'node:fs/promises';
import { openMemo } from '../../../src/core/memo.ts';
import { openRaster } from '../../../src/core/image/raster.ts';
import { painted } from '../../../src/core/scene/pens.ts';
import { redraw } from '../../../src/core/scene/redraw.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

const SIDE = 100;

/** Red, green, blue, alpha. */
export type Pixel = (x: number, y: number) => number[];
export type Paint = (body: string) => { at: Pixel; roles: string[] };

export async function openPaint(): Promise<Paint> {
  const rasterise = await openRaster(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  return (body) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" fill="none">${body}</svg>`;
    const drawing = readDrawing(svg);
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    const { pieces } = setScene(drawing, rasterise, openMemo())!;
    const grid = { box: drawing.box, width: SIDE, height: SIDE };
    const { data } = rasterise(redraw({ drawing, pieces }, painted, { grid, paints: true }), SIDE, SIDE);
    return {
      at: (x, y) => [...data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4)],
      roles: pieces.map(({ role }) => role),
    };
  };
}

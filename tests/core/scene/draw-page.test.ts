import { expect, it } from 'vitest';
import type { Rasterise } from '../../../src/core/engine.ts';
import { drawPage } from '../../../src/core/scene/draw-page.ts';
import { painted } from '../../../src/core/scene/pens.ts';
import { sceneOf } from '../parts/inked.ts';

const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 8, height: 4 };

/** What is asked of the rasteriser, which gives each pixel its column and row; and what comes of it. */
function page(blur: number, paints: boolean) {
  const scene = sceneOf('<path d="M4 4h2v2h-2z" fill="#c33"/>');
  const pieces = scene.pieces.map((piece) => ({ ...piece, shape: { ...piece.shape, blur } }));
  const asked: { width: number; height: number; box: string }[] = [];
  const rasterise: Rasterise = (svg, width, height) => {
    asked.push({ width, height, box: /viewBox="([^"]*)"/.exec(svg)![1]! });
    const data = new Uint8Array(4 * width * height);
    for (let i = 0; i < width * height; i++) data.set([i % width, Math.floor(i / width)], 4 * i);
    return { width, height, data };
  };
  const image = drawPage({ ...scene, pieces }, painted, { grid, paints }, rasterise);
  return { asked: asked[0]!, image, runs: asked.length };
}

it('a page is drawn as large as it is, where no blur reaches far', () => {
  const { asked, image, runs } = page(0, true);
  expect([runs, asked]).toEqual([1, { width: 8, height: 4, box: '0 0 10 10' }]);
  expect([image.width, image.height, image.data[0], image.data[1]]).toEqual([8, 4, 0, 0]);
});

it('of a larger one, with as much room on each side, the middle is kept', () => {
  const { asked, image } = page(20, true);
  const [padX, padY] = [(asked.width - 8) / 2, (asked.height - 4) / 2];
  expect([padX > 0, padY > 0, Number.isInteger(padX), Number.isInteger(padY)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  // A pixel is 1.25 units wide and 2.5 high.
  expect(asked.box).toBe(`${-1.25 * padX} ${-2.5 * padY} ${10 + 2.5 * padX} ${10 + 5 * padY}`);
  expect([image.width, image.height]).toEqual([8, 4]);
  expect([...image.data.subarray(0, 2)]).toEqual([padX, padY]);
  const last = 4 * (8 * 4 - 1);
  expect([...image.data.subarray(last, last + 2)]).toEqual([padX + 7, padY + 3]);
});

it('pages without paints have no blur', () => {
  expect(page(20, false).asked).toMatchObject({ width: 8, height: 4 });
});

import { expect, it } from 'vitest';
import { drawPieces } from '../../../src/core/scene/draw-pieces.ts';
import { filled } from '../../../src/core/scene/pens.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';

const over =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M-3 -3h12v12h-12z" fill="#c33"/></svg>';

async function alphas(
  box: { x: number; y: number; width: number; height: number },
  crisp: boolean,
): Promise<number[]> {
  const { rasterise } = await fakeEngine();
  const drawing = readDrawing(over);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const { pieces } = castRoles(drawing);
  const grid = { box, width: 6, height: 1 };
  const { data, width, height } = drawPieces(
    { drawing, pieces },
    ({ shape }) => filled(shape, '#fff'),
    { grid, crisp },
    rasterise,
  );
  expect([width, height]).toEqual([6, 1]);
  return Array.from({ length: 6 }, (_, i) => data[4 * i + 3]!);
}

it('what hangs over the frame is cut to the share of a pixel that lies in it', async () => {
  expect(await alphas({ x: -1, y: 1, width: 6, height: 1 }, false)).toEqual([0, 255, 255, 255, 255, 0]);
  expect(await alphas({ x: -1.25, y: 1, width: 6, height: 1 }, false)).toEqual([0, 191, 255, 255, 255, 64]);
  expect(await alphas({ x: -1.25, y: 1, width: 6, height: 1 }, true)).toEqual([0, 255, 255, 255, 255, 0]);
  expect(await alphas({ x: 10, y: 1, width: 6, height: 1 }, false)).toEqual([0, 0, 0, 0, 0, 0]);
});

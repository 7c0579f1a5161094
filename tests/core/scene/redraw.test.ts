import { expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { drawPieces } from '../../../src/core/scene/draw-pieces.ts';
import { filled } from '../../../src/core/scene/pens.ts';
import { redraw } from '../../../src/core/scene/redraw.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { gridOver } from '../../../src/core/image/grid.ts';
import { fakeEngine } from '../fake.ts';
import { rowsOf } from '../small.ts';

it('draws the pieces that the pen draws, over any grid, cut by the frame', async () => {
  const { rasterise } = await fakeEngine();
  const drawing = readDrawing(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">' +
      '<path d="M1 1h3v3h-3z" fill="#c33"/><path d="M5 5h9v2h-9z" fill="#36c"/></svg>',
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const { pieces } = castRoles(drawing);
  const grid = gridOver({ x: 0, y: 0, width: 10, height: 10 }, 10);
  const image = drawPieces(
    { drawing, pieces },
    ({ shape }) => filled(shape, '#fff'),
    { grid, crisp: true },
    rasterise,
  );
  const data = Uint8Array.from({ length: 100 }, (_, i) => (image.data[4 * i + 3] === 255 ? 1 : 0));
  const [square, bar] = ['.###......', '.....###..'];
  const blank = '..........';
  expect(rowsOf({ width: 10, height: 10, data })).toEqual([
    blank,
    square,
    square,
    square,
    blank,
    bar,
    bar,
    blank,
    blank,
    blank,
  ]);
});

it('neighbours share the groups that they lie in; looks are for pages with paints', () => {
  const drawing = readDrawing(
    '<svg viewBox="0 0 8 8"><filter id="f"><feGaussianBlur stdDeviation="1"/></filter>' +
      '<rect width="8" height="8" fill="#0a0"/><g filter="url(#f)"><rect width="3" height="3" fill="red"/><rect x="3" width="3" height="3" fill="blue"/></g></svg>',
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const { pieces } = castRoles(drawing);
  const grid = gridOver({ x: 0, y: 0, width: 8, height: 8 }, 8);
  const page = (paints: boolean) =>
    redraw({ drawing, pieces }, ({ shape }) => filled(shape, '#fff'), { grid, paints });
  expect(page(true).match(/<feGaussianBlur/g)).toHaveLength(1);
  expect(page(true)).toMatch(/<g filter="url\(#[^"]*\)"><path [^>]*\/><path [^>]*\/><\/g><\/svg>$/);
  expect(page(false)).not.toContain('<g');
});

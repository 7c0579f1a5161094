import { expect, it } from 'vitest';
import { openMemo } from '../../../src/core/memo.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';

const { rasterise } = await fakeEngine();
const scene = (body: string) => {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return setScene(drawing, rasterise, openMemo());
};

it('is none where nothing is painted inside the frame', () => {
  expect(scene('<path d="M50 50h9v9h-9z" fill="#c33"/>')).toBeNull();
});

it('gaps that lines leave are closed by lines of their own', () => {
  const pen = 'fill="none" stroke="#000" stroke-width="0.8"';
  const open = (gap: number): string =>
    `<path d="M20 8H8V32H20" ${pen}/><path d="M${20 + gap} 8H32V32H20" ${pen}/>`;
  const made = scene(open(1))!;
  expect(made.found.guessed).toBe(true);
  expect(made.pieces.map(({ shape }) => shape.d)).toContain('M20 8L21 8');
  expect(scene(open(0))!.pieces).toHaveLength(2);
});

it('of every gap that is closed it is told where it lies, the widest among them', () => {
  const pen = 'fill="none" stroke="#000" stroke-width="0.2"';
  const box = (x: number, gap: number): string =>
    `<path d="M${x} ${x}H${40 - x}V20" ${pen}/><path d="M${40 - x} 20V${40 - x}H${x}V${x + gap}" ${pen}/>`;
  const made = scene(box(4, 2.2) + box(10, 2.65))!;
  expect(made.pieces.map(({ shape }) => shape.d)).toContain('M10 10L10 12.65');
  expect(made.openings.map(({ to }) => to)).toEqual([
    [4, 6.2],
    [10, 12.65],
  ]);
});

import { describe, expect, it } from 'vitest';
import { openMemo } from '../../../src/core/memo.ts';
import { colouredAt, lookAt, setScene } from '../../../src/core/scene/scene.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { cards, fakeEngine } from '../fake.ts';

const { rasterise } = await fakeEngine();
/** One pixel a unit: an object of 12 stands in a square of 16. */
const input = { ...cards.model.input, size: 16, margin: 2, stroke: 2 };
const scene = (body: string) => {
  const drawing = readDrawing(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${body}</svg>`);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return setScene(drawing, rasterise, openMemo());
};
const BOX = '<path d="M10 10h12v12h-12z" fill="#c33"/>';
const row = (data: ArrayLike<number>, y: number): number[] =>
  Array.from({ length: 16 }, (_, x) => Math.round(10 * data[16 * y + x]!) / 10);

describe('an object as the generator gets it', () => {
  it('stands in the middle of its square, with lines as wide as the card says', () => {
    const sight = lookAt(scene(BOX)!, 0, input, rasterise);
    expect(sight.square.box.x).toBeCloseTo(8, 1);
    expect(sight.square.box.width).toBeCloseTo(16, 1);
    expect(row(sight.lines.data, 8)).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0]);
    expect(row(sight.silhouette!.data, 8)).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('has no silhouette where only lines are drawn', () => {
    const lines = '<path d="M10 10h12v12h-12z" fill="none" stroke="#000" stroke-width="1"/>';
    expect(lookAt(scene(lines)!, 0, input, rasterise).silhouette).toBeNull();
  });

  it('is seen without the others', () => {
    const two = scene(BOX + '<path d="M28 10h6v6h-6z" fill="#36c"/>')!;
    expect(two.found.objects.boxes).toHaveLength(2);
    const large = lookAt(two, 0, { ...input, margin: 0, size: 12 }, rasterise);
    expect(large.square.box.width).toBeCloseTo(12, 1);
  });

  it('in its colours lies on white; alpha says where it is painted', () => {
    const made = scene(BOX)!;
    const { square } = lookAt(made, 0, input, rasterise);
    const { data } = colouredAt(made, 0, square, rasterise);
    expect([...data.subarray(4 * 136, 4 * 137)]).toEqual([204, 51, 51, 255]);
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 0]);
  });
});

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

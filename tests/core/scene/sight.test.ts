import { describe, expect, it } from 'vitest';
import { openMemo } from '../../../src/core/memo.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import { colouredAt, lookAt } from '../../../src/core/scene/sight.ts';
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

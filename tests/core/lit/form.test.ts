// A drawing in its square, with what the generator found.
import { describe, expect, it } from 'vitest';
import { findForm } from '../../../src/core/lit/form.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { setScene } from '../../../src/core/scene/scene.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';
import { clock, model, svgOf } from './made.ts';
import { made } from './plate.ts';

describe('the form', () => {
  it('is one view an object, in its square, with what the generator found', () => {
    const { views, notes } = made.form;
    expect(views).toHaveLength(1);
    expect(views[0]!.intrinsic.size).toBe(64);
    expect(views[0]!.square.box.width).toBeCloseTo((80 * 64) / 52, 0);
    expect(notes).toEqual([]);
  });

  it('is flat where paint that fades lies beside a body, whatever the generator finds there', async () => {
    const rays =
      '<linearGradient id="g"><stop stop-color="#fb0"/><stop offset="1" stop-color="#fb0" stop-opacity="0"/></linearGradient>';
    const body = `${rays}<path d="M0 20h90v40H0z" fill="url(#g)"/><path d="M30 30h20v20h-20z" fill="#36a"/>`;
    const engine = await fakeEngine();
    const drawing = readDrawing(svgOf(body));
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    const scene = setScene(drawing, engine.rasterise, openMemo())!;
    const data = new Float32Array(7 * 64 * 64).fill(0.6);
    const generate = () => Promise.resolve({ intrinsic: { shape: [1, 7, 64, 64], data } });
    const form = await findForm(scene, { model, wishes: PLAIN }, await fakeEngine({ generate }), clock());
    if (isRefusal(form)) throw new Error(form.refused);
    const { intrinsic, square } = form.views[0]!;
    const at = (x: number, y: number): number[] => {
      const [u, v] = [(x - square.box.x) / square.box.width, (y - square.box.y) / square.box.height];
      const i = 64 * Math.floor(64 * v) + Math.floor(64 * u);
      return [...intrinsic.normal.map((plane) => plane[i]!), intrinsic.occlusion[i]!];
    };
    expect(at(15, 35)).toEqual([0, 0, 1, 1]);
    expect(at(40, 40)[3]).toBeCloseTo(0.6);
  });

  it('that holds no number is refused', async () => {
    const data = new Float32Array(7 * 64 * 64).fill(NaN);
    const generate = () => Promise.resolve({ intrinsic: { shape: [1, 7, 64, 64], data } });
    const answer = await findForm(
      made.form.scene,
      { model, wishes: PLAIN },
      await fakeEngine({ generate }),
      clock(),
    );
    expect(answer).toMatchObject({ refused: 'runtime-failed' });
  });
});

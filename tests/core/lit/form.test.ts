// A drawing in its square, with what the generator found.
import { describe, expect, it } from 'vitest';
import { findForm } from '../../../src/core/lit/form.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { fakeEngine } from '../fake.ts';
import { clock, model } from './made.ts';
import { made } from './plate.ts';

describe('the form', () => {
  it('is one view an object, in its square, with what the generator found', () => {
    const { views, notes } = made.form;
    expect(views).toHaveLength(1);
    expect(views[0]!.intrinsic.size).toBe(64);
    expect(views[0]!.square.box.width).toBeCloseTo((80 * 64) / 52, 0);
    expect(notes).toEqual([]);
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

// What is kept goes with what it was made of.
import { describe, expect, it } from 'vitest';
import { openSharedMemos, openWayMemos } from '../../../src/core/lit/memos.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { light } from './made.ts';
import { made } from './plate.ts';

describe('what is kept', () => {
  it('goes with what it was made of: a new form takes all else along, a new figure not the feet', async () => {
    const memos = openWayMemos();
    let runs = 0;
    const fill = async (form: string, figure: string): Promise<void> => {
      await memos.form.answer([form], () => Promise.resolve(made.form));
      memos.feet(['views'], () => (runs++, []));
      await memos.figure.answer([figure], () => Promise.resolve(made.figure));
      memos.appearance(['look'], () => (runs++, made.appearance));
      memos.relief(['relief'], () => (runs++, made.relief));
    };
    await fill('a', 'a');
    await fill('a', 'a');
    expect(runs).toBe(3);
    await fill('a', 'b');
    expect(runs).toBe(5);
    await fill('b', 'b');
    expect(runs).toBe(8);
  });

  it('of drafts and pictures both begins empty', () => {
    expect(openSharedMemos(light).places).toEqual([]);
    expect(PLAIN.parts).toEqual({});
  });
});

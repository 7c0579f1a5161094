// A batch that was cancelled goes on with what is left of it.
import { describe, expect, it } from 'vitest';
import { remove } from '../../host/document/tree.ts';
import { TOLD } from '../../src/words.ts';
import { batch, drawSome, realizing } from './batches.ts';
import { lastHeard, openStage, picturesOn, settle, until } from './stage.ts';

describe('what is left of a batch', () => {
  it('a job that was cancelled comes again when it shall go on, whatever is selected', async () => {
    const stage = await openStage(
      realizing((sketch) => {
        const { job, index } = sketch;
        return job === 1 && index === 1 ? { type: 'cancel', job } : batch(sketch);
      }),
    );
    const drawn = settle(stage, drawSome(stage, 3));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 1 }));
    expect(drawn).not.toBe(stage.store.snapshot());
    const { job } = lastHeard(stage, 'done')!;
    stage.store.select(stage.page, []);
    await until(() => expect(lastHeard(stage, 'refused')).toBeDefined());
    stage.send({ type: 'go-on', job });
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 3 }));
    expect(picturesOn(stage, stage.page)).toHaveLength(4);
  });

  it('goes on, too, when what was placed so far is selected and shown meanwhile', async () => {
    const stage = await openStage(
      realizing((sketch) => {
        const { job, index } = sketch;
        if (job === 2) return null; // seen, and nothing is asked for
        return job === 1 && index === 2 ? { type: 'cancel', job } : batch(sketch);
      }),
    );
    settle(stage, drawSome(stage, 4));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ job: 1, placed: 2 }));
    expect(stage.store.selection(stage.page)).toHaveLength(2);
    stage.send({ type: 'ask', job: 0 });
    await until(() => expect(lastHeard(stage, 'sketch')).toMatchObject({ job: 2, total: 2 }));
    stage.send({ type: 'go-on', job: 1 });
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ job: 3, placed: 4 }));
    expect(lastHeard(stage, 'sketch')).toMatchObject({ job: 3, total: 4, goesOn: 1 });
  });

  it('says so when nothing is left to go on with', async () => {
    const stage = await openStage(realizing((sketch) => ({ type: 'cancel', job: sketch.job })));
    const drawn = drawSome(stage, 2);
    settle(stage, drawn);
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ job: 1, placed: 0 }));
    for (const id of drawn) remove(stage.store, id);
    stage.send({ type: 'go-on', job: 1 });
    await until(() => expect(lastHeard(stage, 'told')?.text).toBe(TOLD.noneLeft));
  });
});

import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/words.ts';
import {
  asking,
  lastHeard,
  openPanel,
  openStage,
  pictureOf,
  picturesOn,
  placing,
  settle,
  SETTINGS,
  until,
} from './stage.ts';
import { MUG } from './mug.ts';

/** The panel on one of two drawings. */
async function openOnMug() {
  const stage = await openStage(asking);
  const mug = stage.draw('FRAME', MUG);
  const jug = stage.draw('FRAME', { ...MUG, x: 900, name: 'Jug' });
  settle(stage, [mug]);
  const { run, sketch } = await openPanel(stage);
  expect(sketch.sketch.name).toBe('Mug');
  return { stage, jug, run, sketch };
}

describe('the panel', () => {
  it('gets the selection when it asks, and again whenever it changes', async () => {
    const { stage, jug, run, sketch } = await openOnMug();
    const first = sketch.job;
    stage.store.select(stage.page, [jug]);
    await until(() => expect(lastHeard(stage, 'sketch')?.sketch.name).toBe('Jug'));
    expect(lastHeard(stage, 'sketch')!.job).toBeGreaterThan(first);
    stage.store.select(stage.page, []);
    await until(() => expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'nothing-selected' }));
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('places when told to, more than once, each a step of undo', async () => {
    const stage = await openStage(asking);
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'sketch')).toBeDefined());
    const sketch = lastHeard(stage, 'sketch')!;
    for (const count of [1, 2]) {
      stage.send(pictureOf(sketch));
      await until(() => expect(picturesOn(stage, stage.page)).toHaveLength(count));
      await until(() => expect(stage.heard.filter(({ type }) => type === 'placed')).toHaveLength(count));
      await new Promise((resolve) => setTimeout(resolve, 300)); // a press within 250 ms would be an echo
    }
    // Selecting the new picture is our own doing: the panel keeps its drawing.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(lastHeard(stage, 'sketch')).toBe(sketch);
    expect(stage.store.depth.undo).toBe(2);
    run.close();
    stage.store.undo();
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
    expect(run.problems).toEqual([]);
  });

  it('one press that is told twice places once, another press right after it places, too', async () => {
    const stage = await openStage(asking);
    settle(stage, [stage.draw('FRAME', MUG)]);
    const { run, sketch } = await openPanel(stage);
    for (const message of [
      pictureOf(sketch),
      pictureOf(sketch),
      placing(sketch, { where: 'over', again: 'add' }),
    ])
      stage.send(message);
    await until(() => expect(stage.heard.filter(({ type }) => type === 'placed')).toHaveLength(3));
    expect(picturesOn(stage, stage.page)).toHaveLength(2);
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('keeps a promised picture when another drawing is selected meanwhile, and then turns to that one', async () => {
    const { stage, jug, run, sketch } = await openOnMug();
    stage.send({ type: 'coming', job: sketch.job, coming: true });
    stage.store.select(stage.page, [jug]);
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than a selection takes to be heard
    expect(lastHeard(stage, 'sketch')).toBe(sketch);
    stage.send(pictureOf(sketch));
    await until(() => expect(lastHeard(stage, 'sketch')?.sketch.name).toBe('Jug'));
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
    expect(stage.store.selection(stage.page)).toEqual([jug]);
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('turns to another selection at once when no picture comes after all', async () => {
    const { stage, jug, run, sketch } = await openOnMug();
    const { job } = sketch;
    stage.send({ type: 'coming', job, coming: true });
    stage.store.select(stage.page, [jug]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    stage.send({ type: 'coming', job, coming: false });
    await until(() => expect(lastHeard(stage, 'sketch')?.sketch.name).toBe('Jug'));
    expect(picturesOn(stage, stage.page)).toHaveLength(0);
    run.close();
  });

  it('drops a picture of a drawing that is no longer selected', async () => {
    const { stage, jug, run, sketch } = await openOnMug();
    const old = sketch;
    stage.store.select(stage.page, [jug]);
    await until(() => expect(lastHeard(stage, 'sketch')?.sketch.name).toBe('Jug'));
    stage.send(pictureOf(old));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(picturesOn(stage, stage.page)).toEqual([]);
    run.close();
  });

  it('goes through several, one after another', async () => {
    const stage = await openStage(asking);
    settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 900, name: 'Jug' })]);
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'sketch')?.index).toBe(0));
    stage.send(pictureOf(lastHeard(stage, 'sketch')!));
    await until(() => expect(lastHeard(stage, 'sketch')?.index).toBe(1));
    expect(lastHeard(stage, 'placed')).toMatchObject({ index: 0, name: 'Mug · realized' });
    stage.send(pictureOf(lastHeard(stage, 'sketch')!));
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 2, refused: [] }));
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('remembers its settings until the next time', async () => {
    const stage = await openStage();
    settle(stage, []);
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'opened')?.settings).toBeNull());
    stage.send({ type: 'settings', settings: SETTINGS });
    await until(() => expect(stage.host.storage.keys()).toEqual(['settings']));
    run.close();
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'opened')?.settings).toEqual(SETTINGS));
  });

  it('forgets settings that another version left behind', async () => {
    const stage = await openStage();
    stage.host.storage.set('settings', { model: 'old', quality: 'best' });
    settle(stage, []);
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'opened')).toMatchObject({ mode: 'panel', settings: null }));
  });

  it('closes when the frame asks for it', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'opened') send({ type: 'close' });
    });
    settle(stage, []);
    const run = await stage.run('open');
    await run.closed;
    expect(run.problems).toEqual([]);
    expect(stage.host.notices).not.toContain(sentence({ refused: 'cancelled' }));
  });
});

import { describe, expect, it } from 'vitest';
import { TOLD, sentence } from '../../src/words.ts';
import {
  asking,
  lastHeard,
  openPanel,
  openStage,
  pictureOf,
  picturesOn,
  placed,
  placing,
  settle,
  until,
  type Sketched,
  type Stage,
} from './stage.ts';
import { batch, drawSome, realizing } from './batches.ts';
import { MUG } from './mug.ts';

describe('many at once', () => {
  it('is one step of undo, and ends with a count', async () => {
    const stage = await openStage(realizing(batch));
    const before = settle(stage, drawSome(stage, 4));
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 4, refused: [] }));
    expect(picturesOn(stage, stage.page)).toHaveLength(4);
    expect(stage.store.selection(stage.page)).toHaveLength(4);
    expect(stage.store.depth.undo).toBe(1);
    run.close();
    expect(run.problems).toEqual([]);
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('what is skipped gets no picture, and the next one comes', async () => {
    const stage = await openStage(
      realizing((sketch) => {
        const { job, index } = sketch;
        return index % 2 === 0 ? { type: 'skip', job, index } : batch(sketch);
      }),
    );
    settle(stage, drawSome(stage, 4));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 2, refused: [] }));
    expect(picturesOn(stage, stage.page).map(({ props }) => props['name'])).toEqual([
      'Mug 1 · realized',
      'Mug 3 · realized',
    ]);
  });

  it.each(['cancel', 'refused'] as const)('cancel by "%s" keeps what is done', async (type) => {
    const refusal = { refused: 'cancelled' } as const;
    const stage = await openStage(
      realizing((sketch) =>
        sketch.index < 2 ? batch(sketch) : { type, job: sketch.job, index: 2, refusal },
      ),
    );
    settle(stage, drawSome(stage, 4));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 2, refused: [] }));
    expect(picturesOn(stage, stage.page)).toHaveLength(2);
    expect(stage.store.depth.undo).toBe(1);
    // The drawing that is seen can still be placed.
    await placed(stage, pictureOf(lastHeard(stage, 'sketch')!));
    expect(picturesOn(stage, stage.page)).toHaveLength(3);
    expect(stage.store.depth.undo).toBe(2);
  });

  it('one that fails does not stop the others', async () => {
    const stage = await openStage(
      realizing((sketch) => {
        const { job, index } = sketch;
        if (index === 1) return { type: 'refused', job, index, refusal: { refused: 'nothing-closed' } };
        const answer = batch(sketch);
        if (index === 2 && answer.type === 'place') answer.picture.png = new Uint8Array([1, 2, 3]);
        return answer;
      }),
      {
        before: (operation, id) => {
          if (operation === 'exportAsync' && stage.store.get(id!).props['name'] === 'Mug 3')
            throw new Error('no');
        },
      },
    );
    settle(stage, drawSome(stage, 5));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 2 }));
    expect(
      lastHeard(stage, 'done')?.refused.map(({ name, refusal }) => `${name}: ${refusal.refused}`),
    ).toEqual(['Mug 1: nothing-closed', 'Mug 2: image-refused', 'Mug 3: export-failed']);
    expect(lastHeard(stage, 'refused')?.refusal.refused).toBe('image-refused');
  });

  it('goes on when something else is selected meanwhile, and shows that afterwards', async () => {
    const stage: Stage = await openStage(
      realizing((sketch) => {
        if (sketch.index === 1) stage.store.select(stage.page, [jug]);
        if (sketch.sketch.name === 'Jug') return null;
        if (sketch.index < 2) return batch(sketch);
        setTimeout(() => stage.send(batch(sketch)), 400); // long after the new selection was told
        return null;
      }),
    );
    const jug = stage.draw('FRAME', { ...MUG, y: 2000, name: 'Jug' });
    settle(stage, drawSome(stage, 3));
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'done')).toMatchObject({ placed: 3 }));
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.name).toBe('Jug'));
    expect(stage.store.selection(stage.page)).toEqual([jug]); // her selection is hers
  });
});

describe('stepping through them', () => {
  it('shows the one that is wished, as the same drawings in a new job; Place goes on from there', async () => {
    const stage = await openStage(asking);
    const ids = ['Mug', 'Jug', 'Pot'].map((name, index) =>
      stage.draw('FRAME', { ...MUG, x: 600 * index, name }),
    );
    settle(stage, ids);
    const { run, sketch } = await openPanel(stage);
    stage.send({ type: 'turn-to', job: sketch.job, index: 2 });
    await until(() =>
      expect(lastHeard(stage, 'sketch')).toMatchObject({ index: 2, total: 3, sketch: { name: 'Pot' } }),
    );
    const pot = lastHeard(stage, 'sketch')!;
    expect(pot.job).toBeGreaterThan(sketch.job);
    stage.send({ type: 'turn-to', job: sketch.job, index: 0 }); // of a job that is over
    stage.send({ type: 'turn-to', job: pot.job, index: 3 });
    stage.send({ type: 'turn-to', job: pot.job, index: 1 });
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.name).toBe('Jug'));
    await placed(stage, placing(lastHeard(stage, 'sketch')!, { where: 'beside', again: 'update' }));
    await until(() =>
      expect(lastHeard(stage, 'sketch')).toMatchObject({ index: 2, sketch: { name: 'Pot' } }),
    );
    expect(picturesOn(stage, stage.page).map(({ props }) => props['name'])).toEqual(['Jug · realized']);
    run.close();
  });

  it('gets past one that cannot be read, both ways, and says which', async () => {
    const unread = new Set(['Jug', 'Pot']);
    const stage: Stage = await openStage(asking, {
      before: (operation, id) => {
        if (operation !== 'exportAsync') return;
        const { name } = stage.store.get(id!).props;
        if (typeof name === 'string' && unread.has(name)) throw new Error('no');
      },
    });
    settle(
      stage,
      ['Mug', 'Jug', 'Cup', 'Pot'].map((name, index) =>
        stage.draw('FRAME', { ...MUG, x: 600 * index, name }),
      ),
    );
    const { run, sketch } = await openPanel(stage);
    const turn = async (from: Sketched, index: number, name: string): Promise<Sketched> => {
      const told = stage.heard.filter(({ type }) => type === 'told').length;
      stage.send({ type: 'turn-to', job: from.job, index });
      await until(() => expect(stage.heard.filter(({ type }) => type === 'told')).toHaveLength(told + 1));
      const now = lastHeard(stage, 'sketch')!;
      expect(now.job).toBeGreaterThan(from.job);
      expect(now.sketch.name).toBe(name);
      return now;
    };
    const cup = await turn(sketch, 1, 'Cup');
    expect(lastHeard(stage, 'told')?.text).toMatch(/^Passed over “Jug”: /);
    const still = await turn(cup, 3, 'Cup'); // nothing stands behind what cannot be read: it stays
    expect(still.index).toBe(2);
    await turn(still, 1, 'Mug');
    run.close();
  });
});

describe('a cancelled run', () => {
  it.each([0, 1, 2])('leaves no step of undo, when %i stand', async (stands) => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch')
        send(message.index < stands ? pictureOf(message) : { type: 'cancel', job: message.job });
    });
    const before = settle(stage, drawSome(stage, 3));
    const run = await stage.run('realize');
    await run.closed;
    expect(stage.host.notices.at(-1)).toBe(sentence({ refused: 'cancelled' }));
    expect(stage.store.depth.undo).toBe(0);
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('what cannot be written down', () => {
  it('a history that the document does not take is told, and the picture stands', async () => {
    const { stage, sketch } = await (async () => {
      const stage: Stage = await openStage(asking, {
        before: (operation, id) => {
          if (operation === 'setPluginData' && id === '0:0') throw new Error('in setPluginData: no');
        },
      });
      settle(stage, [stage.draw('FRAME', MUG)]);
      return { stage, ...(await openPanel(stage)) };
    })();
    await placed(stage, pictureOf(sketch));
    expect(lastHeard(stage, 'told')).toEqual({ type: 'told', text: TOLD.historyNotKept });
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });
});

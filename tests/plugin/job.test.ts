// One click with trouble on its way: what stands then, and what is said.
import { describe, expect, it } from 'vitest';
import { parseFaults } from '../../host/faults/faults.ts';
import { remove } from '../../host/document/tree.ts';
import { sentence } from '../../src/words.ts';
import {
  finish,
  obliging,
  openStage,
  pictureOf,
  picturesOn,
  settle,
  type Frame,
  type Stage,
} from './stage.ts';
import { MUG, boxOf } from './mug.ts';

describe('trouble on the way', () => {
  it('cancel leaves the document byte for byte, even after a first picture', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch' && message.index === 0) send(pictureOf(message));
      if (message.type === 'sketch' && message.index === 1) send({ type: 'cancel', job: message.job });
    });
    const before = settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 900 })]);
    expect(await finish(stage)).toBe(sentence({ refused: 'cancelled' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('cancel before the first sketch closes, too', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'opened') send({ type: 'cancel', job: 0 });
    });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    await (
      await stage.run('realize')
    ).closed;
    expect(stage.store.snapshot()).toBe(before);
  });

  it('a drawing deleted meanwhile', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      remove(store, message.sketch.id);
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  });

  it('a drawing deleted while it is exported', async () => {
    const stage: Stage = await openStage(obliging, {
      before: (operation, id) => {
        if (operation === 'exportAsync' && id) remove(stage.store, id);
      },
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
  });

  it('a drawing moved meanwhile: the picture stands beside where it is now', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.write(message.sketch.id, {
        relativeTransform: [
          [1, 0, 1000],
          [0, 1, -50],
        ],
      });
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toMatchObject({ x: 1352, y: -50 });
  });

  it('a drawing hidden meanwhile: the picture has the size that it was drawn in, stroke and all', async () => {
    const boxes: unknown[] = [];
    for (const hides of [false, true]) {
      const stage = await openStage((message, send, { store }) => {
        if (message.type !== 'sketch') return;
        if (hides) store.write(message.sketch.id, { visible: false });
        send(pictureOf(message));
      });
      const stroked = { strokes: [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }], strokeWeight: 20, strokeAlign: 'OUTSIDE' }; // prettier-ignore
      settle(stage, [stage.draw('ELLIPSE', MUG, stroked)]);
      expect(await finish(stage)).toBe('Realized: Mug');
      const { width, height } = boxOf(picturesOn(stage, stage.page)[0]!);
      boxes.push({ width, height });
    }
    expect(boxes[0]).toEqual({ width: 361, height: 361 }); // Figma rounds up
    expect(boxes[1]).toEqual(boxes[0]);
  });

  it('half a drawing becomes no picture', async () => {
    const stage = await openStage(obliging, { faults: parseFaults('export-cut') });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toContain(sentence({ refused: 'export-failed' }).slice(0, 30));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  });

  it("another page in view: the picture stands on its drawing's page", async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.currentPage = '0:2';
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(picturesOn(stage, '0:1')).toHaveLength(1);
    expect(stage.store.get('0:2').children).toEqual([]);
  });

  it('an export that fails: its own words; the other drawings are still done', async () => {
    const stage: Stage = await openStage(obliging, {
      before: (operation, id) => {
        if (operation === 'exportAsync' && stage.store.get(id!).props['name'] === 'Bad')
          throw new Error('no memory');
      },
    });
    settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 900, name: 'Bad' })]);
    const said = await finish(stage);
    expect(said).toMatch(/^1 of 2 realized\. Bad: Figma could not export this selection\. /);
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });

  it('a picture that Figma refuses', async () => {
    const stage = await openStage((message, send) => {
      if (message.type !== 'sketch') return;
      const answer = pictureOf(message);
      if (answer.type === 'place') answer.picture.png = new Uint8Array([1, 2, 3]);
      send(answer);
    });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toMatch(/^Figma did not take the picture\./);
    expect(stage.store.snapshot()).toBe(before);
  });

  it('a refusal of the frame is told in its words', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch')
        send({ type: 'refused', job: message.job, index: 0, refusal: { refused: 'nothing-closed' } });
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'nothing-closed' }));
  });

  it('malformed, foreign and stale messages are not obeyed', async () => {
    const noisy: Frame = (message, send) => {
      if (message.type !== 'sketch') return;
      const right = pictureOf(message);
      for (const wrong of [null, 5, 'close', { type: 'eval' }, { ...right, job: 99 }, { ...right, index: 7 }])
        send(wrong);
      send({ ...right, made: undefined });
      send({ type: 'ready' }); // twice: the run does not begin again
      send(right);
      send(right);
    };
    const stage = await openStage(noisy);
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });
});

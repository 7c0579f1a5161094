// What Figma refuses, or users delete, while a picture is placed: nothing of it stays.
import { describe, expect, it } from 'vitest';
import { fault } from '../../../host/faults/faults.ts';
import { remove } from '../../../host/document/tree.ts';
import { sentence } from '../../../src/words.ts';
import { finish, obliging, openStage, pictureOf, picturesOn, settle } from '../stage.ts';
import { MUG } from '../mug.ts';

describe('trouble while placing', () => {
  it('a file that may only be viewed', async () => {
    const stage = await openStage(obliging, { writable: false });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'read-only' }));
    expect(stage.store.snapshot()).toBe(before);
    expect(stage.store.images.size).toBe(0); // nothing is stored that stands nowhere
  });

  it.each(['insertChild', 'resize'])(
    '%s that Figma refuses: nothing of the picture stays',
    async (broken) => {
      const stage = await openStage(obliging, {
        before: (operation) => {
          if (operation === broken) throw new Error(`in ${operation}: no`);
        },
      });
      const before = settle(stage, [stage.draw('FRAME', MUG)]);
      expect(await finish(stage)).toBe(sentence({ refused: 'image-refused', detail: `in ${broken}: no` }));
      expect(stage.store.snapshot()).toBe(before);
    },
  );

  it('relaunch buttons that Figma refuses: the picture stands all the same', async () => {
    const stage = await openStage(obliging, {
      before: (operation) => {
        if (operation === 'setRelaunchData') throw new Error('in setRelaunchData: not here');
      },
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
  });

  it('its parent deleted meanwhile', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      remove(store, board);
      send(pictureOf(message));
    });
    const board = stage.draw('FRAME', { x: 0, y: 0, width: 2000, height: 900, name: 'Board' });
    settle(stage, [stage.draw('FRAME', { ...MUG, parent: board })]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
  });

  it('its page deleted meanwhile', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.currentPage = '0:2';
      remove(store, '0:1');
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
  });

  it('its page deleted while that is loaded', async () => {
    const stage = await openStage(obliging, { faults: [fault('page-deleted', { at: 'loadAsync' })] });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
  });

  it('moved to another page while its own is loaded: the picture goes there, too', async () => {
    const stage = await openStage(obliging, { faults: [fault('node-to-other-page', { at: 'loadAsync' })] });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized on page “Page 2”: Mug');
    expect(picturesOn(stage, '0:2')).toHaveLength(1);
  });

  it('its parent locked meanwhile: beside that', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.write(board, { locked: true });
      send(pictureOf(message));
    });
    const board = stage.draw('SECTION', { x: 0, y: 0, width: 2000, height: 900, name: 'Board' });
    settle(stage, [stage.draw('FRAME', { ...MUG, parent: board })]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(picturesOn(stage, stage.page)[0]?.parent).toBe(stage.page);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { fault } from '../../host/faults/faults.ts';
import { WORK_LIMIT_MS } from '../../src/plugin/time-limits.ts';
import { sentence } from '../../src/words.ts';
import {
  finish,
  lastHeard,
  obliging,
  openStage,
  pictureOf,
  picturesOn,
  settle,
  until,
  type Stage,
} from './stage.ts';
import { MUG } from './mug.ts';

const JUG = { ...MUG, x: 900, name: 'Jug' };

const never = new Promise<void>(() => undefined);

afterEach(() => vi.useRealTimers());

describe('an export that hangs', () => {
  it('is given up after a while, in a sentence', async () => {
    const stage = await openStage(obliging, {
      before: (operation) => (operation === 'exportAsync' ? never : undefined),
    });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = await stage.run('realize');
    await vi.advanceTimersByTimeAsync(WORK_LIMIT_MS - 100);
    expect(run.isClosed).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await run.closed;
    expect(stage.host.notices).toEqual([sentence({ refused: 'export-hangs' })]);
    expect(run.problems).toEqual([]);
    expect(stage.store.snapshot()).toBe(before);
  });

  it('can be cancelled at once, and the first picture is taken back', async () => {
    const stage: Stage = await openStage(obliging, {
      before: (operation, id) =>
        operation === 'exportAsync' && stage.store.get(id!).props['name'] === 'Jug' ? never : undefined,
    });
    const before = settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', JUG)]);
    const run = await stage.run('realize');
    await until(() => expect(picturesOn(stage, stage.page)).toHaveLength(1));
    stage.send({ type: 'cancel', job: 1 });
    await run.closed;
    expect(stage.host.notices.at(-1)).toBe(sentence({ refused: 'cancelled' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('does not keep the panel from the next selection', async () => {
    const stage: Stage = await openStage(
      (message, send) => {
        if (message.type === 'opened') send({ type: 'ask', job: 0 });
      },
      {
        before: (operation, id) =>
          operation === 'exportAsync' && stage.store.get(id!).props['name'] === 'Mug' ? never : undefined,
      },
    );
    const jug = stage.draw('FRAME', JUG);
    settle(stage, [stage.draw('FRAME', MUG)]);
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'opened')).toBeDefined());
    stage.store.select(stage.page, [jug]);
    await until(() => expect(lastHeard(stage, 'sketch')?.sketch.name).toBe('Jug'));
    run.close();
    expect(run.problems).toEqual([]);
  });
});

describe('an export that is no drawing', () => {
  it.each([
    ['50 MB', 'export-huge', /^This drawing is too large to read\. .* \(\d+ MB of SVG, at most 24\)$/],
    ['nothing at all', 'export-empty', /^Figma could not export this selection\. /],
    ['a bare string instead of an error', 'export-throws-text', /^Figma could not export this selection\. /],
  ] as const)('%s', async (_, id, sentence) => {
    const stage = await openStage(obliging, { faults: [fault(id)] });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toMatch(sentence);
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('cancel leaves the document byte for byte as it was', () => {
  const CANCELS: [string, (stage: Stage, close: () => void) => void][] = [
    ['by the button', (stage) => stage.send({ type: 'cancel', job: 1 })],
    ['by a message without a word of the job', (stage) => stage.send({ type: 'cancel', job: 0 })],
    ['by closing the window', (_, close) => close()],
  ];
  for (const [how, cancel] of CANCELS)
    for (const stands of [0, 1, 2])
      it(`${how}, when ${stands} of 3 stand`, async () => {
        const stage = await openStage((message, send) => {
          if (message.type === 'sketch' && message.index < stands) send(pictureOf(message));
        });
        const before = settle(stage, [
          stage.draw('FRAME', MUG),
          stage.draw('FRAME', JUG),
          stage.draw('FRAME', { ...MUG, x: 1800, name: 'Lamp' }),
        ]);
        const run = await stage.run('realize');
        await until(() => expect(lastHeard(stage, 'sketch')?.index).toBe(stands));
        expect(picturesOn(stage, stage.page)).toHaveLength(stands);
        cancel(stage, () => run.close());
        await run.closed;
        expect(stage.store.snapshot()).toBe(before);
        expect(run.problems).toEqual([]);
      });

  it('while the picture is being placed', async () => {
    const stage = await openStage(
      (message, send) => {
        if (message.type === 'sketch') send(pictureOf(message));
      },
      {
        before: (operation) => {
          if (operation !== 'loadAsync') return;
          stage.send({ type: 'cancel', job: 1 });
          return new Promise((resolve) => setTimeout(resolve, 30));
        },
      },
    );
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'cancelled' }));
    expect(stage.store.snapshot()).toBe(before);
  });
});

describe('messages that come twice, or too late', () => {
  it('the panel places once, and says so twice', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'opened') send({ type: 'ask', job: 0 });
      if (message.type !== 'sketch') return;
      send(pictureOf(message));
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    const run = await stage.run('open');
    await until(() => expect(lastHeard(stage, 'placed')).toBeDefined());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('storage that cannot be read: as if nothing was kept', async () => {
    const stage = await openStage(obliging, {
      before: (operation) => {
        if (operation === 'clientStorage.getAsync') throw new Error('in getAsync: broken');
      },
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(lastHeard(stage, 'opened')?.settings).toBeNull();
  });

  it('storage that never answers: as if nothing was kept', async () => {
    const stage = await openStage(obliging, { faults: [fault('storage-hangs')] });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
  });

  it('storage that is full is told, and the picture stands', async () => {
    const stage = await openStage((message, send) => {
      if (message.type !== 'sketch') return;
      const answer = pictureOf(message);
      if (answer.type === 'place') send({ type: 'settings', settings: answer.made.settings });
      send(answer);
    });
    stage.host.storage.ballast = 5 * 1024 * 1024;
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(stage.host.notices).toContain('Your settings could not be kept: the plugin storage is full.');
    expect(stage.host.notices).toContain('Realized: Mug');
  });
});

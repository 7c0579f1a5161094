// What the panel asks of its engine and answers the plugin, in both windows.
import { expect, test } from 'vitest';
import type { Refusal, Settings } from '../../src/core/sketch.ts';
import type { PluginToUi, UiToPlugin } from '../../src/protocol.ts';
import type { Loaded, Made } from '../../src/ui/engine/connection.ts';
import type { Engine } from '../../src/ui/engine/engine.ts';
import { createSession } from '../../src/ui/session.ts';
import { START } from '../../src/ui/state.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const offer: Loaded = {
  type: 'loaded',
  job: 0,
  runtime: 'WASM',
  models: [{ id: 'realize', name: 'Realize', lit: true }],
  studios: [
    { id: 'soft', name: 'Soft' },
    { id: 'rim', name: 'Rim' },
  ],
  materials: [],
};

const made = (size: number): Made => ({
  picture: {
    png: new Uint8Array(3),
    width: size,
    height: size,
    box: { x: 0, y: 0, width: 320, height: 320 },
    ms: { light: 12.4, encode: 3 },
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
});

const rival = async () => 'not here';

/** A session on an engine that answers when told to. */
function table(mode: 'once' | 'panel', settings: Settings | null = null) {
  const posted: UiToPlugin[] = [];
  const asked: { settings: Settings; answer: (made: Made | Refusal) => void }[] = [];
  let state = START;
  let cancels = 0;
  const engine: Engine = {
    start: async () => offer,
    realize: ({ settings: wanted }) => new Promise((answer) => asked.push({ settings: wanted, answer })),
    draft: () => Promise.reject(new Error('no draft was wanted')),
    cancel: () => {
      cancels += 1;
      for (const { answer } of asked) answer({ refused: 'cancelled' });
    },
    adopt: async () => 'not here',
  };
  const session = createSession({
    engine,
    post: (m) => posted.push(m),
    changed: (now) => (state = now),
    rival,
  });
  session.begin();
  session.hear({ type: 'opened', mode, settings, editor: 'figma', prefs: null });
  return {
    session,
    posted,
    asked,
    state: () => state,
    cancels: () => cancels,
    types: () => posted.map(({ type }) => type),
    sketch: async (job: number, index = 0, total = 1) => {
      const sketch = { id: `${job}:${index}`, name: 'Mug', svg: '<svg/>' };
      session.hear({ type: 'sketch', job, index, total, sketch, look: null });
      await settle();
    },
    answer: async (n: number, answer: Made | Refusal) => {
      asked[n]?.answer(answer);
      await settle();
    },
  };
}

const settle = () => new Promise((done) => setTimeout(done));

test('the panel says it is ready, and asks for the selection only once it knows that it stays', async () => {
  expect(table('once').types()).toEqual(['ready']);
  expect(table('panel').types()).toEqual(['ready', 'ask']);
});

test('once: each sketch is realized at the size that was chosen and answered with its picture', async () => {
  const kept: Settings = { ...PLAIN, model: 'realize', studio: 'rim', size: 2048, seed: 3, shadow: false };
  const { sketch, asked, answer, posted } = table('once', kept);
  await sketch(7, 1, 3);
  expect(asked[0]?.settings).toEqual(kept);
  await answer(0, made(2048));
  expect(posted.at(-1)).toMatchObject({
    type: 'place',
    job: 7,
    index: 1,
    picture: { width: 2048 },
    made: { from: '7:1', settings: kept, runtime: 'WASM', ms: 15 },
  });
  expect(posted.at(-1)).toHaveProperty('picture.notes', []);
});

test('once: what cannot be realized is answered too, so that the next one comes', async () => {
  const { sketch, answer, posted } = table('once');
  await sketch(7, 0, 2);
  await answer(0, { refused: 'nothing-drawn' });
  expect(posted.at(-1)).toEqual({ type: 'refused', job: 7, index: 0, refusal: { refused: 'nothing-drawn' } });
});

test('once: cancel tells the plugin, and the run that ends of it says nothing more', async () => {
  const { session, sketch, types, cancels } = table('once');
  await sketch(7);
  session.cancel();
  await settle();
  expect(cancels()).toBe(1);
  expect(types()).toEqual(['ready', 'cancel']);
});

test('once: cancel before the first sketch has come closes the window, as there is no job to name', async () => {
  const { session, types } = table('once');
  session.cancel();
  expect(types()).toEqual(['ready', 'close']);
});

test('panel: the preview is small; Place makes the size that was chosen, then sends it', async () => {
  const { session, sketch, asked, answer, types, posted, state } = table('panel');
  await sketch(1);
  expect(asked[0]?.settings.size).toBe(512);
  await answer(0, made(512));
  expect(types()).toEqual(['ready', 'ask']);
  session.place();
  await settle();
  expect(asked[1]?.settings.size).toBe(1024);
  await answer(1, made(1024));
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 1, picture: { width: 1024 } });
  expect(state().placing).toBe(true);
});

test('panel: what is shown at the chosen size already is placed without another run', async () => {
  const { session, sketch, asked, answer, posted } = table('panel');
  session.choose({ size: 512 });
  await sketch(1);
  await answer(0, made(512));
  session.place();
  expect(posted.at(-1)).toMatchObject({ type: 'place', picture: { width: 512 } });
  expect(asked.length).toBe(1);
});

test('panel: a choice runs the preview again and is kept; another size alone changes nothing to see', async () => {
  const { session, sketch, asked, answer, posted } = table('panel');
  await sketch(1);
  await answer(0, made(512));
  session.choose({ size: 2048 });
  await settle();
  expect(asked.length).toBe(1);
  session.choose({ studio: 'rim' });
  await settle();
  expect(asked[1]?.settings).toMatchObject({ studio: 'rim', size: 512 });
  expect(posted.at(-1)).toMatchObject({ type: 'settings', settings: { studio: 'rim', size: 2048 } });
});

test('panel: a selection that changes during Place waits until the picture is on its way', async () => {
  const { session, sketch, asked, answer, posted, state } = table('panel');
  await sketch(1);
  await answer(0, made(512));
  session.place();
  await settle();
  await sketch(2);
  expect(asked.length).toBe(2);
  await answer(1, made(1024));
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 1 });
  expect(asked.length).toBe(3);
  expect(state().drawing?.job).toBe(2);
});

test('panel: Esc stops what runs; with nothing running it closes the window', async () => {
  const { session, sketch, types, state } = table('panel');
  await sketch(1);
  session.cancel();
  await settle();
  expect(state().work).toBeNull();
  expect(types()).toEqual(['ready', 'ask']);
  session.cancel();
  expect(types()).toEqual(['ready', 'ask', 'close']);
});

test('an engine that cannot start is told to the plugin in the one-click window', async () => {
  const posted: UiToPlugin[] = [];
  const refusal: Refusal = { refused: 'runtime-failed', detail: 'no worker could be started' };
  const engine: Engine = {
    start: async () => refusal,
    realize: async () => refusal,
    draft: async () => refusal,
    cancel: () => {},
    adopt: async () => 'not here',
  };
  const session = createSession({ engine, post: (m) => posted.push(m), changed: () => {}, rival });
  const messages: PluginToUi[] = [
    { type: 'opened', mode: 'once', settings: null, editor: 'figjam', prefs: null },
    {
      type: 'sketch',
      job: 1,
      index: 0,
      total: 1,
      sketch: { id: '1:1', name: 'Mug', svg: '<svg/>' },
      look: null,
    },
  ];
  for (const message of messages) session.hear(message);
  await settle();
  expect(posted.at(-1)).toEqual({ type: 'refused', job: 1, index: 0, refusal });
});

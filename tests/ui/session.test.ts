// What the panel asks of its engine and answers the plugin, in both windows.
import { expect, test } from 'vitest';
import type { Refusal, Settings } from '../../src/core/sketch.ts';
import type { UiToPlugin } from '../../src/protocol.ts';
import type { ForSession } from '../../src/ui/dispatcher.ts';
import type { Drafted, Loaded, Made } from '../../src/ui/engine/connection.ts';
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

const { notes, box } = made(1).picture;
const drafted: Drafted = {
  shown: { data: new Uint8Array(4), width: 1, height: 1, box, ms: { light: 5 }, notes },
  insight: null,
  parts: null,
  runtime: 'WASM',
};

const rival = async () => 'not here';
const thumb = async () => null;

/** A session on an engine that answers when told to, with a clock that ticks when told to. */
function table(mode: 'once' | 'panel', settings: Settings | null = null, isAnswered = true) {
  const posted: UiToPlugin[] = [];
  const asked: { settings: Settings; answer: (made: Made | Refusal) => void }[] = [];
  const drafts: { settings: Settings; answer: (made: Drafted | Refusal) => void }[] = [];
  const timers = new Set<() => void>();
  let state = START;
  let cancels = 0;
  let isPaused = false;
  const engine: Engine = {
    start: async () => offer,
    realize: ({ settings: wanted }) => new Promise((answer) => asked.push({ settings: wanted, answer })),
    draft: ({ settings: wanted }) => new Promise((answer) => drafts.push({ settings: wanted, answer })),
    cancel: () => {
      cancels += 1;
      for (const { answer } of [...asked, ...drafts]) answer({ refused: 'cancelled' });
    },
    adopt: async () => 'not here',
    rest: () => undefined,
  };
  const session = createSession({
    engine,
    post: (m) => posted.push(m),
    changed: (now) => (state = now),
    rival,
    thumb,
    paused: () => isPaused,
    later: (_ms, work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  session.begin();
  const opened = (): void =>
    session.hear({ type: 'opened', mode, settings, editor: 'figma', prefs: START.prefs });
  if (isAnswered) opened();
  const answer = async (n: number, with_: Made | Refusal) => {
    asked[n]?.answer(with_);
    await settle();
  };
  const rest = async () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
    await settle();
  };
  const draft = async (n: number, with_: Drafted | Refusal = drafted) => {
    drafts[n]?.answer(with_);
    await settle();
  };
  const sketch = async (job: number, index = 0, total = 1) => {
    const sketch = { id: `${job}:${index}`, name: 'Mug', svg: '<svg/>' };
    session.hear({ type: 'sketch', job, index, total, sketch, look: null });
    await settle();
  };
  return {
    opened,
    session,
    posted,
    asked,
    drafts,
    state: () => state,
    cancels: () => cancels,
    types: () => posted.map(({ type }) => type),
    pause: (on: boolean) => (isPaused = on),
    sketch,
    answer,
    draft,
    rest,
    /** A drawing, its draft and its full preview. */
    shown: async (job: number) => {
      await sketch(job);
      await draft(drafts.length - 1);
      await rest();
      await answer(asked.length - 1, made(1024));
    },
  };
}

const settle = () => new Promise((done) => setTimeout(done));

test('the panel says it is ready, and asks for the selection only once it knows that it stays', async () => {
  expect(table('once').types()).toEqual(['ready']);
  expect(table('panel').types()).toEqual(['ready', 'ask', 'ask-palette']);
});

test('a window that is not answered says again that it is there, a few times', async () => {
  const { types, rest } = table('once', null, false);
  for (let i = 0; i < 9; i++) await rest();
  expect(types()).toEqual(Array(5).fill('ready'));
});

test('a drawing that comes before its window knows what it is for waits for that', async () => {
  const { opened, sketch, answer, asked, posted } = table('once', null, false);
  await sketch(7);
  expect(asked).toHaveLength(0);
  opened();
  await settle();
  await answer(0, made(1024));
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 7 });
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

test('panel: a draft comes first, then the full picture, which Place sends without another run', async () => {
  const { session, shown, asked, drafts, types, posted, state } = table('panel');
  await shown(1);
  expect(drafts.length).toBe(1);
  expect(asked[0]?.settings.size).toBe(1024);
  session.place();
  await settle();
  expect(asked.length).toBe(1);
  expect(types()).toEqual(['ready', 'ask', 'ask-palette', 'coming', 'place']);
  expect(posted.at(-1)).toMatchObject({
    job: 1,
    picture: { width: 1024 },
    how: { where: 'beside', again: 'update' },
  });
  expect(state().placing).toBe(true);
});

test('panel: Place runs at the size that was chosen when the preview is smaller, or only a draft', async () => {
  const { session, shown, sketch, draft, asked, answer, posted } = table('panel');
  session.choose({ size: 2048 });
  await shown(1);
  session.place();
  await settle();
  expect(asked[1]?.settings.size).toBe(2048);
  await answer(1, made(2048));
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 1, picture: { width: 2048 } });
  session.hear({ type: 'placed', job: 1, index: 0, name: 'Mug' });

  await sketch(2);
  await draft(1);
  session.place();
  await settle();
  expect(asked[2]?.settings.size).toBe(2048);
});

test('panel: a picture that an edit has left behind is made anew for Place', async () => {
  const { session, shown, sketch, draft, asked } = table('panel');
  await shown(1);
  await sketch(1);
  await draft(1);
  session.place();
  await settle();
  expect(asked.length).toBe(2);
});

test('panel: a choice is drafted at once and kept when the hand rests; another size alone changes nothing to see', async () => {
  const { session, shown, drafts, posted, rest, types } = table('panel');
  await shown(1);
  session.choose({ size: 2048 });
  await settle();
  expect(drafts.length).toBe(1);
  session.choose({ studio: 'rim' });
  session.choose({ light: { azimuth: 30, elevation: 0 } });
  await settle();
  expect(drafts[1]?.settings).toMatchObject({ studio: 'rim', size: 1024, shadowApart: false });
  expect(types().includes('settings')).toBe(false);
  await rest();
  expect(posted.slice(-2)).toMatchObject([
    { type: 'settings', settings: { studio: 'rim', size: 2048, parts: {} } },
    { type: 'look', job: 1, index: 0, look: { studio: 'rim', light: { azimuth: 30, elevation: 0 } } },
  ]);
});

test('panel: what was chosen for a drawing is kept with it before the next one is looked at', async () => {
  const { session, shown, sketch, posted } = table('panel');
  await shown(1);
  session.wear('body', { colour: '#ff0000' });
  session.wear('body', { finish: 'gloss' });
  await sketch(2);
  expect(posted.at(-1)).toMatchObject({
    type: 'look',
    job: 1,
    look: { parts: { body: { colour: '#ff0000', finish: 'gloss' } } },
  });
});

test('panel: a part goes back to how it is drawn', async () => {
  const { session, shown, state } = table('panel');
  await shown(1);
  session.wear('body', { colour: '#ff0000' });
  session.wear('lid', { material: 'chrome' });
  session.wear('body', null);
  expect(state().settings.parts).toEqual({ lid: { material: 'chrome' } });
});

test('panel: how to place and the size of the window are kept', () => {
  const { session, posted, rest } = table('panel');
  session.prefer({ where: 'over', again: 'add' });
  session.resize(500, 700);
  expect(posted.at(-1)).toEqual({ type: 'resize', width: 500, height: 700 });
  void rest();
  expect(posted.at(-1)).toEqual({
    type: 'prefs',
    prefs: { where: 'over', again: 'add', width: 500, height: 700, welcomed: true },
  });
});

test('panel: a selection that changes during Place waits until the picture is on its way', async () => {
  const { session, sketch, draft, asked, answer, drafts, posted, state } = table('panel');
  await sketch(1);
  await draft(0);
  session.place();
  await settle();
  await sketch(2);
  expect(drafts.length).toBe(1);
  await answer(0, made(1024));
  expect(asked.length).toBe(1);
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 1 });
  expect(drafts.length).toBe(2);
  expect(state().drawing?.job).toBe(2);
});

test('panel: while many drawings are made, the engine is theirs; afterwards what was chosen is shown', async () => {
  const { session, shown, drafts, pause } = table('panel');
  await shown(1);
  pause(true);
  session.choose({ seed: 4 });
  await settle();
  expect(drafts.length).toBe(1);
  pause(false);
  session.resume();
  await settle();
  expect(drafts[1]?.settings.seed).toBe(4);
});

test('panel: Esc stops what runs; with nothing running it closes the window', async () => {
  const { session, sketch, types, state } = table('panel');
  await sketch(1);
  session.cancel();
  await settle();
  expect(state().work).toBeNull();
  expect(types()).toEqual(['ready', 'ask', 'ask-palette']);
  session.cancel();
  expect(types()).toEqual(['ready', 'ask', 'ask-palette', 'close']);
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
    rest: () => {},
  };
  const session = createSession({
    engine,
    post: (m) => posted.push(m),
    changed: () => {},
    rival,
    thumb,
    paused: () => false,
    later: () => () => {},
  });
  const messages: ForSession[] = [
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

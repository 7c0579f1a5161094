// What is sent to the plugin when a picture is to be placed, and when there is none.
import { expect, test } from 'vitest';
import { PLAIN } from '../../../src/core/sketch.ts';
import type { Refusal, Settings } from '../../../src/core/sketch.ts';
import { made, settle, table } from './table.ts';

test('once: each sketch is realized at the size that was chosen and answered with its picture', async () => {
  const kept: Settings = { ...PLAIN, model: 'realize', studio: 'rim', size: 2048, seed: 3, shadow: false };
  const { sketch, asked, answer, posted } = table('once', { settings: kept });
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

test('what is placed is called as the user’s pattern has it', async () => {
  const { session, shown, posted } = table('panel');
  await shown(1);
  session.prefer({ naming: '{name}_{seed}_{n}' });
  session.place();
  await settle();
  expect(posted.at(-1)).toMatchObject({ type: 'place', name: 'Mug_1_{n}' });
});

test('once: what cannot be realized is answered too, so that the next one comes', async () => {
  const { sketch, answer, posted } = table('once');
  await sketch(7, 0, 2);
  await answer(0, { refused: 'nothing-drawn' });
  expect(posted.at(-1)).toEqual({ type: 'refused', job: 7, index: 0, refusal: { refused: 'nothing-drawn' } });
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

test('once: an engine that cannot start is told to the plugin', async () => {
  const refusal: Refusal = { refused: 'runtime-failed', detail: 'no worker could be started' };
  const { sketch, posted } = table('once', { engine: { start: async () => refusal } });
  await sketch(1);
  expect(posted.at(-1)).toEqual({ type: 'refused', job: 1, index: 0, refusal });
});

test('panel: Place whose picture cannot be made says that none comes, and keeps the reason in the panel', async () => {
  const { session, sketch, draft, answer, posted, state } = table('panel');
  await sketch(1);
  await draft(0);
  session.place();
  await settle();
  await answer(0, { refused: 'out-of-memory' });
  expect(posted.slice(-2)).toEqual([
    { type: 'coming', job: 1, coming: true },
    { type: 'coming', job: 1, coming: false },
  ]);
  expect(state().refusal).toEqual({ refused: 'out-of-memory' });
});

test('panel: Place does nothing before there is something to see, or while many drawings are made', async () => {
  const { session, sketch, shown, pause, types } = table('panel');
  await sketch(1);
  session.place();
  await shown(2);
  pause(true);
  session.place();
  await settle();
  expect(types()).toEqual(['ready', 'ask', 'ask-palette']);
});

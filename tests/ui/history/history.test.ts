// What the History view keeps of the plugin's list, and what its buttons ask for.
import { expect, test } from 'vitest';
import { lookOf, PLAIN } from '../../../src/core/sketch.ts';
import type { Settings } from '../../../src/core/sketch.ts';
import type { Entry } from '../../../src/protocol/made.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Current } from '../../../src/ui/current.ts';
import type { Loaded } from '../../../src/ui/engine/connection.ts';
import { createHistory } from '../../../src/ui/history/history.ts';
import { thumbSize } from '../../../src/ui/history/thumb.ts';
import { ago, HISTORY } from '../../../src/words.ts';
import { currentWith } from '../current.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024, seed: 7 };
const entry = (id: string, at: number): Entry => ({
  id,
  name: 'Mug',
  at,
  made: { from: '1:1', settings, runtime: 'WASM', ms: 20 },
  width: 1024,
  height: 1024,
  thumb: null,
  stands: true,
});
const current = currentWith({ settings });

function open(now: Current = current) {
  const posted: UiToPlugin[] = [];
  let changes = 0;
  const history = createHistory({
    post: (message) => posted.push(message),
    changed: () => (changes += 1),
    now: () => now,
    clock: () => 1000,
  });
  history.open();
  history.hear({ type: 'history', entries: [entry('a', 1), entry('b', 3), entry('c', 2)], pruned: 0 });
  return { history, posted, ids: () => history.state.entries?.map(({ id }) => id), changes: () => changes };
}

test('asks for the list when it is opened, and shows it newest first', () => {
  const { posted, ids, changes } = open();
  expect(posted).toEqual([{ type: 'ask-history' }]);
  expect(ids()).toEqual(['b', 'c', 'a']);
  expect(changes()).toBe(1);
});

test('one press never forgets; the second does, and another button in between takes it back', () => {
  const { history, posted, ids } = open();
  history.forget('a');
  history.compare('b');
  history.forget('a');
  expect(posted.some(({ type }) => type === 'forget')).toBe(false);
  expect(history.state.forgetting).toBe('a');
  history.forget('a');
  expect(posted.at(-1)).toEqual({ type: 'forget', id: 'a' });
  expect(ids()).toEqual(['b', 'c']);
  expect(history.state.told).toBe(HISTORY.forgotten);
});

test('two presses of Compare fetch both pictures; what the file lost is told as lost', () => {
  const { history, posted } = open();
  history.compare('a');
  expect(history.state.pair?.ids).toEqual(['a', null]);
  expect(posted.some(({ type }) => type === 'fetch')).toBe(false);
  history.compare('b');
  expect(posted.slice(-2)).toEqual([
    { type: 'fetch', id: 'a' },
    { type: 'fetch', id: 'b' },
  ]);
  const png = new Uint8Array(3);
  history.hear({ type: 'fetched', id: 'c', png }); // of nobody's wish
  history.hear({ type: 'fetched', id: 'a', png });
  history.hear({ type: 'fetched', id: 'b', png: null });
  expect(history.state.pair?.pictures).toEqual({ a: png, b: null });
  history.split(2);
  expect(history.state.pair?.split).toBe(1);
  history.uncompare();
  expect(history.state.pair).toBeNull();
});

test('Compare pressed twice on one picture gives up comparing', () => {
  const { history } = open();
  history.compare('a');
  history.compare('a');
  expect(history.state.pair).toBeNull();
});

test('a picture that left the list is not waited for by anything', () => {
  const { history } = open();
  history.choose('a');
  history.forget('a');
  history.compare('a');
  history.hear({ type: 'history', entries: [entry('b', 3)], pruned: 2 });
  expect(history.state).toMatchObject({ chosen: null, forgetting: null, pair: null, pruned: 2 });
  history.hear({ type: 'history', entries: [], pruned: 1 });
  expect(history.state.pruned).toBe(3);
});

test('settings are copied without size, shadow and background, which belong to their user', () => {
  const { history, posted } = open();
  history.copyLook('b');
  expect(posted.at(-1)).toEqual({ type: 'copy-look', look: lookOf(settings) });
  expect(Object.keys(lookOf(settings))).not.toContain('size');
});

test('the drawing that is shown gets copied settings at once', () => {
  const chosen: unknown[] = [];
  const drawing = { job: 1, index: 0, total: 1, sketch: { id: '1:1', name: 'Mug', svg: '<svg/>' } };
  const { history } = open({ ...current, drawing, choose: (change) => chosen.push(change) });
  history.copyLook('b');
  expect(chosen).toEqual([lookOf(settings)]);
});

test('putting back waits for the answer', () => {
  const { history, posted } = open();
  history.restore('b');
  expect(posted.at(-1)).toEqual({ type: 'restore', id: 'b' });
  expect(history.state.restoring).toBe('b');
  history.hear({ type: 'told', text: 'Put back.' });
  expect(history.state).toMatchObject({ restoring: null, told: 'Put back.' });
});

test('time is told as people tell it', () => {
  const minute = 60_000;
  const now = new Date(2026, 10, 22, 12).getTime();
  const said = [0, 1, 59, 60, 23 * 60, 24 * 60, 6 * 24 * 60, 8 * 24 * 60, 400 * 24 * 60].map((minutes) =>
    ago(now - minutes * minute, now),
  );
  expect(said).toEqual([
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '23 hours ago',
    'yesterday',
    '6 days ago',
    '14 Nov',
    '18 Oct 2025',
  ]);
  expect(ago(now + minute, now)).toBe('just now'); // another machine's clock
});

test('what is put back is called by the user’s pattern', () => {
  const { history, posted } = open({ ...current, naming: '{name} {seed} {n}' });
  history.restore('b');
  expect(posted.at(-1)).toEqual({ type: 'restore', id: 'b', name: 'Mug 7 {n}' });
});

test('a small picture keeps its shape and is never made larger', () => {
  expect(thumbSize(2048, 1024)).toEqual({ width: 96, height: 48 });
  expect(thumbSize(40, 20)).toEqual({ width: 40, height: 20 });
  expect(thumbSize(4096, 8)).toEqual({ width: 96, height: 1 });
});

test('entries are told apart by what was chosen, and found by each word of it', () => {
  const offer = {
    studios: [{ id: 'soft', name: 'Softbox' }],
    materials: [{ id: 'chrome', name: 'Chrome' }],
  } as Loaded;
  const { history } = open({ ...current, offer });
  const parts = {
    body: { colour: '#c4623f', material: 'chrome' },
    lid: { colour: '#aa0000', material: 'oak' },
    foot: { form: 'flat' },
  } as const;
  const plain = entry('a', 1);
  const coloured = { ...entry('b', 2), made: { ...plain.made, settings: { ...settings, seed: 12, parts } } };
  history.hear({ type: 'history', entries: [plain, coloured], pruned: 0 });
  expect(history.about(coloured)).toEqual({
    studio: 'Softbox',
    palette: 'Clay',
    colours: ['#c4623f', '#aa0000'],
    materials: ['Chrome', 'oak'],
  });
  expect(history.about(plain)).toEqual({ studio: 'Softbox', palette: null, colours: [], materials: [] });
  const found = (text: string) => {
    history.search(text);
    return history.found?.map(({ id }) => id);
  };
  expect(found('MUG soft')).toEqual(['b', 'a']);
  expect(found('chrome mug')).toEqual(['b']);
  expect(found('seed 12')).toEqual(['b']);
  expect(found('clay')).toEqual(['b']);
  expect(found('#aa')).toEqual(['b']);
  expect(found('teapot')).toEqual([]);
  history.shut();
  expect(history.found?.length).toBe(2);
});

// What Esc and the Cancel button stop, in both windows.
import { expect, test } from 'vitest';
import { settle, table } from './table.ts';

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

test('panel: Esc leaves the part before it stops or closes anything', async () => {
  const { session, shown, types, state } = table('panel');
  await shown(1);
  session.select(['body']);
  session.zoom({ scale: 2, x: 0.1, y: 0 });
  session.escape();
  expect(state().selected).toEqual([]);
  expect(state().zoom.scale).toBe(2);
  session.escape();
  expect(state().zoom.scale).toBe(1);
  expect(types()).not.toContain('close');
  session.escape();
  expect(types().at(-1)).toBe('close');
});

test('panel: Esc cancels what was asked for and leaves the part as it is', async () => {
  const { session, shown, types, state } = table('panel');
  await shown(1);
  session.choose({ seed: 9 });
  session.select(['body']);
  session.place();
  await settle();
  expect(state().work?.purpose).toBe('place');
  session.escape();
  await settle();
  expect(state()).toMatchObject({ work: { purpose: 'draft' }, selected: ['body'] });
  expect(types()).not.toContain('close');
});

test('panel: another generator is looked at from the start, with the engine opened again', async () => {
  let rests = 0;
  const { session, shown, drafts, cancels, state } = table('panel', { engine: { rest: () => (rests += 1) } });
  await shown(1);
  session.reopen('own-a');
  await settle();
  expect([rests, cancels()]).toEqual([1, 1]);
  expect(state().settings.model).toBe('own-a');
  expect(drafts[1]?.settings.model).toBe('own-a');
});

test('panel: a view of what the generator sees asks for it once', async () => {
  const { session, shown, drafts } = table('panel');
  await shown(1);
  session.view('parts');
  await settle();
  expect(drafts.length).toBe(1);
  session.view('lines');
  await settle();
  expect(drafts.length).toBe(2);
});

test('a worker that comes back is no news once the engine has loaded', async () => {
  const { session, state } = table('panel');
  session.loading('runtime');
  expect(state().engine).toEqual({ phase: 'loading', what: 'runtime' });
  await settle();
  session.loading('raster');
  expect(state().engine.phase).toBe('ready');
});

test('of several drawings another is asked for, never one before the first or after the last', async () => {
  const { session, sketch, posted } = table('panel');
  await sketch(4, 0, 3);
  session.turn(-1);
  expect(posted.filter(({ type }) => type === 'turn-to')).toEqual([]);
  session.turn(1);
  expect(posted.at(-1)).toEqual({ type: 'turn-to', job: 4, index: 1 });
  await sketch(5, 2, 3);
  session.turn(1);
  expect(posted.filter(({ type }) => type === 'turn-to')).toHaveLength(1);
});

// What a run asks of the engine, by what its picture is for, and what it tells the state.
import { expect, test } from 'vitest';
import type { Stage } from '../../../src/core/picture.ts';
import type { Refusal } from '../../../src/core/sketch.ts';
import { bench } from './bench.ts';
import { drafted, made, settle } from './table.ts';

test('nothing runs without a drawing, or while the engine is for many others', async () => {
  const { run, select, pause, wishes } = bench();
  expect(await run('draft', true)).toBe(false);
  select();
  pause();
  expect(await run('place', true)).toBe(false);
  expect(wishes).toEqual([]);
});

test('a preview is as large as can be seen and tells the parts; what is placed is as it was chosen', async () => {
  const { run, select, wishes, answer } = bench();
  select();
  void run('preview', true);
  await settle();
  await answer(0, made(1024));
  void run('place', true);
  await settle();
  expect(wishes[0]).toMatchObject({
    settings: { size: 1024, shadowApart: false },
    parts: true,
    insight: false,
  });
  expect(wishes[1]).toMatchObject({
    settings: { size: 2048, shadowApart: true },
    parts: false,
    insight: false,
  });
});

test('what the generator sees is asked for where it is looked at, never for the canvas', async () => {
  const { run, select, store, wishes } = bench();
  select();
  store.dispatch({ type: 'viewed', view: 'form' });
  void run('draft', false);
  void run('place', false);
  await settle();
  expect(wishes.map(({ insight }) => insight)).toEqual([true, false]);
});

test('balls of materials are asked for with a sharp picture, where materials are chosen, and once', async () => {
  const { run, select, store, wishes, answer } = bench();
  const swatches = { width: 1, height: 1, data: new Uint8Array(4) };
  select();
  void run('preview', true);
  await settle();
  await answer(0, made(1024));
  store.dispatch({ type: 'viewed', view: 'parts' });
  void run('draft', true);
  await settle();
  await answer(1, drafted);
  void run('preview', true);
  await settle();
  await answer(2, { ...made(1024), swatches });
  void run('preview', true);
  await settle();
  expect(wishes.map((wish) => wish.swatches)).toEqual([undefined, undefined, true, undefined]);
  expect(store.state.swatches).toBe(swatches);
});

test('a run that was overtaken says nothing, and is no success', async () => {
  const { run, select, store, answer, ended } = bench();
  select();
  const first = run('place', false);
  await settle();
  const second = run('draft', false);
  await settle();
  await answer(0, made(2048));
  expect(await first).toBe(false);
  expect(ended).toEqual([]);
  await answer(1, drafted);
  expect(await second).toBe(true);
  expect(store.state).toMatchObject({ work: null, result: null, draft: { made: drafted } });
});

test('a picture or refusal for the canvas is handed on, one of a preview is not', async () => {
  const { run, select, store, answer, ended } = bench();
  select();
  void run('preview', false);
  await settle();
  await answer(0, { refused: 'nothing-closed' });
  expect(store.state.refusal).toEqual({ refused: 'nothing-closed' });
  expect(ended).toEqual([]);
  void run('place', false);
  await settle();
  await answer(1, { refused: 'out-of-memory' });
  expect(ended).toEqual([{ refused: 'out-of-memory' }]);
});

test('progress of a draft is told only while nothing is shown', async () => {
  const { run, select, store, wishes, answer } = bench();
  const stage: Stage = 'light';
  select();
  void run('draft', false);
  await settle();
  wishes[0]?.progress(stage, 0.5);
  expect(store.state.work).toMatchObject({ stage, fraction: 0.5 });
  await answer(0, drafted);
  void run('draft', false);
  await settle();
  wishes[1]?.progress(stage, 0.5);
  expect(store.state.work).toMatchObject({ stage: null, fraction: 0 });
});

test('another runtime is tried once, after the first sharp preview', async () => {
  const { run, select, store, rivals, answer, lose } = bench();
  select();
  for (const [n, purpose] of (['place', 'draft', 'preview', 'preview'] as const).entries()) {
    void run(purpose, false);
    await settle();
    await answer(n, purpose === 'draft' ? drafted : made(1024));
    expect(rivals.length).toBe(n < 2 ? 0 : 1);
  }
  const won = store.state.webgpu;
  lose();
  expect(won).not.toBeNull();
  expect(store.state.webgpu).not.toBe(won);
});

test('an engine that cannot start is told of, and its run has failed', async () => {
  const refusal: Refusal = { refused: 'runtime-failed', detail: 'no worker could be started' };
  const { run, select, store, wishes } = bench(async () => refusal);
  select();
  expect(await run('draft', false)).toBe(false);
  expect(wishes).toEqual([]);
  expect(store.state).toMatchObject({ engine: { phase: 'broken', refusal }, refusal, work: null });
});

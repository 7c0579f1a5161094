// The bridge to the worker: it replaces what crashed, retries once, and never throws at the panel.
import { expect, test } from 'vitest';
import { openConnection } from '../../../src/ui/engine/connection.ts';
import { createTimeLimits } from '../../../src/ui/engine/time-limits.ts';
import type { Line } from '../../../src/ui/engine/transports.ts';
import { LEAST_MS, order, picture, assets, engineOf, loaded } from './workers.ts';

test('a picture comes back to the job that asked for it, with the runtime and the generator that made it', async () => {
  const { engine, workers } = engineOf((message, _worker, say) => {
    const model = { id: order.settings.model, name: 'Realize 2', lit: true };
    if (message.type === 'load') say({ ...loaded, models: [model] });
    if (message.type === 'realize')
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  const ran = { picture: { width: 1 }, runtime: 'WASM', by: 'Realize 2' };
  expect(await engine.realize(order)).toMatchObject(ran);
  expect(await engine.start()).toMatchObject({ type: 'loaded' });
  expect(workers()).toBe(1);
});

test('a crashed worker is closed and replaced, and its job is tried once more', async () => {
  const { engine, workers, closed } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    if (worker === 0) say({ type: 'crashed', job: message.job, message: 'unreachable' });
    else say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([2, 1]);
});

test('who opened a worker hears what it said when it broke', async () => {
  let hear: (data: unknown) => void = () => {};
  const line = {
    transport: 'blob',
    post: () => {},
    listen: (heard) => (hear = heard),
    close: () => 0,
  } satisfies Line;
  const said: string[] = [];
  const opened = openConnection(line, assets(), createTimeLimits(LEAST_MS), ({ message }) =>
    said.push(message),
  );
  hear(loaded);
  await opened;
  hear({ type: 'crashed', job: 1, message: 'unreachable' });
  expect(said).toEqual(['unreachable']);
});

test('a job that crashes twice is a refusal that says what the worker said; the next job gets a new worker', async () => {
  const { engine, workers } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    if (worker < 2) say({ type: 'crashed', job: message.job, message: 'RuntimeError: unreachable' });
    else say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  expect(await engine.realize(order)).toEqual({
    refused: 'runtime-failed',
    detail: 'RuntimeError: unreachable',
  });
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect(workers()).toBe(3);
});

test('a lack of memory is told as such', async () => {
  const { engine } = engineOf((message, _worker, say) => {
    say({ type: 'crashed', job: message.job, message: 'RangeError: Array buffer allocation failed' });
  });
  expect(await engine.start()).toMatchObject({ refused: 'out-of-memory' });
});

test('an overtaken job ends as cancelled even when its worker crashed under it', async () => {
  const { engine } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    if (worker === 0 && message.job === 2) say({ type: 'crashed', job: 2, message: 'gone' });
    else if (worker === 1) say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  const first = engine.realize(order);
  const second = engine.realize(order);
  expect(await first).toEqual({ refused: 'cancelled' });
  expect(await second).toMatchObject({ picture: { width: 1 } });
});

test('cancel before the worker is there ends the job without running it', async () => {
  const asked: string[] = [];
  const { engine } = engineOf((message, _worker, say) => {
    asked.push(message.type);
    if (message.type === 'load') setTimeout(() => say(loaded), 5);
  });
  const job = engine.realize(order);
  engine.cancel();
  expect(await job).toEqual({ refused: 'cancelled' });
  expect(asked).not.toContain('realize');
});

test('what a worker says wrongly is dropped', async () => {
  const { engine } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    say({
      type: 'picture',
      job: message.job,
      picture: { ...picture, png: 'not bytes' },
      insight: null,
      parts: null,
    });
    say({ type: 'picture', job: message.job + 1, picture, insight: null, parts: null });
    say({ type: 'refused', job: message.job, refusal: { refused: 'nothing-drawn' } });
  });
  expect(await engine.realize(order)).toEqual({ refused: 'nothing-drawn' });
});

test.each(['out-of-memory', 'runtime-failed'] as const)(
  'a worker that ends with %s is not used again: the job gets a fresh one',
  async (refused) => {
    const { engine, workers, closed } = engineOf((message, worker, say) => {
      if (message.type === 'load') say(loaded);
      if (message.type !== 'realize') return;
      if (worker === 0) say({ type: 'refused', job: message.job, refusal: { refused } });
      else say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
    });
    expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
    expect([workers(), closed()]).toEqual([2, 1]);
  },
);

test('memory that is too small on a fresh worker too is one sentence, without what the machine said', async () => {
  const { engine, workers } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'crashed', job: message.job, message: 'Error: std::bad_alloc' });
  });
  expect(await engine.realize(order)).toEqual({ refused: 'out-of-memory' });
  expect(workers()).toBe(2);
});

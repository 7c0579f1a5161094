// A worker that says nothing is replaced; one that goes on telling is not; one without work is closed.
import { afterEach, expect, test, vi } from 'vitest';
import { LEAST_MS, order, picture, engineOf, loaded } from './workers.ts';

afterEach(() => vi.useRealTimers());

test('a worker that is stuck in an overtaken job is replaced after a while, and the new job goes to its successor', async () => {
  vi.useFakeTimers();
  const { engine, workers, closed } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize' && worker === 1)
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  const first = engine.realize(order);
  await vi.advanceTimersByTimeAsync(1);
  const second = engine.realize(order);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(workers()).toBe(1);
  await vi.advanceTimersByTimeAsync(200_000);
  expect(await first).toEqual({ refused: 'cancelled' });
  expect(await second).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([2, 1]);
});

test('a worker that falls silent is replaced and its job tried once more; then there is a sentence', async () => {
  vi.useFakeTimers();
  const { engine, workers, closed } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'progress', job: message.job, stage: 'light', fraction: 0.5 });
  });
  const job = engine.realize(order);
  await vi.advanceTimersByTimeAsync(LEAST_MS - 1000);
  expect(workers()).toBe(1);
  await vi.advanceTimersByTimeAsync(6 * LEAST_MS);
  expect(await job).toEqual({ refused: 'runtime-hangs' });
  expect([workers(), closed()]).toEqual([2, 2]);
});

test('a worker that goes on telling is never cut, however long it takes', async () => {
  vi.useFakeTimers();
  const { engine, workers } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    const { job } = message;
    let strips = 0;
    const strip = () => {
      if (++strips === 100) return say({ type: 'picture', job, picture, insight: null, parts: null });
      say({ type: 'progress', job, stage: 'light', fraction: strips / 100 });
      setTimeout(strip, 10_000);
    };
    strip();
  });
  const job = engine.realize(order);
  await vi.advanceTimersByTimeAsync(1_100_000);
  expect(await job).toMatchObject({ picture: { width: 1 } });
  expect(workers()).toBe(1);
});

test('rest closes the worker and the next wish opens another; a job that is open is let be', async () => {
  let release: () => void = () => undefined;
  const { engine, workers, closed } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    release = () => say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  const first = engine.realize(order);
  await new Promise((next) => setTimeout(next));
  engine.rest();
  release();
  expect(await first).toMatchObject({ picture: { width: 1 } });
  expect(closed()).toBe(0);
  engine.rest();
  engine.rest();
  await new Promise((next) => setTimeout(next));
  expect([workers(), closed()]).toEqual([1, 1]);
  const second = engine.realize(order);
  await new Promise((next) => setTimeout(next));
  release();
  expect(await second).toMatchObject({ picture: { width: 1 } });
  expect(workers()).toBe(2);
});

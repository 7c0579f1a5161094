// The bridge to the worker: it replaces what crashed, retries once, and never throws at the panel.
import { afterEach, expect, test, vi } from 'vitest';
import type { Sketch } from '../../../src/core/sketch.ts';
import type { Assets, UiToWorker } from '../../../src/protocol/worker.ts';
import { openConnection } from '../../../src/ui/engine/connection.ts';
import { createSupervisor } from '../../../src/ui/engine/supervisor.ts';
import { createTimeLimits } from '../../../src/ui/engine/time-limits.ts';
import type { Line } from '../../../src/ui/engine/transports.ts';
import { START } from '../../../src/ui/start.ts';

afterEach(() => vi.useRealTimers());

/** No pretended worker is given longer than this, times what its stage usually takes. */
const LEAST_MS = 15_000;
const sketch: Sketch = { id: '1:2', name: 'Mug', svg: '<svg/>' };
const order = { sketch, settings: START.settings, insight: false, parts: false, progress: () => {} };
const picture = {
  png: new Uint8Array(1),
  width: 1,
  height: 1,
  box: { x: 0, y: 0, width: 1, height: 1 },
  ms: {},
  notes: [],
};

function assets(): Assets {
  const network = () => ({ card: {}, onnx: new Uint8Array(1) });
  return {
    ort: new Uint8Array(1),
    brotli: new Uint8Array(1),
    resvg: new Uint8Array(1),
    models: [network()],
    light: network(),
    runtime: 'WASM',
  };
}

/**
 * Workers that answer as scripted, one after another; `answer` sees each message and how many workers came
 * before.
 */
function engineOf(answer: (message: UiToWorker, worker: number, say: (m: unknown) => void) => void) {
  let workers = 0;
  let closed = 0;
  const openOne = (fell: () => void) => {
    const number = workers++;
    let hear: (data: unknown) => void = () => {};
    const line = {
      transport: 'blob',
      post: (message) => queueMicrotask(() => answer(message as UiToWorker, number, hear)),
      listen: (heard) => (hear = heard),
      close: () => closed++,
    } satisfies Line;
    return openConnection(line, assets(), createTimeLimits(LEAST_MS), fell);
  };
  const engine = createSupervisor(openOne);
  return { engine, another: openOne, workers: () => workers, closed: () => closed };
}

const loaded = { type: 'loaded', job: 0, runtime: 'WASM', models: [], studios: [], materials: [] };

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

test('a connection that takes over gets the open job too, and the one before is closed', async () => {
  const { engine, another, workers, closed } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize' && worker === 1)
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  const job = engine.realize(order);
  expect(await engine.adopt(another)).toBeNull();
  expect(await job).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([2, 1]);
});

test('a rival that does not come changes nothing and says why', async () => {
  const { engine, workers, closed } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  expect(await engine.adopt(async () => 'no adapter')).toBe('no adapter');
  expect(await engine.adopt(() => Promise.reject(new Error('device lost')))).toBe('device lost');
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect([workers(), closed()]).toEqual([1, 0]);
});

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

test('a rival that breaks is told once, its job is done where it was before, and it does not come back', async () => {
  const { engine, another, workers } = engineOf((message, worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type !== 'realize') return;
    if (worker === 1) say({ type: 'crashed', job: 0, message: 'the WebGPU device was lost' });
    else say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  await engine.start();
  let lost = 0;
  expect(await engine.adopt(another, () => lost++)).toBeNull();
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect(await engine.realize(order)).toMatchObject({ picture: { width: 1 } });
  expect([lost, workers()]).toEqual([1, 3]);
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

test('a rival that was resting is woken after the next job, which does not wait for it', async () => {
  const { engine, another, workers } = engineOf((message, _worker, say) => {
    if (message.type === 'load') say(loaded);
    if (message.type === 'realize')
      say({ type: 'picture', job: message.job, picture, insight: null, parts: null });
  });
  let rivals = 0;
  const rival = (fell: () => void) => {
    rivals += 1;
    return another(fell);
  };
  await engine.adopt(rival);
  engine.rest();
  expect(rivals).toBe(1);
  await engine.realize(order);
  expect(rivals).toBe(2);
  await engine.realize(order);
  expect([rivals, workers()]).toEqual([2, 3]);
});

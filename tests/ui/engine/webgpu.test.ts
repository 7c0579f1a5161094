// The race between runtimes on real work: who is slower, or fails, does not take over; who never ends is not
// waited for.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PLAIN } from '../../../src/core/sketch.ts';
import type { Settings } from '../../../src/core/sketch.ts';
import type { Answer, Connection, PictureAnswer, RunRequest } from '../../../src/ui/engine/connection.ts';
import { race, tryWebGpu } from '../../../src/ui/engine/webgpu.ts';
import { WEBGPU } from '../../../src/words.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft' };
const made = (generate: number, light: number): PictureAnswer => ({
  picture: {
    png: new Uint8Array(1),
    width: 1,
    height: 1,
    box: { x: 0, y: 0, width: 1, height: 1 },
    ms: { lines: 50, generate, light },
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
});
const wasm = {
  drawing: { sketch: { id: '1:2', name: 'Mug', svg: '<svg/>' } },
  settings,
  made: made(300, 200),
};

/** A connection that answers as scripted, and what it was asked. */
function card(answer: (order: RunRequest) => Answer | Promise<Answer>) {
  const asked: RunRequest[] = [];
  const connection = {
    loaded: { type: 'loaded', job: 0, runtime: 'WebGPU', models: [], studios: [], materials: [] },
    ask: async (order) => {
      asked.push(order);
      return answer(order);
    },
    cancel: () => undefined,
    close: () => undefined,
  } satisfies Connection;
  return { connection, asked };
}

test('a faster one may take over; its first run, with the shaders, does not count', async () => {
  const { connection, asked } = card(({ job }) => (job === 1 ? made(2000, 900) : made(30, 20)));
  expect(await race(connection, wasm)).toBeNull();
  // Twice the whole way: the second text is another one, and draws the same.
  expect(asked.map(({ sketch }) => sketch.svg)).toEqual(['<svg/>', '<svg/> ']);
});

test('a slower one does not, and says how much', async () => {
  const { connection } = card(() => made(400, 300));
  expect(await race(connection, wasm)).toBe(WEBGPU.slow(700, 500));
});

test('one that refuses does not', async () => {
  const { connection } = card(() => ({ refused: 'runtime-failed' }));
  expect(await race(connection, wasm)).toBe(WEBGPU.failed('runtime-failed'));
});

test('one that has lost already is not waited for', async () => {
  vi.useFakeTimers();
  const { connection, asked } = card(({ job }) => (job === 1 ? made(1, 1) : new Promise(() => undefined)));
  const verdict = race(connection, wasm);
  await vi.advanceTimersByTimeAsync(1100);
  expect(await verdict).toBe(WEBGPU.slow(1100, 500));
  expect(asked).toHaveLength(2);
});

test('a draft is raced with drafts', async () => {
  const draft = { width: 1, height: 1, data: new Uint8Array(4), box: wasm.made.picture.box, notes: [] };
  const shown = (generate: number): Answer => ({
    shown: { ...draft, ms: { generate } },
    insight: null,
    parts: null,
    runtime: 'WASM',
  });
  const { connection, asked } = card(() => shown(10));
  const before = { ...wasm, made: { ...wasm.made, shown: { ...draft, ms: { generate: 100 } } } };
  expect(await race(connection, before)).toBeNull();
  expect(asked.every(({ want }) => want.draft)).toBe(true);
});

describe('which graphics cards there are', () => {
  /** The verdict where the browser's answer is `adapter`. */
  function verdict(adapter: Promise<object | null>) {
    vi.stubGlobal('document', { getElementById: () => ({}) }); // the runtime is packed
    vi.stubGlobal('navigator', { gpu: { requestAdapter: () => adapter } });
    vi.stubGlobal('WebAssembly', { Suspending: class {} });
    const nobody = () => Promise.reject(new Error('no worker is to be opened'));
    return tryWebGpu(wasm, nobody, () => undefined);
  }

  test('is asked no longer than ten seconds', async () => {
    vi.useFakeTimers();
    const silent = verdict(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await silent).toBe(WEBGPU.hangs);
  });

  test('may be none', async () => {
    expect(await verdict(Promise.resolve(null))).toBe(WEBGPU.noAdapter);
  });
});

// The worker's conversation with a pretended engine: every answer carries its job, nothing stays silent.
import { expect, test } from 'vitest';
import type { Picture } from '../../src/core/picture.ts';
import type { Settings } from '../../src/core/sketch.ts';
import type { WorkerToUi } from '../../src/protocol/worker.ts';
import { openRequestDoor } from '../../src/worker/door.ts';
import { createShell } from '../../src/worker/shell.ts';
import type { ReadyEngine, ShellParts } from '../../src/worker/shell.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft' };
const sketch = { id: '1:2', name: 'Mug', svg: '<svg/>' };
const assets = {
  ort: new Uint8Array(1),
  brotli: new Uint8Array(1),
  resvg: new Uint8Array(1),
  models: [{ card: {}, onnx: new Uint8Array(1) }],
  light: { card: {}, onnx: new Uint8Array(1) },
  runtime: 'WASM',
};
const picture = (): Picture => ({
  png: new Uint8Array([1, 2, 3]),
  width: 512,
  height: 512,
  box: { x: 0, y: 0, width: 100, height: 100 },
  ms: { light: 5 },
  notes: [],
});

const macrotask = () => new Promise<void>((done) => setTimeout(done));

function shellWith(realize: ReadyEngine['realize'], open?: ShellParts['open']) {
  const said: WorkerToUi[] = [];
  const engine: ReadyEngine = {
    first: 'realize',
    models: [{ id: 'realize', name: 'Realize', lit: true }],
    studios: [{ id: 'soft', name: 'Soft' }],
    materials: [],
    realize,
  };
  const hear = createShell({
    post: (message) => said.push(message),
    open: open ?? (async () => engine),
    pause: macrotask,
  });
  return { said, hear, load: () => hear({ type: 'load', job: 0, assets }) };
}

const ask = (job: number) => ({
  type: 'realize',
  job,
  sketch,
  settings,
  want: { insight: false, parts: false, draft: false },
});

test('load answers with what the cards offer, realize with the picture and its own job number', async () => {
  const { said, hear, load } = shellWith(async (_sketch, _settings, _want, watch) => {
    watch.progress('light', 0.5);
    return { picture: picture(), insight: null, parts: null };
  });
  load();
  hear(ask(4));
  await macrotask();
  expect(said.map((message) => message.type)).toEqual(['loaded', 'progress', 'picture']);
  expect(said[2]).toMatchObject({ job: 4, picture: { width: 512 } });
});

test('a cancel that arrives during a run reaches the run between its stages', async () => {
  const { said, hear, load } = shellWith(async (_sketch, _settings, _want, watch) => {
    for (let strip = 0; strip < 100; strip++)
      if (await watch.cancelled()) return { refused: 'cancelled', detail: `strip ${strip}` };
    return { picture: picture(), insight: null, parts: null };
  });
  load();
  hear(ask(1));
  await macrotask();
  await macrotask();
  hear({ type: 'cancel', job: 1 });
  while (said.length < 2) await macrotask();
  expect(said[1]).toMatchObject({ type: 'refused', job: 1, refusal: { refused: 'cancelled' } });
});

test('an engine that throws is a crash of that job, and the next job still runs', async () => {
  let runs = 0;
  const { said, hear, load } = shellWith(async () => {
    if (++runs === 1) throw new RangeError('out of memory');
    return { picture: picture(), insight: null, parts: null };
  });
  load();
  hear(ask(1));
  await macrotask();
  hear(ask(2));
  await macrotask();
  expect(said[1]).toEqual({ type: 'crashed', job: 1, message: 'RangeError: out of memory' });
  expect(said[2]).toMatchObject({ type: 'picture', job: 2 });
});

test('a load that fails says so, and later jobs say why they cannot run', async () => {
  const { said, hear, load } = shellWith(
    async () => ({ refused: 'cancelled' }),
    async () => {
      throw new Error('card: saw kind "x", wanted "intrinsic"');
    },
  );
  load();
  await macrotask();
  expect(said[0]).toEqual({
    type: 'crashed',
    job: 0,
    message: 'Error: card: saw kind "x", wanted "intrinsic"',
  });
  hear(ask(1));
  await macrotask();
  const second = said[1];
  expect(second?.type === 'crashed' && second.message).toContain('before an engine was loaded');
});

test('an overtaken job answers "cancelled" even when its engine did not look', async () => {
  const ends: (() => void)[] = [];
  const { said, hear, load } = shellWith(async () => {
    await new Promise<void>((done) => ends.push(done));
    return { picture: picture(), insight: null, parts: null };
  });
  load();
  hear(ask(1));
  await macrotask();
  hear(ask(2));
  ends[0]?.();
  await macrotask();
  ends[1]?.();
  await macrotask();
  expect(said.slice(1)).toMatchObject([
    { type: 'refused', job: 1, refusal: { refused: 'cancelled' } },
    { type: 'picture', job: 2 },
  ]);
});

test.each([
  ['nothing', undefined],
  ['another type', { type: 'fetch', job: 1 }],
  ['a job that is no whole number', { ...ask(1), job: 1.5 }],
  ['a size that is not offered', { ...ask(1), settings: { ...settings, size: 777 } }],
  [
    'assets that are an ArrayBuffer',
    { type: 'load', job: 0, assets: { ...assets, ort: new ArrayBuffer(1) } },
  ],
  ['no model at all', { type: 'load', job: 0, assets: { ...assets, models: [] } }],
])('the door drops %s, and nothing comes of it', async (_what, message) => {
  const { said, hear, load } = shellWith(async () => ({ picture: picture(), insight: null, parts: null }));
  const door = openRequestDoor();
  expect(door.read(message)).toBeNull();
  expect(door.dropped).toBe(1);
  load();
  hear(message);
  hear(ask(7));
  while (said.length < 2) await macrotask();
  expect(said.map(({ type }) => type)).toEqual(['loaded', 'picture']);
});

test('what breaks between jobs is told with the loading’s number', async () => {
  let broke: (message: string) => void = () => undefined;
  const { said, load } = shellWith(
    async () => ({ refused: 'cancelled' }),
    async (_assets, _watch, tell) => {
      broke = tell;
      return new Promise(() => undefined);
    },
  );
  load();
  broke('the WebGPU device was lost');
  expect(said).toEqual([{ type: 'crashed', job: 0, message: 'the WebGPU device was lost' }]);
});

test('the loading gives signs of life, and is not warmed up where a wish waits already', async () => {
  const runs: string[] = [];
  const engine: ReadyEngine = {
    first: 'realize',
    models: [],
    studios: [{ id: 'soft', name: 'Soft' }],
    materials: [],
    realize: async ({ name }) => {
      runs.push(name);
      return { picture: picture(), insight: null, parts: null };
    },
  };
  const { said, hear } = shellWith(engine.realize, async (_assets, watch) => {
    watch.progress('generate', 0.2);
    return engine;
  });
  hear({ type: 'load', job: 0, assets: { ...assets, first: 'classic', warmUp: false } });
  for (let i = 0; i < 5; i++) await macrotask();
  hear(ask(1));
  while (said.length < 3) await macrotask();
  expect(said[0]).toEqual({ type: 'progress', job: 0, stage: 'generate', fraction: 0.2 });
  expect(runs).toEqual(['Mug']);
});

test('with nothing to do the engine is warmed up in silence; a job stops that and goes first', async () => {
  const runs: string[] = [];
  const { said, hear, load } = shellWith(async ({ name }, _settings, _want, watch) => {
    runs.push(name);
    watch.progress('read', 0);
    if (name === 'warm-up') while (!(await watch.cancelled())) runs.push('…');
    return { picture: picture(), insight: null, parts: null };
  });
  load();
  while (!runs.includes('…')) await macrotask();
  expect(said.map(({ type }) => type)).toEqual(['loaded']);
  hear(ask(1));
  while (said.length < 3) await macrotask();
  expect(said.slice(1)).toMatchObject([
    { type: 'progress', job: 1 },
    { type: 'picture', job: 1 },
  ]);
});

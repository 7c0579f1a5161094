// Files in, models of the user's own out: the store, with workers and a plugin that answer as told.
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Shown } from '../../../src/core/picture.ts';
import type { Refusal } from '../../../src/core/sketch.ts';
import type { KeptModel, UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Answer, Connection, RunRequest } from '../../../src/ui/engine/connection.ts';
import { Hangs, Replaced } from '../../../src/ui/engine/failures.ts';
import { besides, namedCard } from '../../../src/ui/models/own-card.ts';
import { createModels } from '../../../src/ui/models/models.ts';
import { MODELS } from '../../../src/words.ts';
import { currentWith } from '../current.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/${name}`));
const shown: Shown = {
  data: new Uint8Array(4),
  width: 1,
  height: 1,
  box: { x: 0, y: 0, width: 1, height: 1 },
  ms: { generate: 40 },
  notes: [],
};
const drafted: Answer = { shown, insight: null, parts: null, runtime: 'WASM' };

/** `answer`: what the trial's worker does with each order. */
function open(answer: (order: RunRequest) => Promise<Answer> | Answer = () => drafted) {
  const posted: UiToPlugin[] = [];
  const orders: RunRequest[] = [];
  const reopened: (string | null)[] = [];
  let closed = 0;
  let networks = 0;
  let end: (error: Error) => void = () => undefined;
  const models = createModels({
    post: (message) => posted.push(message),
    changed: () => undefined,
    now: currentWith,
    open: (given): Promise<Connection> => {
      networks = new Set(given.map(({ onnx }) => onnx)).size;
      return Promise.resolve({
        loaded: { type: 'loaded', job: 0, runtime: 'WASM', models: [], studios: [], materials: [] },
        ask(order) {
          orders.push(order);
          return Promise.race([answer(order), new Promise<never>((_done, fail) => (end = fail))]);
        },
        cancel: () => undefined,
        close() {
          closed += 1;
          end(new Replaced());
        },
      });
    },
    reopen: (model) => reopened.push(model),
    busy: () => false,
    pack: (bytes) => Promise.resolve(new Uint8Array(gzipSync(bytes))),
    unpack: async (bytes) => new Uint8Array(gunzipSync(bytes)),
  });
  models.hear({ type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null });
  const chosen = (name: string, bytes = fixture(name)) => ({
    name: name.replace(/^.*\//, ''),
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer),
  });
  const add = (name: string, bytes?: Uint8Array) => models.add([chosen(name, bytes)]);
  const kept = () => posted.flatMap((message) => (message.type === 'keep-model' ? [message.model] : []));
  return {
    models,
    posted,
    orders,
    reopened,
    add,
    chosen,
    kept,
    closed: () => closed,
    networks: () => networks,
  };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

test('a file with a card is used at once, by its second run’s time, and sent to be kept', async () => {
  const { models, add, orders, reopened, kept, closed } = open();
  await add('converted.onnx');
  expect(models.state.trial).toBeNull();
  expect(models.state.own).toMatchObject([{ licence: 'MIT', ms: 40, kept: null }]);
  expect(orders).toHaveLength(2);
  expect(reopened).toEqual(['own-a-small-u-net']);
  expect(closed()).toBe(1);
  await settled();
  expect(kept()).toMatchObject([{ id: 'own-a-small-u-net' }]);
  expect(besides(kept()[0]!.card)).toEqual({ licence: 'MIT', ms: 40 });
  models.hear({ type: 'model-kept', id: 'own-a-small-u-net', kept: true });
  expect(models.state.own[0]?.kept).toBe(true);
});

test('a bare file waits for a click, and its worker ends with it', async () => {
  const { models, add, reopened, closed, networks } = open();
  await add('bare.onnx');
  expect(networks()).toBe(1); // one file, however many ways
  expect(models.state.trial?.tiles).toEqual(Array(8).fill(shown));
  expect(reopened).toEqual([]);
  models.pick(3);
  expect(models.state.own[0]?.card).toMatchObject({
    id: 'own-bare',
    name: 'bare',
    input: { ink: 1, paper: 0 },
  });
  expect(models.state.trial).toBeNull();
  expect(closed()).toBe(1);
});

test('what was kept is there for the next worker, and what cannot be read is told of', async () => {
  const first = open();
  await first.add('converted.onnx');
  await settled();
  const { models } = open();
  const broken: KeptModel = { id: 'own-broken', card: '{}', packed: new Uint8Array(3) };
  models.hear({ type: 'models', models: [...first.kept(), broken] });
  const { models: handed, slowest } = await models.handed();
  expect(handed.map(({ onnx }) => onnx)).toEqual([fixture('converted.onnx')]);
  expect(slowest).toBe(40);
  expect(models.state.told).toContain('“broken” was kept, but cannot be read');
});

test('no room: it stays for the session, and the user is told', async () => {
  const { models, add } = open();
  await add('converted.onnx');
  models.hear({ type: 'model-kept', id: 'own-a-small-u-net', kept: false });
  expect(models.state).toMatchObject({ told: MODELS.notKept('A small U-Net'), own: [{ kept: false }] });
});

test('a cancel ends the trial, and nothing that comes later counts', async () => {
  const { models, add, closed } = open(() => new Promise(() => undefined));
  const adding = add('bare.onnx');
  await settled();
  models.cancel();
  await adding;
  expect(models.state).toMatchObject({ trial: null, own: [], told: '' });
  expect(closed()).toBe(1);
});

const nan: Refusal = { refused: 'runtime-failed', detail: 'the generator gave values that are no numbers' };
test.each([
  [
    'values that are no numbers',
    () => nan,
    'This model cannot be used: the generator gave values that are no numbers.',
  ],
  ['an endless loop', () => Promise.reject(new Hangs(30_000)), MODELS.hangs],
  ['memory', () => Promise.reject(new Error('Error: bad_alloc')), MODELS.tooGreedy],
] as const)('%s: one sentence', async (_what, answer, told) => {
  const { models, add, orders, reopened, closed } = open(answer);
  await add('bare.onnx');
  expect(models.state).toMatchObject({ trial: null, own: [], told });
  expect(orders).toHaveLength(1);
  expect(reopened).toEqual([]);
  expect(closed()).toBe(1);
});

test('files that are none are refused before any worker is opened', async () => {
  const { models, add, orders } = open();
  await add('hostile/text.onnx');
  expect(models.state.told).toMatch(/^This model cannot be used: it is no ONNX file/);
  await add('latest_net_G.pth', new Uint8Array(9));
  const command = 'python -m convert latest_net_G.pth -o latest_net_G.onnx';
  expect(models.state).toMatchObject({ told: MODELS.convert(command), command });
  await models.add([{ name: 'x.onnx', size: 3e9, arrayBuffer: () => Promise.reject(new Error('was read')) }]);
  expect(models.state.command).toBe('');
  expect(models.state.told).toBe('This file has 3000 MB, at most 256 MB can be run here.');
  expect(orders).toEqual([]);
});

test('batch norms that were never updated are offered both ways, and the chosen one is kept', async () => {
  const { models, add, networks } = open();
  await add('norms/untouched.onnx');
  expect(networks()).toBe(2);
  expect(models.state.trial?.ways.map(({ norms }) => norms)).toEqual(
    Array(4).fill(['picture', 'file']).flat(),
  );
  expect(MODELS.way(models.state.trial!.ways[0]!)[1]).toBe('−1…1, thin, norm of the picture');
  models.pick(0);
  await add('norms/untouched.onnx');
  models.pick(1);
  const [picture, file] = models.state.own.map(({ onnx }) => Buffer.from(onnx).toString('latin1'));
  expect(picture).toContain('InstanceNormalization');
  expect(file).toContain('BatchNormalization');
  await add('norms/training.onnx');
  expect(networks()).toBe(1);
  models.pick(0);
  expect(Buffer.from(models.state.own[2]!.onnx).toString('latin1')).not.toContain('BatchNormalization');
});

test('a folder, which a browser hands over like a file that cannot be read, gets the command', async () => {
  const { models, orders } = open();
  const arrayBuffer = () => Promise.reject(new DOMException('could not be found', 'NotFoundError'));
  await models.add([{ name: 'saved_model', size: 4096, arrayBuffer }]);
  const command = 'python -m convert saved_model -o saved_model.onnx';
  expect(models.state).toMatchObject({ told: MODELS.folder(command), command, trial: null });
  expect(orders).toEqual([]);
});

test('a network and its weights in a second file are taken together, and one alone names the other', async () => {
  const { models, add, chosen, orders } = open();
  await models.add([chosen('two/g.onnx.data'), chosen('two/g.onnx')]);
  expect(models.state.trial?.tiles).toEqual(Array(8).fill(shown));
  models.pick(0);
  expect(models.state.own[0]?.onnx.length).toBeGreaterThan(fixture('two/g.onnx.data').length);
  const asked = orders.length;
  await add('two/g.onnx');
  expect(models.state.told).toMatch(/lie in another file, g\.onnx\.data; give both together/);
  await add('two/g.onnx.data');
  expect(models.state.told).toMatch(/weights of g\.onnx alone; give both together, .*external_data=False/);
  await models.add([chosen('two/g.onnx'), chosen('two/g.onnx.data', new Uint8Array(99))]);
  expect(models.state.told).toMatch(/g\.onnx\.data is cut short or belongs to another model/);
  expect(orders.length).toBe(asked);
});

test('renamed it is kept anew, removed it is forgotten', async () => {
  const { models, add, posted, kept, reopened } = open();
  await add('converted.onnx');
  models.hear({ type: 'model-kept', id: 'own-a-small-u-net', kept: true });
  models.rename('own-a-small-u-net', '  Mugs ');
  models.rename('own-a-small-u-net', ' ');
  await settled();
  expect(models.state.own[0]?.card.name).toBe('Mugs');
  expect(kept().map(({ card }) => (JSON.parse(card) as { name: string }).name)).toContain('Mugs');
  models.remove('own-a-small-u-net');
  expect(models.state.own).toEqual([]);
  expect(posted.at(-1)).toEqual({ type: 'forget-model', id: 'own-a-small-u-net' });
  expect(reopened).toEqual(['own-a-small-u-net', null, null]);
});

test('ids are the user’s own and never the same', () => {
  const { card } = { card: { id: 'realize', name: 'x' } as Parameters<typeof namedCard>[0] };
  expect(namedCard(card, 'Müsli & Co', []).id).toBe('own-m-sli-co');
  expect(namedCard(card, '…', ['own-model']).id).toBe('own-model-2');
});

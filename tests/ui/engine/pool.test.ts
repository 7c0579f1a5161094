// Several workers side by side: every wish is answered once, by the worker that knows its drawing, and none
// stays behind.
import { expect, test } from 'vitest';
import { PLAIN } from '../../../src/core/sketch.ts';
import type { Refusal, Settings } from '../../../src/core/sketch.ts';
import type { Answer, Connection, RunRequest } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import { createPool, poolSize } from '../../../src/ui/engine/pool.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft' };
const wish = (svg: string, seed = 1): EngineRequest => ({
  sketch: { id: svg, name: svg, svg },
  settings: { ...settings, seed },
  insight: false,
  parts: false,
  progress: () => undefined,
});

type Script = (order: RunRequest, worker: number, crash: () => void) => Answer | Promise<Answer>;

const drafted = ({ settings }: RunRequest): Answer => ({
  shown: {
    width: 1,
    height: 1,
    data: new Uint8Array(4),
    box: { x: 0, y: 0, width: settings.seed, height: 1 },
    ms: {},
    notes: [],
  },
  insight: null,
  parts: null,
  runtime: 'WASM',
});

/** A pool on pretended workers; `asked` says which worker was given what, `open` which are open now. */
function poolOf(most: number, script: Script = drafted) {
  let workers = 0;
  const asked: string[] = [];
  const open = new Set<number>();
  const pool = createPool(async (fell) => {
    const number = workers++;
    open.add(number);
    let die: (error: Error) => void = () => undefined;
    const dead = new Promise<never>((_, fail) => (die = fail));
    dead.catch(() => undefined);
    const end = (message: string) => {
      open.delete(number);
      die(new Error(message));
    };
    return {
      loaded: { type: 'loaded', job: 0, runtime: 'WASM', models: [], studios: [], materials: [] },
      ask: (order) => {
        asked.push(
          `${number}: ${order.sketch.svg} ${order.settings.seed} ${order.want.draft ? 'draft' : 'picture'}`,
        );
        const crash = () => {
          end('unreachable');
          fell();
        };
        return Promise.race([dead, Promise.resolve().then(() => script(order, number, crash))]);
      },
      cancel: () => undefined,
      close: () => end('closed'),
    } satisfies Connection;
  }, most);
  return { pool, asked, open, workers: () => workers };
}

/** What `ready` was told, by index. */
function collect() {
  const told = new Map<number, Answer | Refusal>();
  return { told, ready: (index: number, answer: Answer) => void told.set(index, answer) };
}

test('nine tiles of one drawing go to as many workers as there may be, each tile once', async () => {
  const { pool, asked, workers } = poolOf(3);
  const { told, ready } = collect();
  const wishes = Array.from({ length: 9 }, (_, seed) => wish('mug', seed));
  await pool.run(wishes, 'draft', ready);
  expect(workers()).toBe(3);
  expect(asked.map((line) => line.slice(3)).sort()).toEqual(wishes.map((_, seed) => `mug ${seed} draft`));
  expect([...told.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(told.get(7)).toMatchObject({ shown: { box: { width: 7 } } });
});

test('one wish opens one worker, and no wish none', async () => {
  const { pool, workers } = poolOf(4);
  await pool.run([], 'draft', () => expect.unreachable());
  expect(workers()).toBe(0);
  await pool.run([wish('mug')], 'draft', () => undefined);
  expect(workers()).toBe(1);
});

test('a drawing goes to the worker that knows it, within a run and in the next', async () => {
  const { pool, asked } = poolOf(2);
  const wishes = ['mug', 'lamp', 'mug', 'lamp'].map((svg, seed) => wish(svg, seed));
  await pool.run(wishes, 'draft', () => undefined);
  expect(asked.sort()).toEqual(['0: mug 0 draft', '0: mug 2 draft', '1: lamp 1 draft', '1: lamp 3 draft']);
  asked.length = 0;
  await pool.run([wish('lamp', 9)], 'draft', () => undefined);
  expect(asked).toEqual(['1: lamp 9 draft']);
});

test('a worker that crashed is replaced and its wish tried once more; the others go on', async () => {
  const { pool, workers, open } = poolOf(2, (order, worker, crash) => {
    if (worker === 0) crash();
    return drafted(order);
  });
  const { told, ready } = collect();
  await pool.run(
    ['a', 'b', 'c', 'd'].map((svg) => wish(svg)),
    'draft',
    ready,
  );
  expect([...told.values()].filter((answer) => 'shown' in answer)).toHaveLength(4);
  expect([workers(), open.size]).toEqual([3, 2]);
});

test('a wish that crashes twice is a refusal, and the rest is made', async () => {
  const { pool } = poolOf(1, (order, _worker, crash) => {
    if (order.sketch.svg === 'bad') crash();
    return drafted(order);
  });
  const { told, ready } = collect();
  await pool.run([wish('bad'), wish('good')], 'draft', ready);
  expect(told.get(0)).toMatchObject({ refused: 'runtime-failed' });
  expect(told.get(1)).toHaveProperty('shown');
});

test('a run that is overtaken ends at once and tells nothing more', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((end) => (release = end));
  const { pool } = poolOf(2, async (order) => {
    if (order.sketch.svg === 'old') await held;
    return drafted(order);
  });
  const old = collect();
  const fresh = collect();
  const first = pool.run([wish('old', 1), wish('old', 2), wish('old', 3)], 'draft', old.ready);
  const second = pool.run([wish('new', 1), wish('new', 2)], 'draft', fresh.ready);
  await first;
  release();
  await second;
  expect(old.told.size).toBe(0);
  expect(fresh.told.size).toBe(2);
});

test('cancel ends the run; rest leaves no worker behind, and the next run opens them again', async () => {
  const { pool, open, workers } = poolOf(2, () => new Promise(() => undefined));
  const { told, ready } = collect();
  const run = pool.run([wish('a'), wish('b'), wish('c')], 'picture', ready);
  while (open.size < 2) await new Promise((next) => setTimeout(next));
  pool.cancel();
  await run;
  expect(told.size).toBe(0);
  pool.rest();
  await new Promise((next) => setTimeout(next));
  expect(open.size).toBe(0);
  void pool.run([wish('a')], 'picture', ready);
  expect(workers()).toBe(3);
  pool.rest();
});

test('a core stays free for the panel, and four workers are enough', () => {
  expect([1, 2, 3, 5, 16].map(poolSize)).toEqual([1, 1, 2, 4, 4]);
});

// A runtime's name in, a connection on it out: the worker's text, its assets, a transport to it.
// WASM runs everywhere.
import type { Assets } from '../../protocol/worker.ts';
import { loadAssets, workerText } from './assets.ts';
import type { Loading } from './assets.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { telling } from './fallen.ts';
import { createTimeLimits, NO_LOAD, type TimeLimits } from './time-limits.ts';
import { openLine, type Line, type Transport } from './transports.ts';

export interface OpeningOptions {
  /** What is being made ready, for the progress line. */
  tell: (what: Loading) => void;
  /** Id of the model that is wanted first; asked when all else is ready. */
  first: () => string | null;
  /** Whether to run the networks once before they are asked; asked when all else is ready. Not where a wish
   * waits already. */
  warmUp: () => boolean;
  /** Generators of the user's own; asked when all else is ready. */
  own: () => Promise<OwnGenerators>;
  /** Whether the light may run on the graphics card. Not where several workers would share one. */
  webgl: boolean;
}

/** Generators besides the shipped ones; their bytes are handed over. */
export interface OwnGenerators {
  models: Assets['models'];
  /** Milliseconds that the slowest of them took in its trial. */
  slowest: number;
}

/** How fast this machine is: all its workers tell, and it holds for each. */
const limits = createTimeLimits();
/** A graphics card compiles its shaders in the first run, in silence. Nobody waits for it meanwhile. */
const gpuLimits = createTimeLimits(30_000);

/** A trial has a limit of its own, and what it takes says nothing about this machine. Milliseconds. */
const TRIAL_MS = 30_000;

export function createOpener({
  tell,
  first,
  warmUp,
  own,
  webgl,
}: OpeningOptions): (fell: () => void) => Promise<Connection> {
  // What took a worker along would take the next one, too: a card, or a runtime that lacks what is called.
  let onCard = webgl;
  /** What the small runtime said when it broke; null: it did not. */
  let broke: string | null = null;
  return async (fell) => {
    const began = performance.now();
    const whole = broke;
    const { line, assets } = await started(limits, async () => {
      const assets = await loadAssets('WASM', broke === null, tell);
      limits.saw('unpack', NO_LOAD, performance.now() - began);
      return assets;
    });
    tell('start');
    const { models, slowest } = await own();
    const all = { ...assets, models: [...assets.models, ...models] };
    const wanted = first();
    const connection = await openConnection(
      line,
      {
        ...all,
        warmUp: warmUp(),
        ...(wanted !== null && { first: wanted }),
        ...(!onCard && { lightOn: 'WASM' }),
      },
      patient(limits, slowest),
      ({ message }) => {
        onCard = false;
        broke ??= message;
        fell();
      },
    );
    return telling(connection, whole);
  };
}

/** The worker starts while its assets are read. */
async function started(
  limits: TimeLimits,
  load: () => Promise<Assets>,
  only?: readonly Transport[],
): Promise<{ line: Line; assets: Assets }> {
  const silence = () => limits.of('load', NO_LOAD);
  const [line, assets] = await Promise.allSettled([
    workerText().then((text) => openLine(text, silence, only)),
    load(),
  ]);
  if (line.status === 'rejected') throw line.reason;
  if (assets.status === 'rejected') {
    line.value.close();
    throw assets.reason;
  }
  return { line: line.value, assets: assets.value };
}

/** A worker that has these generators and no others, and never the frame's own thread: one that hangs would
 * take it along. */
export async function openTrial(models: Assets['models']): Promise<Connection> {
  const load = () => loadAssets('WASM', false, () => undefined);
  const { line, assets } = await started(limits, load, ['blob', 'data']);
  return openConnection(
    line,
    { ...assets, models, warmUp: false, lightOn: 'WASM' },
    createTimeLimits(TRIAL_MS),
    () => undefined,
  );
}

/** Large networks of the user's own are slower than any that we ship. */
function patient(limits: TimeLimits, slowest: number): TimeLimits {
  return {
    ...limits,
    of: (stretch, load) =>
      Math.max(limits.of(stretch, load), stretch === 'generate' || stretch === 'load' ? 6 * slowest : 0),
  };
}

export async function openWebGpu(
  first: string,
  own: () => Promise<OwnGenerators>,
  fell: () => void,
): Promise<Connection> {
  const load = () => loadAssets('WebGPU', false, () => undefined);
  // In a null-origin frame a blob: worker has no navigator.gpu, a data: worker has.
  const { line, assets } = await started(gpuLimits, load, ['data']);
  const models = [...assets.models, ...(await own()).models];
  return openConnection(line, { ...assets, models, first, warmUp: false }, gpuLimits, fell);
}

// A runtime's name in, a connection on it out: the worker's text, its assets, a road to it. WASM runs everywhere.
import type { Assets } from '../../protocol.ts';
import { loadAssets, workerText } from './assets.ts';
import type { Loading } from './assets.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { createPace, NOTHING, type Pace } from './pace.ts';
import { openLine } from './roads.ts';

export interface Opener {
  /** What is being made ready, for the progress line. */
  tell: (what: Loading) => void;
  /** Id of the model that is wanted first; asked when all else is ready. */
  first: () => string | null;
  /** Whether to run the networks once before they are asked. Not where a wish waits already. */
  warmUp: boolean;
  /** Generators of the user's own; asked when all else is ready. */
  own: () => Promise<OwnGenerators>;
}

/** Generators besides the shipped ones; their bytes are handed over. */
export interface OwnGenerators {
  models: Assets['models'];
  /** Milliseconds that the slowest of them took in its trial. */
  slowest: number;
}

/** How fast this machine is: all its workers tell, and it holds for each. */
const pace = createPace();
/** A graphics card compiles its shaders in the first run, in silence. Nobody waits for it meanwhile. */
const gpuPace = createPace(30_000);

/** A trial has a limit of its own, and what it takes says nothing about this machine. Milliseconds. */
const TRIAL_MS = 30_000;

export function createOpener({
  tell,
  first,
  warmUp,
  own,
}: Opener): (fell: () => void) => Promise<Connection> {
  return async (fell) => {
    const began = performance.now();
    const [text, assets] = await Promise.all([workerText(), loadAssets('WASM', tell)]);
    pace.saw('unpack', NOTHING, performance.now() - began);
    const line = await openLine(text, pace.limit('load', NOTHING));
    tell('start');
    const { models, slowest } = await own();
    const all = { ...assets, models: [...assets.models, ...models] };
    const wanted = first();
    return openConnection(
      line,
      { ...all, warmUp, ...(wanted !== null && { first: wanted }) },
      patient(pace, slowest),
      fell,
    );
  };
}

/** A worker that has these generators and no others, and never the frame's own thread: one that hangs would take it along. */
export async function openTrial(models: Assets['models']): Promise<Connection> {
  const [text, assets] = await Promise.all([workerText(), loadAssets('WASM', () => undefined)]);
  const line = await openLine(text, pace.limit('load', NOTHING), ['blob', 'data']);
  return openConnection(line, { ...assets, models, warmUp: false }, createPace(TRIAL_MS), () => undefined);
}

/** Large networks of the user's own are slower than any that we ship. */
function patient(pace: Pace, slowest: number): Pace {
  return {
    ...pace,
    limit: (stretch, load) =>
      Math.max(pace.limit(stretch, load), stretch === 'generate' || stretch === 'load' ? 6 * slowest : 0),
  };
}

export async function openWebGpu(
  first: string,
  own: () => Promise<OwnGenerators>,
  fell: () => void,
): Promise<Connection> {
  const [text, assets] = await Promise.all([workerText(), loadAssets('WebGPU', () => undefined)]);
  // In a null-origin frame a blob: worker has no navigator.gpu, a data: worker has.
  const line = await openLine(text, gpuPace.limit('load', NOTHING), ['data']);
  const models = [...assets.models, ...(await own()).models];
  return openConnection(line, { ...assets, models, first, warmUp: false }, gpuPace, fell);
}

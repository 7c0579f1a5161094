// A runtime's name in, a connection on it out: the worker's text, its assets, a road to it. WASM runs everywhere.
import { loadAssets, workerText } from './assets.ts';
import type { Loading } from './assets.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { createPace, NOTHING } from './pace.ts';
import { openLine } from './roads.ts';

export interface Opener {
  /** What is being made ready, for the progress line. */
  tell: (what: Loading) => void;
  /** Id of the model that is wanted first; asked when all else is ready. */
  first: () => string | null;
  /** Whether to run the networks once before they are asked. Not where a wish waits already. */
  warmUp: boolean;
}

/** How fast this machine is: all its workers tell, and it holds for each. */
const pace = createPace();
/** A graphics card compiles its shaders in the first run, in silence. Nobody waits for it meanwhile. */
const gpuPace = createPace(30_000);

export function createOpener({ tell, first, warmUp }: Opener): (fell: () => void) => Promise<Connection> {
  return async (fell) => {
    const began = performance.now();
    const [text, assets] = await Promise.all([workerText(), loadAssets('WASM', tell)]);
    pace.saw('unpack', NOTHING, performance.now() - began);
    const line = await openLine(text, pace.limit('load', NOTHING));
    tell('start');
    const wanted = first();
    return openConnection(line, { ...assets, warmUp, ...(wanted !== null && { first: wanted }) }, pace, fell);
  };
}

export async function openWebGpu(first: string, fell: () => void): Promise<Connection> {
  const [text, assets] = await Promise.all([workerText(), loadAssets('WebGPU', () => undefined)]);
  // In a null-origin frame a blob: worker has no navigator.gpu, a data: worker has.
  const line = await openLine(text, gpuPace.limit('load', NOTHING), ['data']);
  return openConnection(line, { ...assets, first, warmUp: false }, gpuPace, fell);
}

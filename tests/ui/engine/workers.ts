// In: what a worker answers. Out: an engine on such workers, and which of them were opened and closed.
import type { Sketch } from '../../../src/core/sketch.ts';
import type { Assets, UiToWorker } from '../../../src/protocol/worker.ts';
import { openConnection } from '../../../src/ui/engine/connection.ts';
import { createSupervisor } from '../../../src/ui/engine/supervisor.ts';
import { createTimeLimits } from '../../../src/ui/engine/time-limits.ts';
import type { Line } from '../../../src/ui/engine/transports.ts';
import { START } from '../../../src/ui/start.ts';

/** No pretended worker is given longer than this, times what its stage usually takes. */
export const LEAST_MS = 15_000;

const sketch: Sketch = { id: '1:2', name: 'Mug', svg: '<svg/>' };

export const order = { sketch, settings: START.settings, insight: false, parts: false, progress: () => {} };

export const picture = {
  png: new Uint8Array(1),
  width: 1,
  height: 1,
  box: { x: 0, y: 0, width: 1, height: 1 },
  ms: {},
  notes: [],
};

export function assets(): Assets {
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
export function engineOf(answer: (message: UiToWorker, worker: number, say: (m: unknown) => void) => void) {
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

export const loaded = { type: 'loaded', job: 0, runtime: 'WASM', models: [], studios: [], materials: [] };

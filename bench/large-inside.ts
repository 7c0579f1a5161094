// Bundled and run inside the panel's own frame (large.ts): a network's file in, what it paints on WebGPU and
// how long it took out.
// The panel's worker, its proof against the CPU (worker/prove.ts) and its protocol; only its patience is
// longer, as the graphics card of a test machine is software.
import { waysOf } from '../src/core/models/fit.ts';
import { readSummary } from '../src/core/models/summary.ts';
import { isRefusal, PLAIN } from '../src/core/sketch.ts';
import { loadAssets, workerText } from '../src/ui/engine/assets.ts';
import { openConnection } from '../src/ui/engine/connection.ts';
import { createTimeLimits } from '../src/ui/engine/time-limits.ts';
import { openLine } from '../src/ui/engine/transports.ts';
import { SAMPLE } from '../src/ui/models/trial.ts';
import { wholeFile } from '../src/ui/models/whole.ts';

export interface OnGpu {
  /** Milliseconds: opened on card and CPU, and both painted the same; then one draft. */
  proved: number;
  drafted: number;
  /** Of the network alone. */
  network: number;
  /** Side of the draft. */
  width: number;
}

async function paint(files: readonly File[], patience: number): Promise<OnGpu> {
  const onnx = await wholeFile(files[0]!, files);
  if (typeof onnx === 'string') throw new Error(onnx);
  const summary = readSummary(onnx);
  const fit = 'refused' in summary ? summary : waysOf(summary, 'g');
  if ('refused' in fit) throw new Error(fit.refused);
  const [text, assets] = await Promise.all([workerText(), loadAssets('WebGPU', false, () => undefined)]);
  const line = await openLine(text, () => patience, ['data']);
  const began = performance.now();
  const { card } = fit.ways[0]!;
  const models = [{ card, onnx }];
  const connection = await openConnection(
    line,
    { ...assets, models, warmUp: false },
    createTimeLimits(patience),
    () => undefined,
  );
  const proved = performance.now();
  const answer = await connection.ask({
    job: 1,
    sketch: SAMPLE,
    settings: { ...PLAIN, model: card.id, studio: connection.loaded.studios[0]!.id, background: 'white' },
    want: { insight: false, parts: false, draft: true },
    progress: () => undefined,
  });
  connection.close();
  if (isRefusal(answer) || !('shown' in answer)) throw new Error(JSON.stringify(answer));
  const { width, ms } = answer.shown;
  return {
    proved: proved - began,
    drafted: performance.now() - proved,
    network: ms.generate ?? Number.NaN,
    width,
  };
}

Object.assign(globalThis, { paintLarge: paint });

// A picture that WASM made in, a connection whose WebGPU makes the same picture faster out, or the reason why not.
// WASM is always started first: it is right everywhere. WebGPU takes over once it has proved itself on this machine.
import { isRefusal } from '../../core/sketch.ts';
import type { Result } from '../state.ts';
import { loadAssets, workerText } from './assets.ts';
import { meanDifference } from './compare.ts';
import { openConnection } from './connection.ts';
import type { Connection, Made } from './connection.ts';
import { openLine } from './roads.ts';

/** Mean over all pixels and channels, of 255. More is another picture, not rounding. */
const TOLERANCE = 2;

export async function tryWebGpu(wasm: Result, fell: () => void): Promise<Connection | string> {
  if (!('gpu' in navigator)) return 'this frame has no WebGPU';
  if (!('Suspending' in WebAssembly)) return 'this browser has no JSPI';
  // TypeScript's DOM of this version does not know navigator.gpu.
  const gpu = navigator.gpu as { requestAdapter: () => Promise<object | null> };
  if (!(await gpu.requestAdapter())) return 'no WebGPU adapter';
  const [text, assets] = await Promise.all([workerText(), loadAssets('WebGPU', () => undefined)]);
  // In a null-origin frame a blob: worker has no navigator.gpu, a data: worker has.
  const connection = await openConnection(await openLine(text, ['data']), assets, fell);
  const verdict = await judge(connection, wasm);
  if (verdict === null) return connection;
  connection.close();
  return verdict;
}

/** Null when WebGPU may take over. */
async function judge(connection: Connection, wasm: Result): Promise<string | null> {
  const { svg } = wasm.drawing.sketch;
  let gpu: Made | null = null;
  // The first run compiles shaders and does not count; a space more is another text, so that no stage is left out.
  for (const [n, text] of [svg, `${svg} `].entries()) {
    const sketch = { ...wasm.drawing.sketch, svg: text };
    const made = await connection.ask({
      job: n + 1,
      sketch,
      settings: wasm.settings,
      want: { insight: false, parts: false, draft: false },
      progress: () => undefined,
    });
    if (isRefusal(made)) return `refused: ${made.refused}`;
    if ('shown' in made) return 'it gave a draft, wanted a picture';
    gpu = made;
  }
  if (!gpu) return 'no picture';
  const difference = await meanDifference(gpu.picture.png, wasm.made.picture.png);
  if (difference > TOLERANCE) return `pictures differ by ${difference.toFixed(2)} of 255`;
  const [fast, slow] = [networksMs(gpu), networksMs(wasm.made)];
  if (fast >= slow) return `not faster: ${Math.round(fast)} ms, WASM ${Math.round(slow)} ms`;
  return null;
}

/** What the runtime decides. The other stages run the same code either way. */
function networksMs({ picture: { ms } }: Made): number {
  return (ms.generate ?? 0) + (ms.light ?? 0);
}

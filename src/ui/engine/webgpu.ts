// A picture that WASM made in, a connection whose WebGPU makes the same picture faster out, or the reason why not.
// WASM is always started first: it is right everywhere. WebGPU takes over once it has proved itself on this machine: that it
// computes the same the worker finds out while it loads (worker/prove.ts), that it is faster is measured here on real work.
import { isRefusal } from '../../core/sketch.ts';
import type { Picture, Settings, Sketch } from '../../core/sketch.ts';
import { WEBGPU } from '../../words.ts';
import { Hangs } from './broke.ts';
import type { Connection, Drafted, Made } from './connection.ts';
import { openWebGpu } from './open.ts';

/** What WASM was asked for, and what it gave. */
export interface Work {
  drawing: { sketch: Sketch };
  settings: Settings;
  made: Made | Drafted;
}

export async function tryWebGpu(wasm: Work, fell: () => void): Promise<Connection | string> {
  if (!('gpu' in navigator)) return WEBGPU.none;
  if (!('Suspending' in WebAssembly)) return WEBGPU.noJspi;
  // TypeScript's DOM of this version does not know navigator.gpu.
  const gpu = navigator.gpu as { requestAdapter: () => Promise<object | null> };
  if (!(await gpu.requestAdapter())) return WEBGPU.noAdapter;
  let opened: Connection | null = null;
  try {
    opened = await openWebGpu(wasm.settings.model, fell);
    const verdict = await race(opened, wasm);
    if (verdict === null) return opened;
    opened.close();
    return verdict;
  } catch (error) {
    opened?.close();
    if (error instanceof Hangs) return WEBGPU.hangs;
    return WEBGPU.failed(error instanceof Error ? error.message : String(error));
  }
}

/** Null when WebGPU is the faster one. */
export async function race(connection: Connection, wasm: Work): Promise<string | null> {
  const { svg } = wasm.drawing.sketch;
  const slow = networksMs(wasm.made);
  let fast = Infinity;
  // The first run compiles shaders and does not count; a space more is another text, so that no stage is left out.
  for (const [n, text] of [svg, `${svg} `].entries()) {
    const made = await connection.ask({
      job: n + 1,
      sketch: { ...wasm.drawing.sketch, svg: text },
      settings: wasm.settings,
      want: { insight: false, parts: false, draft: 'shown' in wasm.made },
      progress: () => undefined,
    });
    if (isRefusal(made)) return WEBGPU.failed(made.refused);
    fast = networksMs(made);
  }
  return fast < slow ? null : WEBGPU.slow(fast, slow);
}

/** What the runtime decides. The other stages run the same code either way. */
function networksMs(made: Made | Drafted): number {
  const { ms }: Pick<Picture, 'ms'> = 'shown' in made ? made.shown : made.picture;
  return (ms.generate ?? 0) + (ms.light ?? 0);
}

// A picture that WASM made in, a connection whose WebGPU makes it faster out, or why there is none.
// WASM is always started first: it is right everywhere. WebGPU takes over once it has proved itself on this
// machine: that it computes the same the worker finds out while it loads (worker/prove.ts), that it is faster
// is measured here on real work.
import { isRefusal } from '../../core/sketch.ts';
import type { Picture } from '../../core/picture.ts';
import type { Settings, Sketch } from '../../core/sketch.ts';
import { LATE, within } from '../../timeout.ts';
import { WEBGPU } from '../../words.ts';
import { Hangs } from './failures.ts';
import type { Connection, DraftAnswer, PictureAnswer } from './connection.ts';
import { isPacked } from './packed.ts';
import { openWebGpu, type OwnGenerators } from './open-worker.ts';

/** What the first run may take longer, for its shaders. */
const SHADERS_MS = 5000;
/** A browser whose graphics process is starting anew, or hangs, may never say which cards there are. */
const ADAPTER_MS = 10_000;

/** What WASM was asked for, and what it gave. */
export interface Work {
  drawing: { sketch: Sketch };
  settings: Settings;
  made: PictureAnswer | DraftAnswer;
}

export async function tryWebGpu(
  wasm: Work,
  own: () => Promise<OwnGenerators>,
  fell: () => void,
): Promise<Connection | string> {
  if (!isPacked('ort-jspi') || !('gpu' in navigator)) return WEBGPU.none;
  if (!('Suspending' in WebAssembly)) return WEBGPU.noJspi;
  // TypeScript's DOM of this version does not know navigator.gpu.
  const gpu = navigator.gpu as { requestAdapter: () => Promise<object | null> };
  const adapter = await within(ADAPTER_MS, gpu.requestAdapter());
  if (adapter === LATE) return WEBGPU.hangs;
  if (!adapter) return WEBGPU.noAdapter;
  let opened: Connection | null = null;
  try {
    opened = await openWebGpu(wasm.settings.model, own, fell);
    const verdict = await race(opened, wasm);
    if (verdict === null) return opened;
    opened.close();
    return verdict;
  } catch (error) {
    opened?.close();
    if (error instanceof Hangs) return WEBGPU.hangs;
    const why = error instanceof Error ? error.message : String(error);
    return WEBGPU.failed(why.replace(/^Error: /, '')); // as the worker tells of its own
  }
}

/** Null when WebGPU is the faster one. One that has lost already is not waited for: on a graphics card made
 * of software a picture takes minutes of all cores. */
export async function race(connection: Connection, wasm: Work): Promise<string | null> {
  const { svg } = wasm.drawing.sketch;
  const slow = networksMs(wasm.made);
  // The first run compiles shaders and does not count. A space more is another text: no stage is left out.
  const runs = [
    { job: 1, text: svg, most: SHADERS_MS + 10 * slow },
    { job: 2, text: `${svg} `, most: 2 * totalMs(wasm.made) },
  ];
  let fast = Infinity;
  for (const { job, text, most } of runs) {
    const began = performance.now();
    const made = await within(
      most,
      connection.ask({
        job,
        sketch: { ...wasm.drawing.sketch, svg: text },
        settings: wasm.settings,
        want: { insight: false, parts: false, draft: 'shown' in wasm.made },
        progress: () => undefined,
      }),
    );
    if (made === LATE) return WEBGPU.slow(performance.now() - began, slow);
    if (isRefusal(made)) return WEBGPU.failed(made.refused);
    fast = networksMs(made);
  }
  return fast < slow ? null : WEBGPU.slow(fast, slow);
}

/** What the runtime decides. The other stages run the same code either way. */
function networksMs(made: PictureAnswer | DraftAnswer): number {
  const { generate = 0, light = 0 } = msOf(made);
  return generate + light;
}

function totalMs(made: PictureAnswer | DraftAnswer): number {
  return Object.values(msOf(made)).reduce((sum, ms) => sum + ms, 0);
}

function msOf(made: PictureAnswer | DraftAnswer): Picture['ms'] {
  return 'shown' in made ? made.shown.ms : made.picture.ms;
}

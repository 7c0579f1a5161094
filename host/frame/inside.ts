// JavaScript text that runs before any other script in the page's frame, and again in each of its workers.
// In: the plan, [{ id, nth, times }]; whether the frame's own thread must do a worker's work. Out: whispers
// to the host. It tells of requests that were refused there, and carries out the faults that only exist there
// (faults/frame.ts).
import type { Fault } from '../faults/faults.ts';
import { GRAPHICS } from './inside-gpu.ts';
import { MEMORY } from './inside-memory.ts';
import { WORKERS } from './inside-workers.ts';

/** A script element's content. `</script>` does not occur in it. */
export function insideScript(faults: readonly Fault[], ownThread: boolean): string {
  const plan = faults.map(({ id, nth, times }) => ({ id, nth, times }));
  return `(${INSIDE})(${JSON.stringify(plan)}, ${ownThread});`;
}

const INSIDE = String.raw`function inside(plan, ownThread) {
  'use strict';
  const SPARE = 32;
  const inWorker = typeof document === 'undefined';
  const early = [];
  let tell = inWorker ? (whisper) => early.push(whisper) : (whisper) => parent.postMessage(whisper, '*');
  const struck = (id) => tell({ standIn: 'struck', id });
  const planned = (id) => plan.find((one) => one.id === id);

  addEventListener('securitypolicyviolation', (event) => {
    const local = /^(data|blob|inline|eval|wasm-eval|about)\b/.test(event.blockedURI);
    if (!local && event.blockedURI !== '') tell({ standIn: 'blocked', address: event.blockedURI });
  });

  // ---- Where the work is done: in a worker, or here when no worker may be.
  let heard = ownThread ? Infinity : 0;
  const once = new Set();
  const armed = (id) => planned(id) !== undefined && heard >= planned(id).nth;
  const note = (id) => { if (!once.has(id)) { once.add(id); struck(id); } };
  if (inWorker || ownThread) {
    const grow = WebAssembly.Memory.prototype.grow;
    WebAssembly.Memory.prototype.grow = function (pages) {
      if (!armed('wasm-out-of-memory')) return grow.call(this, pages);
      note('wasm-out-of-memory');
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    };
    // Most modules grow by an instruction of their own: theirs is given an end when they are loaded.
    const oom = planned('wasm-out-of-memory');
    if (oom) ended(oom.nth > 1 ? SPARE : 0);
    if (typeof GPUAdapter !== 'undefined') gpu();
    if (typeof WebGL2RenderingContext !== 'undefined') webgl();
  }
${MEMORY}${GRAPHICS}  if (inWorker) {
    addEventListener('message', (event) => {
      if (event.data?.standInPort) {
        event.stopImmediatePropagation();
        tell = (whisper) => event.data.standInPort.postMessage(whisper);
        for (const whisper of early.splice(0)) tell(whisper);
        return;
      }
      heard += 1;
      if (armed('worker-hangs')) { note('worker-hangs'); event.stopImmediatePropagation(); }
      if (armed('worker-crashed') && !once.has('worker-crashed')) {
        note('worker-crashed');
        event.stopImmediatePropagation();
        setTimeout(() => { setTimeout(() => close()); throw new Error('RuntimeError: unreachable'); });
      }
    });
    return;
  }

${WORKERS}}`;

// JavaScript text that runs before any other script in the page's frame, and again in each of its workers.
// In: the plan, [{ id, nth, times }]; whether the frame's own thread must do a worker's work. Out: whispers
// to the host. It tells of requests that were refused there, and carries out the faults that only exist there
// (faults/frame.ts).
import type { Fault } from '../faults/faults.ts';

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
  function ended(spare) {
    const { instantiate, compile } = WebAssembly;
    const cut = (source) => {
      const isBytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source);
      const end = isBytes ? withEnd(source, spare) : null;
      if (end) note('wasm-out-of-memory');
      return end || source;
    };
    WebAssembly.instantiate = (source, ...more) => instantiate.call(WebAssembly, cut(source), ...more);
    WebAssembly.compile = (source, ...more) => compile.call(WebAssembly, cut(source), ...more);
    WebAssembly.Module = new Proxy(WebAssembly.Module, {
      construct: (Target, [source]) => new Target(cut(source)),
    });
  }
  // The same module, with a memory of at most its first size and "spare" pages of 64 KiB more; null where it
  // has none of its own.
  function withEnd(source, spare) {
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    let at = 8;
    const number = () => { for (let value = 0, shift = 0; ; shift += 7) { const byte = bytes[at]; at += 1; value |= (byte & 127) << shift; if (byte < 128) return value; } };
    const leb = (value) => { const out = []; for (; value > 127; value >>>= 7) out.push((value & 127) | 128); return [...out, value]; };
    while (at < bytes.length) {
      const start = at;
      const section = number();
      const size = number();
      const next = at + size;
      if (section === 5) {
        if (number() !== 1) return null;
        const flags = number();
        const least = number();
        const body = [1, flags | 1, ...leb(least), ...leb(least + spare)];
        const changed = [5, ...leb(body.length), ...body];
        const whole = new Uint8Array(start + changed.length + bytes.length - next);
        whole.set(bytes.subarray(0, start));
        whole.set(changed, start);
        whole.set(bytes.subarray(next), start + changed.length);
        return whole;
      }
      at = next;
    }
    return null;
  }
  function gpu() {
    const devices = new WeakMap();
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await requestDevice.apply(this, args);
      devices.set(device.queue, device);
      const { lost } = device;
      // A device that is taken away says "unknown", one that its owner gave up "destroyed". (WebGPU,
      // GPUDeviceLostReason)
      const told = lost.then((info) => (once.has('gpu-lost') ? { reason: 'unknown', message: 'The device was lost.' } : info));
      Object.defineProperty(device, 'lost', { value: told });
      return device;
    };
    const { submit } = GPUQueue.prototype;
    GPUQueue.prototype.submit = function (...args) {
      if (armed('gpu-lost') && !once.has('gpu-lost')) { note('gpu-lost'); devices.get(this)?.destroy(); }
      return submit.apply(this, args);
    };
    const { mapAsync, getMappedRange } = GPUBuffer.prototype;
    const isRead = (buffer) => (buffer.usage & 1) !== 0;
    GPUBuffer.prototype.mapAsync = function (...args) {
      if (!armed('gpu-hangs') || !isRead(this)) return mapAsync.apply(this, args);
      note('gpu-hangs');
      return new Promise(() => undefined);
    };
    GPUBuffer.prototype.getMappedRange = function (...args) {
      const range = getMappedRange.apply(this, args);
      if (armed('gpu-wrong') && isRead(this)) {
        note('gpu-wrong');
        const values = new Float32Array(range, 0, range.byteLength >> 2);
        for (let i = 0; i < values.length; i += 1) values[i] = values[i] * 0.5 + 0.25;
      }
      return range;
    };
    const { requestAdapter } = Object.getPrototypeOf(navigator.gpu);
    Object.getPrototypeOf(navigator.gpu).requestAdapter = function (...args) {
      if (!planned('gpu-absent')) return requestAdapter.apply(this, args);
      note('gpu-absent');
      return Promise.resolve(null);
    };
  }

  function webgl() {
    const { prototype } = WebGL2RenderingContext;
    const { getContext } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = function (kind, ...more) {
      if (kind !== 'webgl2' || !armed('webgl-absent')) return getContext.call(this, kind, ...more);
      note('webgl-absent');
      return null;
    };
    const { shaderSource, drawArrays, getBufferSubData, clientWaitSync } = prototype;
    prototype.shaderSource = function (shader, text) {
      if (armed('webgl-uncompiled')) note('webgl-uncompiled');
      return shaderSource.call(this, shader, armed('webgl-uncompiled') ? text + 'uncompiled' : text);
    };
    prototype.drawArrays = function (...args) {
      if (armed('webgl-lost') && !once.has('webgl-lost')) { note('webgl-lost'); this.getExtension('WEBGL_lose_context')?.loseContext(); }
      return drawArrays.apply(this, args);
    };
    prototype.getBufferSubData = function (target, from, into, ...more) {
      getBufferSubData.call(this, target, from, into, ...more);
      if (armed('webgl-wrong')) {
        note('webgl-wrong');
        for (let i = 0; i < into.length; i += 1) into[i] = into[i] * 0.5 + 0.25;
      }
    };
    prototype.clientWaitSync = function (...args) {
      if (!armed('webgl-hangs')) return clientWaitSync.apply(this, args);
      note('webgl-hangs');
      return this.TIMEOUT_EXPIRED;
    };
  }

  if (inWorker) {
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

  // ---- The frame: every worker gets this same script before its own.
  if (planned('gpu-absent') && navigator.gpu && !ownThread) {
    navigator.gpu.requestAdapter = () => { note('gpu-absent'); return Promise.resolve(null); };
  }
  const blobs = new Map();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const address = createObjectURL.call(URL, object);
    if (object instanceof Blob) blobs.set(address, object);
    return address;
  };
  URL.revokeObjectURL = (address) => { blobs.delete(address); revokeObjectURL.call(URL, address); };
  let started = 0;
  self.Worker = new Proxy(Worker, {
    construct(Target, [given, options]) {
      started += 1;
      // A graphics card is the machine's: all workers have the same.
      const mine = plan.filter(({ id, times }) => /^(gpu|webgl)-/.test(id) || started <= times);
      if (mine.some(({ id }) => id === 'worker-refused')) {
        struck('worker-refused');
        throw new DOMException("Failed to construct 'Worker': Access to the script is denied.", 'SecurityError');
      }
      const before = '(' + inside + ')(' + JSON.stringify(mine) + ', false);\n';
      const worker = Reflect.construct(Target, [dressed(String(given), before), options]);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => tell(event.data);
      worker.postMessage({ standInPort: port2 }, [port2]);
      const killed = mine.find(({ id }) => id === 'worker-killed');
      let posted = 0;
      if (killed) worker.postMessage = (...args) => {
        Target.prototype.postMessage.apply(worker, args);
        posted += 1;
        if (posted === killed.nth) { struck('worker-killed'); worker.terminate(); }
      };
      return worker;
    },
  });
  function dressed(address, before) {
    const blob = blobs.get(address);
    if (blob) return createObjectURL.call(URL, new Blob([before, blob], { type: blob.type }));
    if (!address.startsWith('data:')) return address;
    const comma = address.indexOf(',');
    const [head, body] = [address.slice(0, comma), address.slice(comma + 1)];
    return head.endsWith(';base64') ? head + ',' + btoa(before + atob(body)) : head + ',' + encodeURIComponent(before) + body;
  }
}`;

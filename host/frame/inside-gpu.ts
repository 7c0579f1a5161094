// JavaScript text: graphics cards that are lost, hang, err or are absent, by WebGPU and by WebGL 2, for the
// faults of those names.
export const GRAPHICS = String.raw`  function gpu() {
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

`;

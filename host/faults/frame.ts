// Faults inside the page's frame: workers that die, memory that runs out, graphics cards that lie. What each
// does is in frame/inside.ts, which runs in the frame and in its workers; here is only what there is.

interface FrameFault {
  what: string;
  at: 'worker';
}

const inFrame = (what: string): FrameFault => ({ what, at: 'worker' });

export const FRAME_FAULTS = {
  'worker-refused': inFrame('no worker can be started'),
  'worker-killed': inFrame('the worker is gone without a word, just after a message to it'),
  'worker-crashed': inFrame('the worker throws, then is gone'),
  'worker-hangs': inFrame('the worker hears nothing any more'),
  'wasm-out-of-memory': inFrame('WebAssembly memory can grow no further'),
  'gpu-absent': inFrame('there is no WebGPU adapter'),
  'gpu-lost': inFrame('the WebGPU device is lost at its next work'),
  'gpu-wrong': inFrame('the GPU computes wrongly: all that is read back is off'),
  'gpu-hangs': inFrame('nothing can be read back from the GPU any more'),
  stranger: inFrame('a page that is not Figma posts messages to the frame'),
  'webgl-absent': inFrame('there is no WebGL 2'),
  'webgl-uncompiled': inFrame('the driver compiles no shader'),
  'webgl-lost': inFrame('the WebGL context is lost at its next drawing'),
  'webgl-wrong': inFrame('WebGL computes wrongly: all that is read back is off'),
  'webgl-hangs': inFrame('WebGL is never done with what it is asked'),
} satisfies Record<string, FrameFault>;

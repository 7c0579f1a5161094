// In: the light as a shader. Out: a network that runs on the graphics card, by WebGL 2, in a worker or on the
// frame's own thread: a strip of pixels is a texture, a layer a channel; its picture is drawn in one go.
import type { Network } from '../../core/engine.ts';
import type { Shader } from '../../core/shader/compile.ts';
import { WEBGL } from '../../words.ts';
import { pause } from '../pause.ts';
import { buildProgram } from './program.ts';
import { openStrip, SIDE } from './strip.ts';

/** Longer, and the card counts as stuck: less than the panel waits for a silent worker. Milliseconds. */
const PATIENCE = 5_000;

export interface Card {
  /** Asks without waiting, where the browser compiles aside. Throws where it could not compile. */
  ready: () => boolean;
  /** Throws when the context is lost, the card is stuck, or what it gives is no number. */
  light: Network;
  /** Pixels that it takes at once. */
  most: number;
  /** Gives its memory back. */
  close: () => void;
}

/** Throws, in words for the user, where there is no such card. */
export function openCard(shader: Shader): Card {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1);
  const gl = canvas?.getContext('webgl2', { antialias: false, depth: false });
  if (!gl) throw new Error(WEBGL.none);
  if (!gl.getExtension('EXT_color_buffer_float')) throw new Error(WEBGL.noFloats);
  const program = buildProgram(gl, shader.source);
  let strip: ReturnType<typeof openStrip> | null = null;

  const close = (): void => {
    strip?.close();
    gl.deleteProgram(program.linked);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
  };

  /** Of all that was asked of the card so far. */
  async function done(): Promise<void> {
    const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!gl || !fence) throw new Error(WEBGL.lost);
    const began = performance.now();
    for (;;) {
      const state = gl.clientWaitSync(fence, gl.SYNC_FLUSH_COMMANDS_BIT, 0);
      if (state === gl.ALREADY_SIGNALED || state === gl.CONDITION_SATISFIED) break;
      if (state === gl.WAIT_FAILED) throw new Error(WEBGL.lost);
      if (performance.now() - began > PATIENCE) throw new Error(WEBGL.hangs);
      await pause();
    }
    gl.deleteSync(fence);
  }

  return {
    most: SIDE * SIDE,
    close,
    ready() {
      if (!program.ready()) return false;
      strip ??= openStrip(gl, program.linked, shader.layers);
      return true;
    },
    async light(inputs) {
      if (!strip) throw new Error('the card was asked before it was ready');
      const count = strip.draw(inputs, shader.uniforms(inputs));
      await done();
      const data = strip.read(count);
      if (gl.isContextLost()) throw new Error(WEBGL.lost);
      return { [shader.output]: { shape: [1, 4, 1, count], data } };
    },
  };
}

// In: strips of pixels, a tensor of channels each. Out: their picture, drawn by a program and read back. Its
// textures are as large as one strip of the light, whatever the picture's size: 7 MB.
import type { Tensor } from '../../core/engine.ts';
import type { Shader } from '../../core/shader/compile.ts';

/** Of the textures: pixel k lies in column k mod SIDE of row k / SIDE. */
export const SIDE = 256;

export interface StripOnCard {
  /** Sends the pixels, at most SIDE × SIDE, and has them drawn; gives how many they are. */
  draw: (inputs: Readonly<Record<string, Tensor>>, uniforms: Float32Array) => number;
  /** What was drawn, channel after channel. Throws where it is no number. */
  read: (count: number) => Float32Array;
  close: () => void;
}

/** Throws where the card has no room for it. */
export function openStrip(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  layers: Shader['layers'],
): StripOnCard {
  const depth = layers.reduce((sum, { channels }) => sum + channels, 0);
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.R32F, SIDE, SIDE, depth);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, filter, gl.NEAREST); // floats cannot be blended everywhere
  const target = gl.createRenderbuffer();
  gl.bindRenderbuffer(gl.RENDERBUFFER, target);
  gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA32F, SIDE, SIDE);
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, target);
  const answer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, answer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, 16 * SIDE * SIDE, gl.STREAM_READ);
  gl.useProgram(program);
  const studio = gl.getUniformLocation(program, 'studio');
  const found = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE ? gl.getError() : -1;
  if (found !== gl.NO_ERROR) throw new Error(`the graphics card gave no textures of floats (${found})`);

  const padded = new Float32Array(SIDE * SIDE * Math.max(...layers.map(({ channels }) => channels)));
  const drawn = new Float32Array(4 * SIDE * SIDE);

  /** Channel after channel, each filled up to whole rows. */
  function rowsOf(data: Float32Array, channels: number, count: number, rows: number): Float32Array {
    if (count === SIDE * rows) return data;
    for (let c = 0; c < channels; c++) padded.set(data.subarray(c * count, (c + 1) * count), c * SIDE * rows);
    return padded.subarray(0, channels * SIDE * rows);
  }

  return {
    draw(inputs, uniforms) {
      const [first] = layers;
      const count = first ? (inputs[first.tensor]?.data.length ?? 0) / first.channels : 0;
      const rows = Math.ceil(count / SIDE);
      if (!(rows > 0 && rows <= SIDE)) throw new Error(`a strip of ${count} pixels, wanted 1…${SIDE * SIDE}`);
      for (const { tensor, layer, channels } of layers) {
        const data = inputs[tensor]?.data;
        if (data?.length !== channels * count)
          throw new Error(`"${tensor}" has ${data?.length} numbers, wanted ${channels} × ${count}`);
        const pixels = rowsOf(data, channels, count, rows);
        gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, SIDE, rows, channels, gl.RED, gl.FLOAT, pixels);
      }
      gl.uniform4fv(studio, uniforms);
      gl.viewport(0, 0, SIDE, rows);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      gl.readPixels(0, 0, SIDE, rows, gl.RGBA, gl.FLOAT, 0);
      return count;
    },
    read(count) {
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, drawn, 0, 4 * count);
      const data = new Float32Array(4 * count);
      let sum = 0;
      for (let k = 0; k < count; k++)
        for (let c = 0; c < 4; c++) sum += data[c * count + k] = drawn[4 * k + c]!;
      if (!Number.isFinite(sum)) throw new Error('the graphics card gave what is no number');
      return data;
    },
    close() {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(frame);
      gl.deleteRenderbuffer(target);
      gl.deleteBuffer(answer);
    },
  };
}

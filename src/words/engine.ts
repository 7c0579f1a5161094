// What is told of the work in the background: its stages, what is made ready, and what it runs on.
import type { Stage } from '../core/picture.ts';

/** What the pipeline is doing, for the line above the progress bar. */
export const STAGES: Record<Stage, string> = {
  read: 'Reading the drawing',
  lines: 'Drawing the lines',
  parts: 'Finding the parts',
  generate: 'Finding the form',
  light: 'Lighting it',
  encode: 'Writing the picture',
};

/** What the panel is making ready, once per launch. */
export const LOADING: Record<'runtime' | 'raster' | 'model' | 'light' | 'start', string> = {
  runtime: 'Unpacking the runtime',
  raster: 'Unpacking the rasteriser',
  model: 'Unpacking the generator',
  light: 'Unpacking the studio light',
  start: 'Starting the generator',
};

/** Why WebGPU does not run, told where the runtime is named. */
export const WEBGPU = {
  none: 'not offered here',
  noJspi: 'this browser is too old for it',
  noAdapter: 'there is no graphics card for it',
  hangs: 'the graphics card did not answer',
  failed: (why: string) => `cannot be used here: ${why}`,
  slow: (gpu: number, wasm: number) => `slower here: ${Math.round(gpu)} ms, WASM ${Math.round(wasm)} ms`,
  lost: 'the graphics card was lost, WASM goes on',
} as const;

/** Whether the light runs on the graphics card by WebGL, told where the runtime is named. */
export const WEBGL = {
  none: 'not offered here',
  noFloats: 'this graphics card draws no floats',
  lost: 'the graphics card was lost, WASM goes on',
  hangs: 'the graphics card did not answer, WASM goes on',
  late: 'the graphics card took too long for the self-test',
  wrong: (apart: number) => `it lights otherwise, off by ${apart.toFixed(1)} of 255`,
  slow: (card: number, wasm: number) =>
    `light slower here: ${Math.round(card)} ms a strip, WASM ${Math.round(wasm)} ms`,
  won: (card: number, wasm: number) =>
    `does the light: ${Math.round(card)} ms a strip, WASM ${Math.round(wasm)} ms`,
} as const;

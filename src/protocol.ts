// Every message on both wires. Wire 1: the plugin sandbox (code.js) ↔ the panel (ui.html). Wire 2: the panel ↔ its worker.
// Types only. Each request carries a job number; answers repeat it; an answer to an old job is dropped.
// On wire 1 only plain data and Uint8Array may travel (Figma copies deeply and refuses the rest).
import type { Picture, Refusal, Settings, Sketch, Stage } from './core/sketch.ts';

/** `once`: the one-click command, a small progress window that closes itself. `panel`: the window that stays. */
export type Mode = 'once' | 'panel';

/** How a placed picture came to be; kept as plugin data on it. */
export interface Made {
  /** Node id of the drawing. */
  from: string;
  settings: Settings;
  /** What ran, for example "WASM". */
  runtime: string;
  /** Milliseconds from sketch to PNG. */
  ms: number;
}

// ---- Wire 1 -------------------------------------------------------------------------------------------------

export type PluginToUi =
  /** Answer to `ready`. */
  | { type: 'opened'; mode: Mode; settings: Settings | null; editor: 'figma' | 'figjam' }
  /** One drawing to realize: number `index` (from 0) of `total` in this job. The next comes after its answer. */
  | { type: 'sketch'; job: number; index: number; total: number; sketch: Sketch }
  /** This job (or, in the panel, this selection) cannot be done. */
  | { type: 'refused'; job: number; refusal: Refusal }
  /** The picture of `index` stands on the canvas. */
  | { type: 'placed'; job: number; index: number; name: string }
  /** The job has ended; in mode `once` the plugin closes right after. */
  | { type: 'done'; job: number; placed: number; refused: number };

export type UiToPlugin =
  /** The panel has loaded and listens. */
  | { type: 'ready' }
  /** Panel: send me what is selected. The answer carries a new job number of the plugin's own. */
  | { type: 'ask'; job: number }
  /** Answer to `sketch`: the picture to place. In the panel it is sent when the user presses Place. */
  | { type: 'place'; job: number; index: number; picture: Omit<Picture, 'ms'>; made: Made }
  /** Answer to `sketch`: no picture. */
  | { type: 'refused'; job: number; index: number; refusal: Refusal }
  | { type: 'cancel'; job: number }
  | { type: 'settings'; settings: Settings }
  | { type: 'close' };

// ---- Wire 2 -------------------------------------------------------------------------------------------------

export type RuntimeName = 'WASM' | 'WebGPU';

/** All that the worker needs to start; bytes are inflated, ready to use. Transferred, not copied. */
export interface Assets {
  /** The ONNX Runtime build that fits `runtime`. */
  ort: Uint8Array;
  resvg: Uint8Array;
  models: { card: unknown; onnx: Uint8Array }[];
  light: { card: unknown; onnx: Uint8Array };
  runtime: RuntimeName;
}

/** What the model saw and found, as PNG files, for the panel. */
export interface Insight {
  lines: Uint8Array;
  normals: Uint8Array | null;
  /** Square side in pixels. */
  size: number;
}

export type UiToWorker =
  | { type: 'load'; job: number; assets: Assets }
  /** Runs the whole way. Only what changed since the last run of the same sketch is run again. */
  | { type: 'realize'; job: number; sketch: Sketch; settings: Settings; insight: boolean }
  | { type: 'cancel'; job: number };

export type WorkerToUi =
  /** The worker's script runs and listens; without it the panel tries another way to start one. */
  | { type: 'started' }
  | {
      type: 'loaded';
      job: number;
      runtime: RuntimeName;
      /** `lit`: light, seed and ground shadow can be chosen. Pix2Pix as published paints its own. */
      models: { id: string; name: string; lit: boolean }[];
      studios: { id: string; name: string }[];
    }
  | { type: 'progress'; job: number; stage: Stage; fraction: number }
  | { type: 'picture'; job: number; picture: Picture; insight: Insight | null }
  | { type: 'refused'; job: number; refusal: Refusal }
  /** A bug or a dead runtime; the worker should be replaced. */
  | { type: 'crashed'; job: number; message: string };

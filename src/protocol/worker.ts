// Every message on wire 2: the panel ↔ its worker, one union for each direction.
// Each request carries a job number; answers repeat it; an answer to an old job is dropped.
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Corners } from '../core/photo-tune.ts';
import type { Picture, Shown, Stage } from '../core/picture.ts';
import type { Box, Refusal, Rgba, Settings, Sketch } from '../core/sketch.ts';
import type { MapKind, Scale } from './placing.ts';

export type RuntimeName = 'WASM' | 'WebGPU';

/** Bytes as ui.html carries them. */
export interface PackedBytes {
  /** For the timeline. */
  name: string;
  bytes: Uint8Array;
  packing: 'gzip' | 'brotli';
}

/** What is not packed is ready to use. */
export type Bytes = Uint8Array | PackedBytes;

export interface NetworkAssets {
  card: unknown;
  onnx: Bytes;
}

/**
 * All that the worker needs to start. Transferred, not copied; unpacked there, what is seldom needed when it
 * is.
 */
export interface Assets {
  /** The ONNX Runtime build that fits `runtime`. */
  ort: Bytes;
  /** ONNX Runtime with `light` and the first model opened already (prepare/). Left out: `ort` opens them. */
  prepared?: Bytes;
  /** The decoder of what is packed by brotli. */
  brotli: Bytes;
  resvg: Bytes;
  models: NetworkAssets[];
  light: NetworkAssets;
  runtime: RuntimeName;
  /**
   * Id of the model to open at once; the first of them where it is left out.
   * The others open when they are wanted.
   */
  first?: string;
  /**
   * Where the light is computed; where it is left out, on the graphics card if that is faster and the same
   * (worker/webgl). `WebGL`: there, or not at all.
   */
  lightOn?: 'WASM' | 'WebGL';
  /** False: a wish comes at once, so nothing is run to warm the networks up. */
  warmUp?: boolean;
}

/** What the model saw and found, as PNG files, for the panel. */
export interface Insight {
  lines: Uint8Array;
  normals: Uint8Array | null;
  /**
   * The drawing's coordinates that traced images cover: PhotoTune.corners are shares
   * of them. Left out: none was traced.
   */
  photo?: Box;
  /** The corners of a sheet that is seen in them, as PhotoTune.corners. Left out: none is. */
  sheet?: Corners;
  /** Square side in pixels. */
  size: number;
}

/** What comes with a picture. */
export interface Seen {
  insight: Insight | null;
  parts: PartsSeen | null;
  /** What became of the light on WebGL, in words for the user. Left out: it was not tried. */
  webgl?: string;
  /**
   * The relief with its materials, as a GLB file. Left out: it was not wanted, or the generator finds no
   * form.
   */
  glb?: Uint8Array;
  /**
   * Every material on a lit ball, one below the other in the order of `loaded`, as wide as high each. Left
   * out: they were not wanted.
   */
  swatches?: Rgba;
  /** Maps of the surface as PNG files, as large as the picture. Left out as `glb` is. */
  maps?: Record<MapKind, Uint8Array>;
}

/** What the answer to `realize` shall be. */
export interface Want {
  /** Lines and normals too. */
  insight: boolean;
  /** Which part is where, too. */
  parts: boolean;
  /**
   * Quick and for the eyes: the generator sees the drawing at half its size,
   * and the answer is `shown`, no file.
   */
  draft: boolean;
  /** The relief as a file, too. */
  glb?: true;
  /** Materials on balls, too. */
  swatches?: true;
  /** Maps of the surface, too. */
  maps?: true;
  /**
   * Pixels a unit of the drawing, or as many whole ones as can be; left out: as large as the settings say.
   * Drafts do not ask.
   */
  scale?: Scale;
}

export type UiToWorker =
  | { type: 'load'; job: number; assets: Assets }
  /** Runs the whole way. Only what changed since the last run of the same sketch is run again. */
  | { type: 'realize'; job: number; sketch: Sketch; settings: Settings; want: Want }
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
      materials: { id: string; name: string }[];
    }
  /** With the job of `load`: a sign of life while WebGPU proves itself. */
  | { type: 'progress'; job: number; stage: Stage; fraction: number }
  | ({ type: 'picture'; job: number; picture: Picture } & Seen)
  /** The answer where a draft was wanted. */
  | ({ type: 'shown'; job: number; shown: Shown } & Seen)
  | { type: 'refused'; job: number; refusal: Refusal }
  /** A bug or a dead runtime; the worker should be replaced. */
  | { type: 'crashed'; job: number; message: string };

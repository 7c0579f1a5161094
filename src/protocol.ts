// Every message on both wires. Wire 1: the plugin sandbox (code.js) ↔ the panel
// (ui.html). Wire 2: the panel ↔ its worker.
// Types, and the lists that name their values. Each request carries a job number; answers repeat it;
// an answer to an old job is dropped.
// On wire 1 only plain data and Uint8Array may travel (Figma copies deeply and refuses the rest).
import type {
  Box,
  Corners,
  Look,
  PartsSeen,
  Picture,
  Refusal,
  Settings,
  Shown,
  Sketch,
  Stage,
} from './core/sketch.ts';

/**
 * `once`: the one-click command, a small progress window that closes itself. `panel`: the window that stays.
 */
export type Mode = 'once' | 'panel';

/** How a placed picture came to be; kept as plugin data on it. */
export interface Made {
  /** Node id of the drawing; of loose shapes that are one drawing, of the lowest. */
  from: string;
  /**
   * Node ids of those loose shapes, lowest first. The plugin knows them; left out where the drawing is one
   * layer.
   */
  together?: string[];
  settings: Settings;
  /** What ran, for example "WASM". */
  runtime: string;
  /** The generator's name on its card, for example "Realize 2"; versions up to 0.3.1 did not keep it. */
  by?: string;
  /** Milliseconds from sketch to PNG. */
  ms: number;
}

/**
 * Where a picture goes: free room beside its drawing, exactly over it, into the drawing as its fill, or into
 * the flow of the auto layout that holds it.
 */
export const WHERE = ['beside', 'over', 'fill', 'layout'] as const;
export type Where = (typeof WHERE)[number];
/** Ways in which a drawing cannot be placed, and why. */
export interface Cannot {
  fill?: 'no-fill';
  layout?: 'no-layout';
}
/**
 * What Place does when this drawing has a picture already: give that layer
 * the new image, or add another layer.
 */
export const AGAIN = ['update', 'add'] as const;
export type Again = (typeof AGAIN)[number];

export const SCALES = [1, 2, 3, 4] as const;
export type Scale = (typeof SCALES)[number];

/** The user's own choices about the panel, kept in Figma's client storage for all her files. */
export interface Prefs {
  where: Where;
  again: Again;
  /** Of the panel, in px. */
  width: number;
  height: number;
  /** Pixels a canvas pixel of the drawing, in files that are copied or downloaded. */
  scale: Scale;
  /** The sample of the first run has been seen. */
  welcomed: boolean;
}

/** A colour with the name that the document gives it; `#rrggbb`. */
export interface Named {
  name: string;
  colour: string;
}

/** One picture that was placed in this file, newest first in lists. */
export interface Entry {
  id: string;
  /** Of the drawing. */
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  made: Made;
  width: number;
  height: number;
  /** A small JPEG, or null when none could be kept. */
  thumb: Uint8Array | null;
  /** The picture still stands somewhere in the file. */
  stands: boolean;
}

/** A drawing of which no picture stands, and why. */
export interface Refused {
  name: string;
  refusal: Refusal;
}

/** A generator of the user's own, as it is kept between runs. */
export interface KeptModel {
  /** Of its card; begins with `own-`. */
  id: string;
  /** JSON: how it is fed, its name, and what else is told of it. */
  card: string;
  /** The ONNX file as gzip. */
  packed: Uint8Array;
}

// ---- Wire 1
// -------------------------------------------------------------------------------------------------

export type PluginToUi =
  /** Right before `opened`. In the panel all that are kept; in mode `once` those that its drawings want. */
  | { type: 'models'; models: KeptModel[] }
  /** Answer to `keep-model`: whether there was room. */
  | { type: 'model-kept'; id: string; kept: boolean }
  /** Answer to `ready`. */
  | { type: 'opened'; mode: Mode; settings: Settings | null; editor: 'figma' | 'figjam'; prefs: Prefs | null }
  /**
   * One drawing to realize: number `index` (from 0) of `total` in this job. The next comes after its answer.
   * In the panel the same number comes again, with a new sketch, whenever the drawing was edited.
   */
  | {
      type: 'sketch';
      job: number;
      index: number;
      total: number;
      sketch: Sketch;
      look: Look | null;
      /** Left out: it can be placed in every way. */
      cannot?: Cannot;
    }
  /** This job (or, in the panel, this selection) cannot be done. */
  | { type: 'refused'; job: number; refusal: Refusal }
  /** The picture of `index` stands on the canvas. */
  | {
      type: 'placed';
      job: number;
      index: number;
      name: string;
      /** What is drawn was hidden, for the picture to be seen. */
      hides?: true;
    }
  /** The job has ended; in mode `once` the plugin closes right after. */
  | { type: 'done'; job: number; placed: number; refused: Refused[] }
  /** Answer to `ask-palette`: the document's colour styles and variables. */
  | { type: 'palette'; colours: Named[] }
  /**
   * Answer to `ask-image`: the image that the selected layer is filled
   * with, as a file; null when it has none.
   */
  | { type: 'image'; bytes: Uint8Array | null }
  /**
   * Answer to `ask-history`, and told whenever it changed. `pruned`: how many
   * old ones went to make room just now.
   */
  | { type: 'history'; entries: Entry[]; pruned: number }
  /** Answer to `fetch`: the picture of an entry, or null when the file does not hold it any more. */
  | { type: 'fetched'; id: string; png: Uint8Array | null }
  /** Something that was wished for was done, or why not; one sentence for the panel's status line. */
  | { type: 'told'; text: string };

export type UiToPlugin =
  /** The panel has loaded and listens. */
  | { type: 'ready' }
  /** Panel: send me what is selected. The answer carries a new job number of the plugin's own. */
  | { type: 'ask'; job: number }
  /** Answer to `sketch`: the picture to place. In the panel it is sent when the user presses Place. */
  | {
      type: 'place';
      job: number;
      index: number;
      picture: Omit<Picture, 'ms'>;
      made: Made;
      /** How the panel wants it; the one-click command leaves it out: beside, as a layer of its own. */
      how?: { where: Where; again: Again };
      /** For the history; see Entry. */
      thumb?: Uint8Array;
      /**
       * The panel answers for all drawings of this job by itself: they are one step of undo, and selecting
       * something else meanwhile does not end them.
       */
      batch?: true;
    }
  /**
   * Panel: Place was pressed, and its picture is on its way: another selection waits
   * for it. False: none comes after all.
   */
  | { type: 'coming'; job: number; coming: boolean }
  /**
   * More pictures of the drawing of `index`, side by side beside it: the tiles
   * that were chosen. One step of undo.
   */
  | {
      type: 'place-many';
      job: number;
      index: number;
      tiles: { picture: Omit<Picture, 'ms'>; made: Made; thumb?: Uint8Array }[];
    }
  /** Answer to `sketch`: nothing is to become of it here; the next one. */
  | { type: 'skip'; job: number; index: number }
  /** Answer to `sketch`: no picture. */
  | { type: 'refused'; job: number; index: number; refusal: Refusal }
  | { type: 'cancel'; job: number }
  /** Panel: the drawings of that job again, whatever is selected now: it was cancelled before its last one. */
  | { type: 'go-on'; job: number }
  | { type: 'settings'; settings: Settings }
  /** Panel: keep this with the drawing of `index`. */
  | { type: 'look'; job: number; index: number; look: Look }
  | { type: 'prefs'; prefs: Prefs }
  /** The window's size while it is dragged, in px; `prefs` follows when it is let go. */
  | { type: 'resize'; width: number; height: number }
  | { type: 'ask-palette' }
  | { type: 'ask-image' }
  | { type: 'ask-history' }
  | { type: 'fetch'; id: string }
  /** Shows what was hidden behind pictures in the drawings that are looked at. */
  | { type: 'show-drawing' }
  /** Puts the picture of an entry back on the canvas, beside its drawing or in view. */
  | { type: 'restore'; id: string }
  | { type: 'forget'; id: string }
  /** Keeps it for next time, in place of the one with the same id. */
  | { type: 'keep-model'; model: KeptModel }
  | { type: 'forget-model'; id: string }
  /** Keeps this look with every drawing that is selected. */
  | { type: 'copy-look'; look: Look }
  | { type: 'close' };

// ---- Wire 2
// -------------------------------------------------------------------------------------------------

export type RuntimeName = 'WASM' | 'WebGPU';

/** Bytes as ui.html carries them. */
export interface Packed {
  /** For the timeline. */
  name: string;
  bytes: Uint8Array;
  packing: 'gzip' | 'brotli';
}

/** What is not packed is ready to use. */
export type Bytes = Uint8Array | Packed;

export interface NetworkAssets {
  card: unknown;
  onnx: Bytes;
}

/** All that the worker needs to start. Transferred, not copied; unpacked there, what is seldom needed when it is. */
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
  /** The relief with its materials, as a GLB file. Left out: it was not wanted, or the generator finds no form. */
  glb?: Uint8Array;
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
  /** Longest side in pixels, at most the largest of SIZES; left out: as the settings say. Drafts do not ask. */
  size?: number;
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

// What is known of a picture that was placed: how it came to be, and its line in the history.
import type { Settings } from '../core/sketch.ts';

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

// A finished picture, as a file or for the eyes alone, the stages that it went through, and what is worth telling of it:
// types alone.
import type { Box, Rgba } from './sketch.ts';

export type Stage = 'read' | 'lines' | 'parts' | 'generate' | 'light' | 'encode';

/**
 * A finished picture and where it belongs: pixel (0, 0)…(width, height) covers
 * `box` of the drawing's coordinates.
 */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
  box: Box;
  /** Milliseconds per stage, of the stages that ran (a change of light alone runs only the last two). */
  ms: Partial<Record<Stage, number>>;
  /** What was left out or guessed, for the panel to tell; empty when nothing was. */
  notes: Note[];
  /** The shadow on the ground, where it was wanted as a picture of its own. */
  shadow?: Layer;
}

/** A PNG file and the drawing's coordinates that it covers. */
export type Layer = Pick<Picture, 'png' | 'width' | 'height' | 'box'>;

/** A picture for the eyes alone, not yet a file: straight-alpha sRGB. */
export interface Shown extends Rgba, Pick<Picture, 'box' | 'ms' | 'notes'> {}

/** Things worth telling about a picture that was made all the same. */
export type Note =
  | 'text-not-outlined'
  | 'paint-left-out'
  | 'nothing-closed'
  | 'coloured-picture'
  | 'image-traced'
  | 'far-too-detailed'
  | 'outside-cut'
  | 'ink-coloured'
  | 'unsure'
  | 'look-guessed'
  | 'material-guessed';

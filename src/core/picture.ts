// A finished picture, as a file or for the eyes alone, the stages that it went through, and what is worth
// telling of it: types alone.
import type { Box, Rgba } from './sketch.ts';

export type Stage = 'read' | 'lines' | 'parts' | 'generate' | 'light' | 'encode';

/** What the stage `parts` does, in its order. */
export type PartsStep = 'regions' | 'form' | 'appearance' | 'relief' | 'texture' | 'shadows';

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
  /** Where outlines are open, with the note 'nothing-closed'; left out or empty: nobody can say. */
  openings?: readonly Opening[];
  /** The shadow on the ground, where it was wanted as a picture of its own. */
  shadow?: Layer;
}

/** A PNG file and the drawing's coordinates that it covers. */
export type Layer = Pick<Picture, 'png' | 'width' | 'height' | 'box'>;

/** A picture for the eyes alone, not yet a file: straight-alpha sRGB. */
export interface Shown extends Rgba, Pick<Picture, 'box' | 'ms' | 'notes' | 'openings'> {}

/**
 * Two points between which an outline is open, in drawing units; the same twice: an end with nothing near it.
 */
export interface Opening {
  /** Of its layer; '': it has none. */
  name: string;
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
}

/** Things worth telling about a picture that was made all the same. */
export type Note =
  | 'text-not-outlined'
  | 'paint-left-out'
  | 'effect-left-out'
  | 'image-left-out'
  | 'nothing-closed'
  | 'coloured-picture'
  | 'image-traced'
  | 'far-too-detailed'
  | 'outside-cut'
  | 'ink-coloured'
  | 'unsure'
  | 'look-guessed'
  | 'material-guessed';

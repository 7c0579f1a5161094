// The nouns that every stage shares: what goes in (Sketch, Settings), what comes out (Picture), and why not (Refusal).

/** A rectangle. Units: whatever the owner says; here always the drawing's own units (Figma canvas pixels), y down. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One thing to realize: a frame, group, shape or file, as SVG text with outlined text and layer names as ids. */
export interface Sketch {
  /** Figma node id, or a file's path. */
  id: string;
  name: string;
  /** The whole SVG document. Its viewBox is the drawing's own coordinate system. */
  svg: string;
}

export const SIZES = [512, 1024, 2048] as const;
/** Longest side of the picture in pixels. */
export type Size = (typeof SIZES)[number];

export interface Settings {
  /** Id of a generator's card. */
  model: string;
  /** Id of a studio in the light's card. */
  studio: string;
  size: Size;
  /** Chooses all that the drawing leaves open (colours of uncoloured parts). The same seed gives the same picture. */
  seed: number;
  /** Whether the soft shadow on the ground is part of the picture. */
  shadow: boolean;
}

/** An image: 8-bit straight-alpha sRGB, row by row from the top. data.length = width × height × 4. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One value a pixel, row by row from the top. data.length = width × height. Ranges are told where it is used. */
export interface Plane<T extends Float32Array | Uint8Array | Uint16Array | Int32Array = Float32Array> {
  width: number;
  height: number;
  data: T;
}

export type Stage = 'read' | 'lines' | 'parts' | 'generate' | 'light' | 'encode';

/** A finished picture and where it belongs: pixel (0, 0)…(width, height) covers `box` of the drawing's coordinates. */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
  box: Box;
  /** Milliseconds per stage, of the stages that ran (a change of light alone runs only the last two). */
  ms: Partial<Record<Stage, number>>;
  /** What was left out or guessed, for the panel to tell; empty when nothing was. */
  notes: Note[];
}

/** Things worth telling about a picture that was made all the same. */
export type Note =
  'text-not-outlined' | 'nothing-closed' | 'image-traced' | 'far-too-detailed' | 'outside-cut';

export const REASONS = [
  'nothing-selected',
  'nothing-drawn',
  'hidden',
  'not-an-svg',
  'too-large',
  'too-slim',
  'read-only',
  'node-gone',
  'drawing-gone',
  'other-version',
  'page-left',
  'export-failed',
  'export-hangs',
  'image-refused',
  'nothing-closed',
  'model-broken',
  'runtime-failed',
  'out-of-memory',
  'cancelled',
  'unknown-model',
  'unknown-studio',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a user can cause. A value, not an exception; its sentence is in src/words.ts. */
export interface Refusal {
  refused: Reason;
  /** What was seen and what was wanted, for the sentence's second half; never a stack. */
  detail?: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

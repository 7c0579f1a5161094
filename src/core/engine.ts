// What the pure pipeline asks of the world: two networks, a rasteriser, and whether to go on.
// Worker and Node each bring theirs.
import type { Stage, PartsStep } from './picture.ts';
import type { Rgba } from './sketch.ts';

/** A tensor in NCHW order. data.length = product of shape. */
export interface Tensor {
  shape: readonly number[];
  data: Float32Array;
}

/** Runs one network. Names are the card's tensor names. Throws when the runtime fails. */
export type Network = (inputs: Record<string, Tensor>) => Promise<Record<string, Tensor>>;

/**
 * Renders an SVG document to width × height pixels, whatever its aspect ratio.
 * Throws on a document that is not SVG.
 */
export type Rasterise = (svg: string, width: number, height: number) => Rgba;

export interface Engine {
  generate: Network;
  light: Network;
  rasterise: Rasterise;
  /** Milliseconds on some clock that only goes forwards. */
  now: () => number;
}

export interface Watch {
  /** Called as stages begin and go on; fraction is 0…1 of the whole job. */
  progress: (stage: Stage, fraction: number) => void;
  /** Called as a step within a stage begins; for whoever draws a timeline. */
  step?: (name: PartsStep) => void;
  /**
   * Asked between stages and strips; the job then ends with the refusal
   * `cancelled`. Awaiting it lets messages in.
   */
  cancelled: () => Promise<boolean>;
}

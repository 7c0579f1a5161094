// All that the panel knows and all that can happen to it: values only. What follows from what is in reduce.ts.
import { PLAIN } from '../core/sketch.ts';
import type { Refusal, Settings, Size, Sketch, Stage } from '../core/sketch.ts';
import type { Mode, PluginToUi } from '../protocol.ts';
import type { Loading } from './engine/assets.ts';
import type { Loaded, Made } from './engine/connection.ts';

/** One drawing, as the plugin numbers it. */
export interface Drawing {
  job: number;
  index: number;
  total: number;
  sketch: Sketch;
}

/** `preview` is quick and for the eyes; `place` has the size that was asked for and goes to the canvas. */
export type Purpose = 'preview' | 'place';

export interface Work {
  ticket: number;
  purpose: Purpose;
  stage: Stage | null;
  /** 0…1 */
  fraction: number;
}

/** A picture that is finished, and what it was made of. */
export interface Result {
  made: Made;
  drawing: Drawing;
  settings: Settings;
}

export type View = 'picture' | 'lines' | 'form';

export type EngineState =
  | { phase: 'loading'; what: Loading | null }
  | { phase: 'ready'; offer: Loaded }
  | { phase: 'broken'; refusal: Refusal };

export interface State {
  /** Null until the plugin has answered `ready`. */
  mode: Mode | null;
  editor: 'figma' | 'figjam';
  engine: EngineState;
  settings: Settings;
  drawing: Drawing | null;
  work: Work | null;
  /** The last picture; shown while the next one is made, as long as it is of the same drawing. */
  result: Result | null;
  /** Why there is no picture now, or, beside a picture, why it could not be placed. */
  refusal: Refusal | null;
  /** Pressed, and not yet answered by the plugin. */
  placing: boolean;
  /** Name of the layer that was placed last; cleared by the next change. */
  placed: string | null;
  /** Why WebGPU does not run, or that it does; null until it was tried. */
  webgpu: string | null;
  view: View;
  /** 0…1, how much of the drawing lies over the picture. */
  split: number;
}

export type Action =
  | PluginToUi
  | { type: 'loading'; what: Loading }
  | { type: 'loaded'; offer: Loaded }
  | { type: 'broken'; refusal: Refusal }
  | { type: 'started'; ticket: number; purpose: Purpose }
  | { type: 'progress'; ticket: number; stage: Stage; fraction: number }
  | { type: 'made'; ticket: number; result: Result }
  | { type: 'failed'; ticket: number; refusal: Refusal }
  | { type: 'sent' }
  | { type: 'tried'; verdict: string }
  | { type: 'stopped' }
  | { type: 'chose'; change: Partial<Settings> }
  | { type: 'viewed'; view: View }
  | { type: 'split'; split: number };

export const FIRST_SIZE: Size = 1024;

export const START: State = {
  mode: null,
  editor: 'figma',
  engine: { phase: 'loading', what: null },
  settings: { ...PLAIN, model: '', studio: '', size: FIRST_SIZE },
  drawing: null,
  work: null,
  result: null,
  refusal: null,
  placing: false,
  placed: null,
  webgpu: null,
  view: 'picture',
  split: 0,
};

/** Whether the Place button can be pressed. */
export function placeable(state: State): boolean {
  const shown = state.result?.drawing.sketch.id === state.drawing?.sketch.id;
  return state.result !== null && shown && !state.placing && state.work?.purpose !== 'place';
}

/** Milliseconds of all the stages that ran for the picture that is shown. */
export function tookMs(made: Made): number {
  return Object.values(made.picture.ms).reduce((sum, ms) => sum + ms, 0);
}

// All that the panel knows: values only. What can happen to it: action.ts; what follows from what: reduce.ts.
// What is asked of it: shown.ts, ready.ts.
import type { OwnLight } from '../core/lamp-tune.ts';
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Stage } from '../core/picture.ts';
import type { Box, Refusal, Rgba, Settings, Sketch } from '../core/sketch.ts';
import type { AdviceId } from '../words.ts';
import type { Cannot, Prefs } from '../protocol/placing.ts';
import type { Mode, Named } from '../protocol/plugin.ts';
import type { Insight } from '../protocol/worker.ts';
import type { Loading } from './engine/assets.ts';
import type { DraftAnswer, Loaded, PictureAnswer } from './engine/connection.ts';
import type { Zoom } from './zoom.ts';
import type { Steps } from './steps.ts';

/** One drawing, as the plugin numbers it. After each edit it is another object with the same sketch id. */
export interface ShownDrawing {
  job: number;
  index: number;
  total: number;
  sketch: Sketch;
  cannot?: Cannot;
}

/**
 * `draft` is quick, while things change; `preview` is sharp, when they rest; `place` is for the canvas,
 * `export` for a file of the relief.
 */
export type Purpose = 'draft' | 'preview' | 'place' | 'export';

interface Work {
  ticket: number;
  purpose: Purpose;
  stage: Stage | null;
  /** 0…1 */
  fraction: number;
}

interface Source {
  drawing: ShownDrawing;
  settings: Settings;
}

/** A picture that is finished, and what it was made of. */
export interface Result extends Source {
  made: PictureAnswer;
}

export interface Draft extends Source {
  made: DraftAnswer;
}

/** Which part is where, and the drawing's coordinates that the labels cover. */
export interface Located {
  seen: PartsSeen;
  box: Box;
}

export const TABS = ['realize', 'explore', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** What the preview is for: turn the light, choose parts, compare with the drawing, or see what the generator
 * sees and finds. */
export const VIEWS = ['light', 'parts', 'compare', 'lines', 'form'] as const;
export type PreviewView = (typeof VIEWS)[number];

export type EngineState =
  | { phase: 'loading'; what: Loading | null }
  | { phase: 'ready'; offer: Loaded }
  | { phase: 'broken'; refusal: Refusal };

export interface State {
  /** Null until the plugin has answered `ready`. */
  mode: Mode | null;
  editor: 'figma' | 'figjam';
  engine: EngineState;
  /** What the drawing at hand is realized with: the user's own settings under the look kept with it. */
  settings: Settings;
  /** What a drawing without a look of its own starts from. */
  own: Settings;
  prefs: Prefs;
  /** What the settings of the drawing at hand were before, and after what was undone. */
  steps: Steps;
  drawing: ShownDrawing | null;
  work: Work | null;
  /** The last full picture; shown while the next one is made, as long as it is of the same drawing. */
  result: Result | null;
  /** What has come since, quicker and coarser; null once a full picture has followed. */
  draft: Draft | null;
  /** Of the newest of the two that told it. */
  parts: Located | null;
  insight: Insight | null;
  /** As in Seen; null until materials were to be chosen. */
  swatches: Rgba | null;
  /** Why there is no picture now, or, beside a picture, why it could not be placed or does not follow the
   * drawing. */
  refusal: Refusal | null;
  /** Pressed, and not yet answered by the plugin. */
  placing: boolean;
  /** The drawing is hidden behind its picture. */
  covered: boolean;
  /** Name of the layer that was placed last; cleared by the next change. */
  placed: string | null;
  /** What the plugin said last; cleared by the next change. */
  told: string | null;
  /** The document's colours; null until they were asked for. */
  palette: Named[] | null;
  /** Lights of this file; null until they were asked for. */
  lights: readonly OwnLight[] | null;
  /** Why WebGPU does not run, or that it does; null until it was tried. */
  webgpu: string | null;
  tab: Tab;
  view: PreviewView;
  /** 0…1, how much of the drawing lies over the picture. */
  split: number;
  /**
   * Key of the part under the pointer or the focus, and of those that are being changed, the first chosen
   * first.
   */
  pointed: string | null;
  selected: readonly string[];
  /** How the preview is looked at. */
  zoom: Zoom;
  /** The list of keys is open. */
  help: boolean;
  /** Advice that the user has closed, by the drawing's sketch id; until the panel closes. */
  dismissed: Readonly<Record<string, readonly AdviceId[]>>;
}

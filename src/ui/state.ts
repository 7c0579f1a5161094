// All that the panel knows and all that can happen to it: values only.
// What follows from what is in reduce.ts.
import type { OwnLight } from '../core/lamp-tune.ts';
import { PLAIN } from '../core/sketch.ts';
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Stage } from '../core/picture.ts';
import type { Box, Refusal, Rgba, Settings, Size, Sketch } from '../core/sketch.ts';
import type { AdviceId } from '../words.ts';
import type { Cannot, Prefs, Where } from '../protocol/placing.ts';
import type { Mode, Named } from '../protocol/plugin.ts';
import type { Insight } from '../protocol/worker.ts';
import type { ForSession } from './dispatcher.ts';
import type { Loading } from './engine/assets.ts';
import type { Drafted, Loaded, Made } from './engine/connection.ts';
import { WHOLE_VIEW, type Zoom } from './zoom.ts';
import { NO_STEPS, type Steps, type Direction } from './steps.ts';

/** One drawing, as the plugin numbers it. After each edit it is another object with the same sketch id. */
export interface Drawing {
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
  drawing: Drawing;
  settings: Settings;
}

/** A picture that is finished, and what it was made of. */
export interface Result extends Source {
  made: Made;
}

export interface Draft extends Source {
  made: Drafted;
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
export type View = (typeof VIEWS)[number];

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
  drawing: Drawing | null;
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
  view: View;
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

export type Action =
  | ForSession
  | { type: 'loading'; what: Loading }
  | { type: 'loaded'; offer: Loaded }
  | { type: 'broken'; refusal: Refusal }
  /** A file was handed to the user; what is said of it. */
  | { type: 'saved'; text: string }
  | { type: 'started'; ticket: number; purpose: Purpose }
  | { type: 'progress'; ticket: number; stage: Stage; fraction: number }
  | { type: 'drafted'; ticket: number; draft: Draft }
  | { type: 'made'; ticket: number; result: Result }
  | { type: 'failed'; ticket: number; refusal: Refusal }
  | { type: 'sent' }
  | { type: 'tried'; verdict: string }
  | { type: 'stopped' }
  /** `joins`: it goes on with the choice before it and is undone together with it. */
  | { type: 'chose'; change: Partial<Settings>; joins?: boolean }
  | { type: 'stepped'; way: Direction }
  | { type: 'preferred'; change: Partial<Prefs> }
  | { type: 'tabbed'; tab: Tab }
  | { type: 'viewed'; view: View }
  | { type: 'split'; split: number }
  | { type: 'pointed'; key: string | null }
  | { type: 'selected'; keys: readonly string[] }
  | { type: 'zoomed'; zoom: Zoom }
  | { type: 'helped'; open: boolean }
  | { type: 'dismissed'; advice: AdviceId };

const FIRST_SIZE: Size = 1024;
const FIRST: Settings = { ...PLAIN, model: '', studio: '', size: FIRST_SIZE };

export const START: State = {
  mode: null,
  editor: 'figma',
  engine: { phase: 'loading', what: null },
  settings: FIRST,
  own: FIRST,
  prefs: {
    where: 'beside',
    again: 'update',
    width: 360,
    height: 640,
    scale: 2,
    section: 'lighting',
    naming: '',
    welcomed: true,
  },
  steps: NO_STEPS,
  drawing: null,
  work: null,
  result: null,
  draft: null,
  parts: null,
  insight: null,
  swatches: null,
  refusal: null,
  placing: false,
  covered: false,
  placed: null,
  told: null,
  palette: null,
  lights: null,
  webgpu: null,
  tab: 'realize',
  view: 'light',
  split: 0.5,
  pointed: null,
  selected: [],
  zoom: WHOLE_VIEW,
  help: false,
  dismissed: {},
};

/** What the preview shows: the newest there is of the drawing. */
export function shownOf({ draft, result }: State): Draft | Result | null {
  return draft ?? result;
}

/** Its picture: of a draft the quick one, else the sharp one. */
export function imageOf(state: State): Made['picture'] | Drafted['shown'] | null {
  const shown = shownOf(state);
  return shown && ('shown' in shown.made ? shown.made.shown : shown.made.picture);
}

/** Whether what is shown was left behind by an edit of which no picture could be made. */
export function isStale(state: State): boolean {
  const shown = shownOf(state);
  return state.refusal !== null && shown !== null && shown.drawing !== state.drawing;
}

/** Whether there is a picture of the drawing at hand, and nothing that is waited for. */
export function finished(state: State): boolean {
  const shown = shownOf(state);
  const fits = shown !== null && shown.drawing.sketch.id === state.drawing?.sketch.id && !isStale(state);
  return fits && !state.placing && !isOwed(state.work);
}

/** Whether the Place button can be pressed. */
export function placeable(state: State): boolean {
  return finished(state) && obstacleOf(state) === null;
}

/** Why it cannot be placed there; null where it can. */
export function obstacleOf(
  { drawing, prefs }: State,
  where: Where = prefs.where,
): 'no-fill' | 'no-layout' | null {
  const cannot: Partial<Record<Where, 'no-fill' | 'no-layout'>> = drawing?.cannot ?? {};
  return cannot[where] ?? null;
}

/** Whether the user asked for what runs, and waits for it. */
export function isOwed(work: State['work']): boolean {
  return work?.purpose === 'place' || work?.purpose === 'export';
}

/** Whether the chosen generator finds a form, so that there is a relief. */
export function hasRelief({ engine, settings }: Pick<State, 'engine' | 'settings'>): boolean {
  return engine.phase === 'ready' && engine.offer.models.some(({ id, lit }) => id === settings.model && lit);
}

/** Milliseconds of all the stages that ran for a picture. */
export function tookMs(made: Made | Drafted): number {
  const { ms } = 'picture' in made ? made.picture : made.shown;
  return Object.values(ms).reduce((sum, each) => sum + each, 0);
}

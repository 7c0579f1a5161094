// All that can happen to the panel, by the plugin, the engine or its user: values only.
// What follows from it is in reduce.ts.
import type { Stage } from '../core/picture.ts';
import type { Refusal, Settings } from '../core/sketch.ts';
import type { Prefs } from '../protocol/placing.ts';
import type { AdviceId } from '../words.ts';
import type { ForSession } from './dispatcher.ts';
import type { Loading } from './engine/assets.ts';
import type { Loaded } from './engine/connection.ts';
import type { Draft, Purpose, Result, Tab, PreviewView } from './state.ts';
import type { Direction } from './steps.ts';
import type { Zoom } from './zoom.ts';

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
  | { type: 'viewed'; view: PreviewView }
  | { type: 'split'; split: number }
  | { type: 'pointed'; key: string | null }
  | { type: 'selected'; keys: readonly string[] }
  | { type: 'zoomed'; zoom: Zoom }
  | { type: 'helped'; open: boolean }
  | { type: 'dismissed'; advice: AdviceId };

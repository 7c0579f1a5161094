// The Realize view's state in, what the other views (Explore, History, Many) may know of it out;
// and the one thing that they may change there.
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Settings } from '../core/sketch.ts';
import type { Scale } from '../protocol/placing.ts';
import type { UiToPlugin } from '../protocol/plugin.ts';
import type { Loaded } from './engine/connection.ts';
import type { ShownDrawing, Result } from './state.ts';

export interface Current {
  /** The selected drawing, the first where there are several. */
  drawing: ShownDrawing | null;
  settings: Settings;
  /** Of the preview that is shown. */
  parts: PartsSeen | null;
  result: Result | null;
  /** Names of studios, materials and models; null until the engine has loaded. */
  offer: Loaded | null;
  /** How the user wants pictures placed. */
  how: NonNullable<Extract<UiToPlugin, { type: 'place' }>['how']>;
  /** Of files, as Prefs has it. */
  scale: Scale;
  /** Pattern for names, as Prefs has it. */
  naming: string;
  choose: (change: Partial<Settings>) => void;
}

/** What each of these views' stores is built with. */
export interface Around {
  post: (message: UiToPlugin) => void;
  /** The store's state is another one: draw the panel again. */
  changed: () => void;
  now: () => Current;
}

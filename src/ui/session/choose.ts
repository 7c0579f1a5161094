// Choices of the user in, state, runs and what is kept of them out.
import type { PartChoice } from '../../core/part-choice.ts';
import type { Settings } from '../../core/sketch.ts';
import type { Prefs } from '../../protocol/placing.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import type { Autosave } from './autosave.ts';
import type { Later, Live } from './live-preview.ts';
import { isOwed } from '../ready.ts';
import type { Direction } from '../steps.ts';
import type { Store } from './store.ts';

/** Choices of the same thing that follow each other so closely are one step of undo, ms. */
const JOIN_MS = 600;

export interface Choosing {
  choose: (change: Partial<Settings>) => void;
  /** For parts, by their keys; null: as drawn. */
  wear: (keys: readonly string[], change: PartChoice | null) => void;
  /** Takes back the last change of the look, or makes it again; in the Realize view, where it is seen. */
  step: (way: Direction) => void;
  prefer: (change: Partial<Prefs>) => void;
  /** The window's size while it is dragged, in px. */
  resize: (width: number, height: number) => void;
}

interface ChoosingParts {
  store: Store;
  post: (message: UiToPlugin) => void;
  autosave: Autosave;
  live: Pick<Live, 'touch'>;
  later: Later;
}

export function createChoosing({ store, post, autosave, live, later }: ChoosingParts): Choosing {
  /** What was chosen just now. */
  let last: string | null = null;
  let forget = (): void => undefined;

  function choose(change: Partial<Settings>, what = Object.keys(change).join()): void {
    store.dispatch({ type: 'chose', change, joins: what === last });
    last = what;
    forget();
    forget = later(JOIN_MS, () => (last = null));
    follow(Object.keys(change));
  }

  /** `names`: of the settings that changed. */
  function follow(names: readonly string[]): void {
    autosave.look();
    const seen = names.some((name) => name !== 'size' && name !== 'shadowApart');
    // The light moves nothing: which part is where need not be told again.
    if (seen && store.state.drawing && !isOwed(store.state.work))
      live.touch(names.some((name) => name !== 'light' && name !== 'lamps'));
  }

  return {
    choose: (change) => choose(change),
    wear(keys, change) {
      const parts = { ...store.state.settings.parts };
      for (const key of keys) {
        if (change) parts[key] = { ...parts[key], ...change };
        else delete parts[key];
      }
      choose({ parts }, `${keys.join()} ${Object.keys(change ?? {}).join()}`);
    },
    step(way) {
      const { settings: before, tab } = store.state;
      if (tab !== 'realize') return;
      store.dispatch({ type: 'stepped', way });
      const { settings } = store.state;
      last = null;
      const names = Object.keys(settings) as (keyof Settings)[];
      if (settings !== before) follow(names.filter((name) => settings[name] !== before[name]));
    },
    prefer(change) {
      store.dispatch({ type: 'preferred', change });
      autosave.prefs();
      autosave.flush();
    },
    resize(width, height) {
      post({ type: 'resize', width, height });
      store.dispatch({ type: 'preferred', change: { width, height } });
      autosave.prefs();
    },
  };
}

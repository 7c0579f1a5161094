// Choices of the user in, state, runs and what is kept of them out.
import type { PartChoice, Settings } from '../../core/sketch.ts';
import type { Prefs, UiToPlugin } from '../../protocol.ts';
import type { Autosave } from './autosave.ts';
import type { Live } from './live-preview.ts';
import { isOwed } from '../state.ts';
import type { Store } from './store.ts';

export interface Choosing {
  choose: (change: Partial<Settings>) => void;
  /** For one part; null: as drawn. */
  wear: (key: string, change: PartChoice | null) => void;
  prefer: (change: Partial<Prefs>) => void;
  /** The window's size while it is dragged, in px. */
  resize: (width: number, height: number) => void;
}

interface ChoosingParts {
  store: Store;
  post: (message: UiToPlugin) => void;
  autosave: Autosave;
  live: Pick<Live, 'touch'>;
}

export function createChoosing({ store, post, autosave, live }: ChoosingParts): Choosing {
  function choose(change: Partial<Settings>): void {
    store.dispatch({ type: 'chose', change });
    autosave.look();
    const names = Object.keys(change);
    const seen = names.some((name) => name !== 'size' && name !== 'shadowApart');
    // The light moves nothing: which part is where need not be told again.
    if (seen && store.state.drawing && !isOwed(store.state.work))
      live.touch(names.some((name) => name !== 'light'));
  }

  return {
    choose,
    wear(key, change) {
      const { [key]: before, ...others } = store.state.settings.parts;
      choose({ parts: change ? { ...others, [key]: { ...before, ...change } } : others });
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

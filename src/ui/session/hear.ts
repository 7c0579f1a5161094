// Messages of the plugin in, what follows from each out: state, runs, and questions back.
// A selection that comes too early, or while a picture is on its way to the canvas, is held until it is its
// turn.
import type { UiToPlugin } from '../../protocol/plugin.ts';
import type { ForSession } from '../dispatcher.ts';
import type { Autosave } from './autosave.ts';
import type { Later, Live } from './live-preview.ts';
import { shownOf } from '../shown.ts';
import { isSame, previewOf } from './preview-settings.ts';
import type { Store } from './store.ts';

/** A window that the plugin does not answer would stay empty: so many times it says that it is there. */
const HELLOS = 5;
const UNHEARD_MS = 4000;

export interface Hearing {
  /** Tells the plugin that the panel listens, until it answers. */
  greet: () => void;
  hear: (message: ForSession) => void;
  /** Nothing is on its way to the canvas any more: hears what was held, or shows what was chosen. */
  release: () => void;
  /** Shows what was chosen while nothing could be shown. */
  catchUp: () => void;
}

interface HearingParts {
  store: Store;
  post: (message: UiToPlugin) => void;
  later: Later;
  autosave: Pick<Autosave, 'flush'>;
  live: Live;
  /** The one-click window realizes what it hears. */
  realize: () => void;
  /** The first drawing: the sample of the first run has been seen. */
  welcomed: () => void;
  cancelRun: () => void;
}

export function createHearing(parts: HearingParts): Hearing {
  const { store, post, later, autosave, live, realize, welcomed, cancelRun } = parts;
  let held: ForSession | null = null;

  /** Before it is told which window it is, it does not know what a drawing is for. */
  function mustWait({ type }: ForSession): boolean {
    const { mode, work } = store.state;
    const isPlacing = mode === 'panel' && work?.purpose === 'place';
    return (type === 'sketch' || type === 'refused') && (mode === null || isPlacing);
  }

  function greet(times: number): void {
    if (store.state.mode !== null) return;
    post({ type: 'ready' });
    if (times > 1) later(UNHEARD_MS, () => greet(times - 1));
  }

  function catchUp(): void {
    const { mode, work, settings } = store.state;
    const shown = shownOf(store.state);
    if (mode !== 'panel' || !shown || work) return;
    if (!isSame(previewOf(shown.settings), previewOf(settings))) live.touch(true);
  }

  function release(): void {
    const message = held;
    held = null;
    if (message) hear(message);
    else catchUp();
  }

  function hear(message: ForSession): void {
    if (mustWait(message)) {
      held = message;
      return;
    }
    const before = store.state.drawing;
    const isAnother = message.type === 'sketch' && message.sketch.id !== before?.sketch.id;
    if (isAnother) autosave.flush();
    store.dispatch(message);
    switch (message.type) {
      case 'opened':
        if (message.mode === 'panel') {
          post({ type: 'ask', job: 0 });
          post({ type: 'ask-palette' });
        }
        if (held) release();
        return;
      case 'refused':
        live.stop();
        return cancelRun();
      case 'sketch':
        if (store.state.mode === 'once') return realize();
        if (!store.state.prefs.welcomed) welcomed();
        if (isAnother) live.stop(); // its draft would only be waited for
        return live.touch(true);
      case 'placed':
      case 'done':
      case 'palette':
      case 'lights':
      case 'told':
        return; // the state says it all
      default:
        return message satisfies never;
    }
  }

  return { greet: () => greet(HELLOS), hear, release, catchUp };
}

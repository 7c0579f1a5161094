// Choices in, messages that keep them out (debounced autosave).
// Settings stay with the user, the look with the drawing, prefs with the panel. A drag makes sixty choices a
// second, so they are written once it rests, or before anything else is done with the drawing.
import type { Settings } from '../../core/sketch.ts';
import { lookOf, PLAIN } from '../../core/sketch.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import type { Later } from './live-preview.ts';
import type { State } from '../state.ts';

const REST_MS = 300;

export interface Autosave {
  /** The look of this drawing was changed. */
  look: () => void;
  prefs: () => void;
  /** Writes what waits. */
  flush: () => void;
}

export function createAutosave(
  now: () => State,
  post: (message: UiToPlugin) => void,
  later: Later,
): Autosave {
  const waits = new Set<'look' | 'prefs'>();
  let forget = (): void => undefined;

  function wait(what: 'look' | 'prefs'): void {
    waits.add(what);
    forget();
    forget = later(REST_MS, flush);
  }

  function flush(): void {
    forget();
    const { drawing, settings, own, prefs } = now();
    if (waits.has('look')) post({ type: 'settings', settings: ownOf(own) });
    if (waits.has('look') && drawing) {
      const { job, index } = drawing;
      post({ type: 'look', job, index, look: lookOf(settings) });
    }
    if (waits.has('prefs')) post({ type: 'prefs', prefs });
    waits.clear();
  }

  return { look: () => wait('look'), prefs: () => wait('prefs'), flush };
}

/** Parts and paper are a drawing's own. */
function ownOf(settings: Settings): Settings {
  return { ...settings, parts: PLAIN.parts, photo: PLAIN.photo };
}

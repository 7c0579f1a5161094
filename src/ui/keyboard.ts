// Key presses of the whole window in, what they mean out: Esc leaves, cancels or closes, Enter places, Ctrl
// or Cmd with Z undoes.
import type { Many } from './many/many.ts';
import type { Session } from './session/session.ts';
import type { State } from './state.ts';
import { keyedZoom } from './zoom.ts';

interface Heard {
  session: Pick<Session, 'escape' | 'place' | 'step' | 'help' | 'turn' | 'zoom'>;
  state: () => State;
  many: Pick<Many, 'state' | 'cancel'>;
  /** What may lie over the tabs, topmost first; each tells whether there was something to leave. */
  leave: readonly (() => boolean)[];
}

export function listenToKeys({ session, state, many, leave }: Heard): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.matches('input[type="text"]')) return; // there, Esc gives up typing and Enter ends it
    if (event.key === 'Escape') {
      if (many.state.running)
        many.cancel(); // whichever tab is open
      else if (!leave.some((one) => one())) session.escape();
    }
    if (event.key === 'Enter' && !target.matches('button, [role="combobox"]')) session.place();
    if (event.key === '?') session.help(true);
    const turns = isPlain(event) && state().tab === 'realize' && !target.matches('input');
    if (turns && (event.key === 'PageUp' || event.key === 'PageDown')) {
      event.preventDefault();
      session.turn(event.key === 'PageUp' ? -1 : 1);
    }
    const zoom = isPlain(event) && state().tab === 'realize' ? keyedZoom(state().zoom, event.key) : null;
    if (zoom) session.zoom(zoom);
    const way = stepOf(event);
    if (!way) return;
    event.preventDefault();
    session.step(way);
  });
}

const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

/** As in Figma: Z with Ctrl or Cmd takes back, with Shift it makes again, as Y does. */
export function stepOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): 'undo' | 'redo' | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

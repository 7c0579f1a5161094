// Key presses of the whole window in, what they mean out: Esc cancels or closes, Enter places.
import type { Many } from './many/many.ts';
import type { Session } from './session/session.ts';

export function listenToKeys(
  session: Pick<Session, 'cancel' | 'place'>,
  many: Pick<Many, 'state' | 'cancel'>,
): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.matches('input[type="text"]')) return; // there, Esc gives up typing and Enter ends it
    if (event.key === 'Escape') (many.state.running ? many : session).cancel(); // whichever tab is open
    if (event.key === 'Enter' && !target.matches('button, [role="combobox"]')) session.place();
  });
}

// State in, the small buttons over the picture out: how large it is seen, undo and redo of the look,
// and the list of keys.
import { IconButton, IconHelp16 } from '@create-figma-plugin/ui';
import { PANEL, SHORTCUTS } from '../../words.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { WHOLE_VIEW, zoomedBy } from '../zoom.ts';

/** An arrow back in a box of 16, stroked; the library has none. */
const BACK = 'M6 3.5 3 6.5l3 3M3 6.5h6a3.25 3.25 0 0 1 0 6.5H6.5';

export function Tools({ state, session }: { state: State; session: Session }) {
  const { past, future } = state.steps;
  const { zoom } = state;
  return (
    <div class="tools">
      <button
        type="button"
        class="percent"
        title={zoom.scale > 1 ? PANEL.whole : PANEL.zoomIn}
        aria-label={`${zoom.scale > 1 ? PANEL.whole : PANEL.zoomIn}: ${PANEL.zoomed(zoom.scale)}`}
        onClick={() => session.zoom(zoom.scale > 1 ? WHOLE_VIEW : zoomedBy(zoom, 2))}
      >
        {PANEL.zoomed(zoom.scale)}
      </button>
      <IconButton
        aria-label={PANEL.undo}
        title={PANEL.undo}
        disabled={past.length === 0}
        onClick={() => session.step('undo')}
      >
        <Arrow />
      </IconButton>
      <IconButton
        aria-label={PANEL.redo}
        title={PANEL.redo}
        disabled={future.length === 0}
        onClick={() => session.step('redo')}
      >
        <Arrow forward />
      </IconButton>
      <IconButton aria-label={SHORTCUTS.open} title={SHORTCUTS.open} onClick={() => session.help(true)}>
        <IconHelp16 />
      </IconButton>
    </div>
  );
}

function Arrow({ forward = false }: { forward?: boolean }) {
  return (
    <svg class="arrow" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={BACK} transform={forward ? 'matrix(-1 0 0 1 16 0)' : undefined} />
    </svg>
  );
}

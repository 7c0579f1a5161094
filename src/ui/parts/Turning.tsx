// One of several drawings in, "2 of 16" between arrows to the one before and the next out.
import { IconButton, IconChevronRight16 } from '@create-figma-plugin/ui';
import { PANEL } from '../../words.ts';
import type { Session } from '../session/session.ts';
import { isOwed } from '../ready.ts';
import type { ShownDrawing, State } from '../state.ts';

interface Props {
  drawing: ShownDrawing;
  state: State;
  session: Session;
}

export function Turning({ drawing: { index, total }, state, session }: Props) {
  const isBusy = state.placing || isOwed(state.work) || session.isPaused();
  return (
    <span class="turning">
      <IconButton
        aria-label={PANEL.before}
        title={PANEL.before}
        disabled={isBusy || index === 0}
        onClick={() => session.turn(-1)}
      >
        <span class="flipped">
          <IconChevronRight16 />
        </span>
      </IconButton>
      <span class="quiet">{PANEL.of(index, total)}</span>
      <IconButton
        aria-label={PANEL.after}
        title={PANEL.after}
        disabled={isBusy || index === total - 1}
        onClick={() => session.turn(1)}
      >
        <IconChevronRight16 />
      </IconButton>
    </span>
  );
}

// State in, the bottom of the panel out: Place and how, what was placed or told, what ran, and the promise.
import { Button, IconChevronDown16 } from '@create-figma-plugin/ui';
import { AGAIN, WHERE, type Again, type Where } from '../../protocol/placing.ts';
import { PANEL, sentence } from '../../words.ts';
import type { Session } from '../session/session.ts';
import { isOwed, obstacleOf, placeable } from '../ready.ts';
import { isStale, shownOf, tookMs } from '../shown.ts';
import type { State } from '../state.ts';
import { whatRan } from '../what-ran.ts';
import { Files } from './Files.tsx';
import { Menu } from './Menu.tsx';

export function Foot({ state, session }: { state: State; session: Session }) {
  const { placed, told, work, placing, refusal } = state;
  const shown = shownOf(state);
  const making = isOwed(work) || placing;
  const spoken =
    shown && refusal && !isStale(state)
      ? sentence(refusal)
      : placed !== null
        ? PANEL.placed(placed)
        : (told ?? '');
  const obstacle = shown ? obstacleOf(state) : null;
  return (
    <footer class="foot">
      {isOwed(work) ? (
        <Button fullWidth secondary onClick={session.cancel}>
          {PANEL.cancel}
        </Button>
      ) : (
        <div class="primary">
          <Button
            fullWidth
            disabled={session.isPaused() || !placeable(state)}
            loading={making}
            onClick={session.place}
          >
            {PANEL.placeWhere[state.prefs.where]}
          </Button>
          <How state={state} session={session} />
          <Files state={state} session={session} />
        </div>
      )}
      <p class="fine">
        <span role="status">{spoken || (obstacle ? sentence({ refused: obstacle }) : PANEL.private)}</span>
        {state.covered && shown && (
          <button type="button" class="link" title={PANEL.covered} onClick={session.showDrawing}>
            {PANEL.showDrawing}
          </button>
        )}
        {shown && <Ran state={state} />}
      </p>
    </footer>
  );
}

/** Where the picture goes, and what becomes of the one before: chosen once, then the button says it. */
function How({ state, session }: { state: State; session: Session }) {
  const { where, again } = state.prefs;
  return (
    <Menu<Where | Again>
      className="split"
      label={PANEL.placeHow}
      groups={[
        {
          label: PANEL.where,
          value: where,
          options: WHERE.map((v) => ({ value: v, text: PANEL.wheres[v], not: why(state, v) })),
        },
        {
          label: PANEL.again,
          value: again,
          options: AGAIN.map((v) => ({ value: v, text: PANEL.agains[v] })),
        },
      ]}
      onChoose={(chosen) => {
        if (chosen === 'update' || chosen === 'add') session.prefer({ again: chosen });
        else session.prefer({ where: chosen });
      }}
    >
      <IconChevronDown16 />
    </Menu>
  );
}

/** Why this drawing cannot be placed so. */
function why(state: State, where: Where): string | undefined {
  const obstacle = obstacleOf(state, where);
  return obstacle ? PANEL.cannot[obstacle] : undefined;
}

/** What ran and how long; stage by stage under the pointer. */
function Ran({ state }: { state: State }) {
  const shown = shownOf(state);
  if (!shown) return null;
  const { made } = shown;
  return (
    <span class="ran" title={whatRan(made, state.webgpu).join('\n')}>
      {PANEL.ran(made.runtime, tookMs(made))}
    </span>
  );
}

// State in, the bottom of the panel out: Place, what was placed or is worth telling, what ran, and the promise.
import { Button } from '@create-figma-plugin/ui';
import { NOTES, PANEL, sentence } from '../../words.ts';
import type { Made } from '../engine/connection.ts';
import type { Session } from '../session.ts';
import { placeable, tookMs } from '../state.ts';
import type { State } from '../state.ts';

export function Foot({ state, session }: { state: State; session: Session }) {
  const { result, placed, work, placing, refusal } = state;
  const making = work?.purpose === 'place' || placing;
  const notes = result?.made.picture.notes.map((note) => NOTES[note]) ?? [];
  const told =
    result && refusal ? sentence(refusal) : placed !== null ? PANEL.placed(placed) : notes.join(' ');
  return (
    <footer class="foot">
      <p class="told" role="status">
        {told}
      </p>
      {work?.purpose === 'place' ? (
        <Button fullWidth secondary onClick={session.cancel}>
          {PANEL.cancel}
        </Button>
      ) : (
        <div class="primary">
          <Button fullWidth disabled={!placeable(state)} loading={making} onClick={session.place}>
            {PANEL.place}
          </Button>
        </div>
      )}
      <p class="fine">
        <span>{PANEL.private}</span>
        {result && <Ran made={result.made} webgpu={state.webgpu} />}
      </p>
    </footer>
  );
}

/** What ran and how long; stage by stage under the pointer. */
function Ran({ made, webgpu }: { made: Made; webgpu: string | null }) {
  const stages = Object.entries(made.picture.ms).map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`);
  if (webgpu !== null) stages.push(`WebGPU: ${webgpu}`);
  return <span title={stages.join('\n')}>{PANEL.ran(made.runtime, tookMs(made))}</span>;
}

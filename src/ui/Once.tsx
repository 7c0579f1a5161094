// State in, the one-click window (about 300 × 84) out: whose picture is made, how far it is, and a way out.
// It closes by itself.
import { Button } from '@create-figma-plugin/ui';
import { PANEL, WORDS, sentence } from '../words.ts';
import { activityOf } from './activity.ts';
import { Progress } from './parts/Progress.tsx';
import type { Session } from './session/session.ts';
import type { State } from './state.ts';

export function Once({ state, session }: { state: State; session: Session }) {
  const { drawing, refusal } = state;
  const now = activityOf(state);
  const text = refusal ? sentence(refusal) : (now?.text ?? '');
  return (
    <main class="once">
      <h1 class="unseen">{WORDS.progressTitle}</h1>
      <div class="once-words">
        <p class="once-name">
          <span class="cut">{drawing?.sketch.name ?? PANEL.starting}</span>
          {drawing && drawing.total > 1 && (
            <span class="quiet">{PANEL.of(drawing.index, drawing.total)}</span>
          )}
        </p>
        <p class="quiet cut" aria-live="polite">
          {text}
        </p>
      </div>
      <Button secondary onClick={session.cancel}>
        {PANEL.cancel}
      </Button>
      <Progress text={text} fraction={refusal ? 1 : (now?.fraction ?? 1)} />
    </main>
  );
}

// State in, the big square of the panel out: picture, what the model sees, what it finds, progress, or why there is none.
import type { Refusal } from '../../core/sketch.ts';
import { PANEL, sentence } from '../../words.ts';
import { doing } from '../doing.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { Compare } from './Compare.tsx';
import { Hint } from './Hint.tsx';
import { Progress } from './Progress.tsx';
import { useFile } from './useFile.ts';
import { useLater } from './useLater.ts';

const ASKS_FOR_SELECTION = ['nothing-selected', 'nothing-drawn'];

export function Stage({ state, session }: { state: State; session: Session }) {
  const { result, view, split, engine } = state;
  const refusal = engine.phase === 'broken' ? engine.refusal : result ? null : state.refusal;
  const now = doing(state);
  const busy = useLater(now !== null && !refusal);
  const insight = result?.made.insight ?? null;
  return (
    <section class="stage" aria-busy={now !== null}>
      {refusal ? (
        <Hint text={words(refusal)} drawn={ASKS_FOR_SELECTION.includes(refusal.refused)} />
      ) : result && view === 'picture' ? (
        <Compare result={result} split={split} onSplit={session.split} />
      ) : result && view === 'lines' ? (
        <Seen file={insight?.lines ?? null} text={PANEL.linesHint} paper />
      ) : result ? (
        <Seen
          file={insight?.normals ?? null}
          text={insight && !insight.normals ? PANEL.formless : PANEL.formHint}
        />
      ) : null}
      {now && busy && (
        <div class={result && !refusal ? 'now now-over' : 'now'}>
          <p aria-live="polite">{now.text}</p>
          <Progress {...now} />
        </div>
      )}
    </section>
  );
}

/** In the panel a new selection is enough; nothing needs to be run again. */
function words(refusal: Refusal): string {
  return refusal.refused === 'nothing-selected' ? PANEL.select : sentence(refusal);
}

function Seen({ file, text, paper }: { file: Uint8Array | null; text: string; paper?: boolean }) {
  const url = useFile(file, 'image/png');
  return (
    <div class={paper ? 'seen paper' : 'seen'}>
      {url && <img src={url} alt={text} />}
      <span class="tag tag-left">{text}</span>
    </div>
  );
}

// State in, the large field of the panel out: the picture, what the view adds, progress, and advice below it,
// or why there is no picture.
import { Button } from '@create-figma-plugin/ui';
import type { Refusal } from '../../core/sketch.ts';
import { PANEL, sentence } from '../../words.ts';
import { activityOf } from '../activity.ts';
import { SheetCorners } from '../photo/SheetCorners.tsx';
import { sheetOf } from '../photo/traced.ts';
import type { Straight } from '../photo/useStraight.ts';
import { shownOf } from '../shown.ts';
import { Advice } from './Advice.tsx';
import { Hint } from './Hint.tsx';
import { PreviewPicture, type StageProps } from './PreviewPicture.tsx';
import { Progress } from './Progress.tsx';
import { Tools } from './Tools.tsx';
import { Turning } from './Turning.tsx';
import { useFile } from './useFile.ts';
import { useLater } from './useLater.ts';
import { Welcome } from './Welcome.tsx';

const ASKS_FOR_SELECTION = ['nothing-selected', 'no-drawing', 'nothing-drawn', 'nothing-seen'];

export function PreviewStage({ state, session, lamps, straight }: StageProps & { straight: Straight }) {
  const { view, engine, drawing, insight, prefs } = state;
  const shown = shownOf(state);
  const sheet = sheetOf(state);
  const refusal = engine.phase === 'broken' ? engine.refusal : shown ? null : state.refusal;
  const now = activityOf(state);
  const busy = useLater(now !== null && !refusal);
  const greets = !prefs.welcomed && !drawing && engine.phase !== 'broken';
  return (
    <>
      <section class="stage" aria-busy={now !== null} aria-label={PANEL.preview}>
        {greets ? (
          <Welcome onSeen={() => session.prefer({ welcomed: true })} />
        ) : refusal ? (
          <Hint text={words(refusal)} drawn={ASKS_FOR_SELECTION.includes(refusal.refused)}>
            {state.covered && (
              <Button secondary onClick={session.showDrawing}>
                {PANEL.showDrawing}
              </Button>
            )}
          </Hint>
        ) : drawing && straight.corners && sheet ? (
          <SheetCorners
            sketch={drawing.sketch}
            box={sheet}
            corners={straight.corners}
            onMove={straight.move}
          />
        ) : shown && view === 'lines' ? (
          <Seen file={insight?.lines ?? null} text={PANEL.linesHint} paper />
        ) : shown && view === 'form' ? (
          <Seen
            file={insight?.normals ?? null}
            text={insight && !insight.normals ? PANEL.formless : PANEL.formHint}
          />
        ) : shown ? (
          <PreviewPicture {...{ state, session, lamps }} />
        ) : null}
        {drawing && (
          <div class="title">
            <h2 class="cut">{drawing.sketch.name}</h2>
            {drawing.total > 1 && <Turning {...{ state, session }} drawing={drawing} />}
          </div>
        )}
        {shown && !straight.corners && <Tools {...{ state, session }} />}
        {now && busy && !greets && (
          <div class={shown && !refusal ? 'now now-over' : 'now'}>
            <p aria-live="polite">{now.text}</p>
            <Progress {...now} />
          </div>
        )}
      </section>
      {shown && !refusal && !straight.corners && <Advice state={state} session={session} />}
    </>
  );
}

/** In the panel a new selection is enough; nothing needs to be run again. */
function words(refusal: Refusal): string {
  if (refusal.refused === 'drawing-hidden') return PANEL.covered;
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

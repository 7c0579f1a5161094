// State in, what would make the picture better out: one sentence, the others behind a button.
import { IconWarning16 } from '@create-figma-plugin/ui';
import { useMemo, useState } from 'preact/hooks';
import { ADVICE, PANEL, sentence } from '../../words.ts';
import { advise } from '../advice.ts';
import { isStale, shownOf, type State } from '../state.ts';

export function Advice({ state }: { state: State }) {
  const [open, setOpen] = useState(false);
  const { drawing, parts, refusal } = state;
  const shown = shownOf(state);
  const notes = shown && ('shown' in shown.made ? shown.made.shown.notes : shown.made.picture.notes);
  const all = useMemo(
    () => (drawing && notes ? advise(drawing.sketch, notes, parts) : []),
    [drawing?.sketch.svg, notes?.join(), parts],
  );
  // There it can be done already.
  const wanted = state.view === 'lines' ? all.filter((one) => one !== 'image-traced') : all;
  const sentences = wanted.map((one) => ADVICE[one]);
  const told = isStale(state) && refusal ? [sentence(refusal), ...sentences] : sentences;
  if (told.length === 0) return null;
  return (
    <div class="advice" role="status">
      <IconWarning16 />
      <div>
        {(open ? told : told.slice(0, 1)).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {told.length > 1 && (
          <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? PANEL.less : PANEL.more(told.length - 1)}
          </button>
        )}
      </div>
    </div>
  );
}

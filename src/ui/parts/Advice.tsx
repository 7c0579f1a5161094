// State in, what would make the picture better out: one sentence, the others behind a button; each can be
// closed.
import { IconButton, IconCloseSmall24, IconWarning16 } from '@create-figma-plugin/ui';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../core/sketch.ts';
import { PANEL, sentence } from '../../words.ts';
import { advise, openingsTold, textOf } from '../advice.ts';
import type { Session } from '../session/session.ts';
import { imageOf, isStale } from '../shown.ts';
import type { State } from '../state.ts';

interface Told {
  text: string;
  close: () => void;
}

export function Advice({ state, session }: { state: State; session: Session }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const closing = useRef(false);
  const all = useTold(state, session);
  useEffect(() => {
    // The button that had the focus is gone: the next sentence's takes it.
    if (closing.current) box.current?.querySelector<HTMLElement>('button')?.focus();
    closing.current = false;
  }, [all.length]);
  if (all.length === 0) return null;
  return (
    <div class="advice" role="status">
      <IconWarning16 />
      <div ref={box}>
        {(open ? all : all.slice(0, 1)).map(({ text, close }) => (
          <div key={text} class="advice-line">
            <p>{text}</p>
            <IconButton
              aria-label={PANEL.closeAdvice(text)}
              title={PANEL.closeAdvice(text)}
              onClick={() => {
                closing.current = true;
                close();
              }}
            >
              <IconCloseSmall24 />
            </IconButton>
          </div>
        ))}
        {all.length > 1 && (
          <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? PANEL.less : PANEL.more(all.length - 1)}
          </button>
        )}
      </div>
    </div>
  );
}

/** What is left to tell: why the picture does not follow the drawing, then the advice. */
function useTold(state: State, session: Session): Told[] {
  const [read, setRead] = useState<Refusal | null>(null);
  const { drawing, parts, refusal, dismissed, view } = state;
  const notes = imageOf(state)?.notes;
  const all = useMemo(
    () => (drawing && notes ? advise(drawing.sketch, notes, parts) : []),
    [drawing?.sketch.svg, notes?.join(), parts],
  );
  const openings = openingsTold(state);
  const closed = (drawing && dismissed[drawing.sketch.id]) ?? [];
  const told = all
    // There it can be done already.
    .filter((one) => !closed.includes(one) && !(one === 'image-traced' && view === 'lines'))
    .map((one): Told => ({ text: textOf(one, openings, view), close: () => session.dismiss(one) }));
  const why = isStale(state) && refusal !== read ? refusal : null;
  return why ? [{ text: sentence(why), close: () => setRead(why) }, ...told] : told;
}

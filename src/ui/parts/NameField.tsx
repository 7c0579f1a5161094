// The pattern for names and a picture in, the button that shows its name out; it opens the field in which the
// pattern is typed, with what can be put in, and what the layer and the file of this picture would be called.
import { IconChevronDown16 } from '@create-figma-plugin/ui';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { faultIn, MOST_PATTERN, TOKENS } from '../../naming.ts';
import { faultOf, NAMING } from '../../words.ts';
import { planned, type Planned } from '../picture-name.ts';
import { Opener, placePopover, useLeaving, type OpenPopover } from './Opener.tsx';

interface Props {
  pattern: string;
  /** The picture at hand. */
  subject: Planned;
  onChoose: (pattern: string) => void;
}

export function NameField({ pattern, subject, onChoose }: Props) {
  const text = planned(pattern, subject).layer;
  return (
    <Opener
      className="select"
      label={`${NAMING.label}: ${text}`}
      has="dialog"
      disabled={false}
      list={(opened) => <Field {...{ pattern, subject, onChoose, opened }} />}
    >
      <span class="cut">{text}</span>
      <IconChevronDown16 />
    </Opener>
  );
}

function Field({ pattern, subject, onChoose, opened }: Props & { opened: OpenPopover }) {
  const { id, button, close } = opened;
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(pattern);
  const fault = typed === '' ? null : faultIn(typed);
  useLayoutEffect(() => {
    if (box.current) placePopover(box.current, button);
    if (box.current) box.current.style.minHeight = `${box.current.offsetHeight}px`; // less is said: it stays
    field.current?.focus();
  }, []);
  /** What names nothing is not kept. */
  const keep = () => {
    const now = field.current?.value ?? pattern;
    if (now !== pattern && (now === '' || !faultIn(now))) onChoose(now);
  };
  const leave = (back: boolean) => {
    keep();
    close(back);
  };
  useLeaving(box, button, () => leave(false));
  useEffect(() => {
    // Its own button closes it by itself; before it does, what was typed is kept.
    button.addEventListener('click', keep, true);
    return () => button.removeEventListener('click', keep, true);
  }, []);
  const put = (token: string) => {
    const input = field.current;
    if (!input) return;
    input.setRangeText(
      token,
      input.selectionStart ?? typed.length,
      input.selectionEnd ?? typed.length,
      'end',
    );
    setTyped(input.value);
    input.focus();
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Enter' && event.target === field.current && !fault) leave(true);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} id={id} class="menu namer" role="dialog" aria-label={NAMING.label} onKeyDown={keys}>
      <input
        ref={field}
        type="text"
        class="materials-search"
        aria-label={NAMING.pattern}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-says`}
        placeholder={NAMING.usual}
        autocomplete="off"
        spellcheck={false}
        maxLength={MOST_PATTERN}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div class="namer-tokens">
        {TOKENS.map((token) => (
          <button
            key={token}
            type="button"
            class="namer-token"
            title={NAMING.tokens[token]}
            aria-label={NAMING.insert(`{${token}}`, NAMING.tokens[token])}
            onClick={() => put(`{${token}}`)}
          >
            {`{${token}}`}
          </button>
        ))}
      </div>
      <div id={`${id}-says`} role="status">
        {fault ? (
          <p>{faultOf(fault)}</p>
        ) : (
          <>
            <p>
              {NAMING.layer} <strong>{planned(typed, subject).layer}</strong>
            </p>
            <p>
              {NAMING.file} <strong>{planned(typed, subject).file}</strong>
            </p>
            <p class="namer-kept">{NAMING.kept}</p>
          </>
        )}
      </div>
    </div>
  );
}

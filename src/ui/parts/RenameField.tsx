// A name in, the field in which it is changed, and what was typed, out.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MOST_OWN_NAME } from '../../schemas/values.ts';

interface Props {
  label: string;
  start: string;
  /** '': given up. */
  end: (name: string) => void;
}

/** Enter keeps the name, and so does leaving the field, as with names of layers in Figma; Esc gives up. */
export function RenameField({ label, start, end }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const given = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const give = (name: string) => {
    if (given.current) return;
    given.current = true;
    end(name.trim());
  };
  return (
    <input
      ref={field}
      type="text"
      class="naming"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      maxLength={MOST_OWN_NAME}
      defaultValue={start}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        give(event.key === 'Enter' ? event.currentTarget.value : '');
      }}
      onBlur={(event) => give(event.currentTarget.value)}
    />
  );
}

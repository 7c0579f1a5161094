// A sentence in, the empty state that says it out: a drawn frame with a mug in it, and what can be done about
// it.
import type { ComponentChildren } from 'preact';

interface Props {
  text: string;
  /** With the drawing of a selected frame, when it is the selection that is missing. */
  drawn: boolean;
  children?: ComponentChildren;
}

export function Hint({ text, drawn, children }: Props) {
  return (
    <div class="hint" role="status">
      {drawn && (
        <svg width="112" height="88" viewBox="0 0 112 88" fill="none" aria-hidden="true">
          <path class="hint-frame" d="M16 12H96V76H16Z" />
          <path class="hint-line" d="M38 30H66V54a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8Z" />
          <path class="hint-line" d="M66 36h5a7 7 0 0 1 0 14h-5M45 24c-3-4 3-5 0-9M53 24c-3-4 3-5 0-9" />
          <path class="hint-corner" d="M13 9h6v6h-6ZM93 9h6v6h-6ZM13 73h6v6h-6ZM93 73h6v6h-6Z" />
        </svg>
      )}
      <p>{text}</p>
      {children}
    </div>
  );
}

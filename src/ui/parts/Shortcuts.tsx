// Open or not in, the list of keys and gestures as a dialog out; Esc, its button and a click beside it close
// it.
import { Button } from '@create-figma-plugin/ui';
import { useEffect, useRef } from 'preact/hooks';
import { SHORTCUTS } from '../../words.ts';
import './shortcuts.css';

export function Shortcuts({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="shortcuts"
      aria-label={SHORTCUTS.title}
      onClose={close}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div class="shortcuts-body" tabIndex={0}>
        {SHORTCUTS.groups.map(([title, keys]) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([what, how]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{how}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button fullWidth secondary onClick={close}>
        {SHORTCUTS.close}
      </Button>
    </dialog>
  );
}

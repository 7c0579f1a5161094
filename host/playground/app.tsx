// The whole page. In: Desk. Out: toolbar, layers, canvas, inspector, status, toasts; keys and dropped files.
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Canvas } from './canvas.tsx';
import type { Desk } from './desk.ts';
import { openFiles } from './files.ts';
import { Inspector } from './inspector.tsx';
import { onKey } from './keys.ts';
import { Layers } from './layers.tsx';
import { Status, Toasts } from './status.tsx';
import { Toolbar } from './toolbar.tsx';

/** What the page says of itself: `lead` below the title, `line` at the bottom. */
interface About {
  lead: string;
  line: string;
}

export function App({ desk, about }: { desk: Desk; about: About }) {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [spaceHeld, setSpaceHeld] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const open = (): void => chooser.current?.click();

  useEffect(() => {
    // Many changes make one drawing.
    let asked = 0;
    return desk.listen(() => {
      if (asked) return;
      asked = requestAnimationFrame(() => {
        asked = 0;
        again(undefined);
      });
    });
  }, [desk]);

  useEffect(() => {
    const keys = onKey(desk, open);
    const down = (event: KeyboardEvent): void => {
      if (event.key !== ' ') return keys(event);
      if ((event.target as HTMLElement).closest('button, input, a')) return;
      event.preventDefault();
      setSpaceHeld(true);
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key === ' ') setSpaceHeld(false);
    };
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void openFiles(desk, [...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [desk]);

  return (
    <>
      <Toolbar desk={desk} open={open} lead={about.lead} />
      <main>
        <Layers desk={desk} />
        <Canvas desk={desk} spaceHeld={spaceHeld} />
        <Inspector desk={desk} />
      </main>
      <Status desk={desk} about={about.line} />
      <Toasts desk={desk} />
      <input
        ref={chooser}
        type="file"
        accept=".svg,.png,.jpg,.jpeg,.gif"
        multiple
        hidden
        onChange={(event) => {
          // A copy: emptying the field empties its list too.
          void openFiles(desk, [...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

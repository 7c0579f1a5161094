// The batch's store in, its strip out: the button that places all, the progress, and what became of them.
import { Button, Disclosure, IconButton, IconCloseSmall24, IconExportSmall24 } from '@create-figma-plugin/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MANY, sentence } from '../../words.ts';
import { Progress } from '../parts/Progress.tsx';
import type { Batch } from './batch.ts';
import type { Many as Store, ManyState } from './many.ts';
import './many.css';

export function ManyView({ many }: { many: Store }) {
  const { running } = many.state;
  const box = useRef<HTMLDivElement>(null);
  const isRunning = running !== null;
  // What had the focus is about to go: it is handed to what comes instead.
  const held = box.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (held) box.current?.querySelector<HTMLElement>('.many-next button')?.focus();
  }, [isRunning]);
  return (
    <div class="many" ref={box}>
      {running ? (
        <Running key="running" {...{ running }} cancel={many.cancel} />
      ) : (
        <Idle key="idle" many={many} />
      )}
    </div>
  );
}

function Running({ running, cancel }: { running: Batch; cancel: () => void }) {
  const { index, total, name, fraction } = running;
  const text = MANY.running(index, total, name);
  return (
    <>
      <div class="many-line many-next">
        <p class="cut">{text}</p>
        <Button secondary title={MANY.cancelHint} onClick={cancel}>
          {MANY.cancel}
        </Button>
      </div>
      <Progress text={text} fraction={(index + fraction) / total} />
    </>
  );
}

function Idle({ many }: { many: Store }) {
  const { ended } = many.state;
  return (
    <>
      {ended && <Summary ended={ended} isNext={many.left === 0} close={many.dismiss} />}
      {many.left > 0 && (
        <div class="many-next">
          <Button fullWidth secondary disabled={!many.ready} onClick={many.goOn}>
            {MANY.goOn(many.left)}
          </Button>
        </div>
      )}
      {many.waiting > 0 && (
        <div class={ended ? 'many-line' : 'many-line many-next'}>
          <Button fullWidth secondary disabled={!many.ready} onClick={() => many.start()}>
            {MANY.start(many.waiting)}
          </Button>
          <IconButton
            aria-label={MANY.download(many.waiting)}
            title={MANY.download(many.waiting)}
            disabled={!many.ready}
            onClick={() => many.start('download')}
          >
            <IconExportSmall24 />
          </IconButton>
        </div>
      )}
    </>
  );
}

interface SummaryProps {
  ended: NonNullable<ManyState['ended']>;
  /** There is nothing left to go on with. */
  isNext: boolean;
  close: () => void;
}

function Summary({ ended, isNext, close }: SummaryProps) {
  const [open, setOpen] = useState(false);
  const { placed, total, refused, cancelled, kind } = ended;
  return (
    <div class="many-end">
      <div class={isNext ? 'many-line many-next' : 'many-line'}>
        <p role="status">{MANY.ended[cancelled ? 'cancelled' : kind](placed, total)}</p>
        <IconButton aria-label={MANY.dismiss} title={MANY.dismiss} onClick={close}>
          <IconCloseSmall24 />
        </IconButton>
      </div>
      {refused.length > 0 && (
        <Disclosure open={open} title={MANY.refused(refused.length)} onClick={() => setOpen(!open)}>
          <ul class="many-refused" tabIndex={0} aria-label={MANY.refused(refused.length)}>
            {refused.map(({ name, refusal }, i) => (
              <li key={i}>
                <span class="many-name">{name}</span> {sentence(refusal)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

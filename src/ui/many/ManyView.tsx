// The batch's store in, its strip out: the button that places all, the progress, and what became of them.
import { Button, Disclosure, IconButton, IconCloseSmall24, IconExportSmall24 } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { MANY, sentence } from '../../words.ts';
import { Progress } from '../parts/Progress.tsx';
import type { Many as Store, ManyState } from './many.ts';
import './many.css';

export function ManyView({ many }: { many: Store }) {
  const { running, ended } = many.state;
  if (running) {
    const { index, total, name, fraction } = running;
    const text = MANY.running(index, total, name);
    return (
      <div class="many">
        <div class="many-line">
          <p class="cut">{text}</p>
          <Button secondary title={MANY.cancelHint} onClick={many.cancel}>
            {MANY.cancel}
          </Button>
        </div>
        <Progress text={text} fraction={(index + fraction) / total} />
      </div>
    );
  }
  return (
    <div class="many">
      {ended && <Summary ended={ended} close={many.dismiss} />}
      {many.left > 0 && (
        <Button fullWidth secondary disabled={!many.ready} onClick={many.goOn}>
          {MANY.goOn(many.left)}
        </Button>
      )}
      {many.waiting > 0 && (
        <div class="many-line">
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
    </div>
  );
}

function Summary({ ended, close }: { ended: NonNullable<ManyState['ended']>; close: () => void }) {
  const [open, setOpen] = useState(false);
  const { placed, total, refused, cancelled, kind } = ended;
  return (
    <div class="many-end">
      <div class="many-line">
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

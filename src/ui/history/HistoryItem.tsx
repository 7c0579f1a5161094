// One picture of the history in, its row out: thumbnail, name, age, colours, materials, settings; opened, its
// actions too.
import { Button } from '@create-figma-plugin/ui';
import type { Entry } from '../../protocol/made.ts';
import { ago, HISTORY } from '../../words.ts';
import { useFile } from '../parts/useFile.ts';
import type { History } from './history.ts';

/** So many colours of a colourway are shown. */
const MOST_CHITS = 6;

export function HistoryItem({ entry, history, now }: { entry: Entry; history: History; now: number }) {
  const { id, name, at, stands, made } = entry;
  const { chosen, pair } = history.state;
  const { seed, size } = made.settings;
  const { studio, palette, colours, materials } = history.about(entry);
  const worn = [...(palette === null ? [] : [palette]), ...materials];
  const opened = chosen === id;
  const picked = pair?.ids[0] === id;
  return (
    <li class={picked ? 'item item-picked' : opened ? 'item item-opened' : 'item'}>
      <button
        class="item-head"
        type="button"
        aria-expanded={pair ? undefined : opened}
        aria-pressed={pair ? picked : undefined}
        title={pair && !picked ? HISTORY.compareWith : undefined}
        onClick={() => (pair ? history.compare(id) : history.choose(id))}
      >
        <Thumb entry={entry} />
        <span class="item-words">
          <span class="item-name cut">{name}</span>
          <span class="quiet cut">{HISTORY.look(studio, seed, size)}</span>
          <span class="quiet item-worn">
            {colours.slice(0, MOST_CHITS).map((colour) => (
              <span key={colour} class="chit" style={{ background: colour }} />
            ))}
            <span class="cut">{worn.join(', ') || (colours.length === 0 ? HISTORY.asDrawn : '')}</span>
          </span>
          <span class="quiet cut">{stands ? ago(at, now) : `${ago(at, now)} · ${HISTORY.gone}`}</span>
        </span>
      </button>
      {opened && !pair && <Actions id={id} history={history} />}
    </li>
  );
}

function Thumb({ entry }: { entry: Entry }) {
  const url = useFile(entry.thumb, 'image/jpeg');
  return <span class="thumb">{url && <img src={url} alt="" />}</span>;
}

function Actions({ id, history }: { id: string; history: History }) {
  const { forgetting, restoring } = history.state;
  const sure = forgetting === id;
  return (
    <div class="item-actions">
      <Button secondary loading={restoring === id} onClick={() => history.restore(id)}>
        {HISTORY.restore}
      </Button>
      <Button secondary onClick={() => history.compare(id)}>
        {HISTORY.compare}
      </Button>
      <Button secondary title={HISTORY.copyLookHint} onClick={() => history.copyLook(id)}>
        {HISTORY.copyLook}
      </Button>
      <Button
        secondary
        danger={sure}
        onBlur={() => sure && history.keep()}
        onClick={() => history.forget(id)}
      >
        {sure ? HISTORY.forgetSure : HISTORY.forget}
      </Button>
    </div>
  );
}

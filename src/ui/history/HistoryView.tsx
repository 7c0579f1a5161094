// The History store in, its view out: all pictures of this file, newest first, and what each allows.
import { IconButton, IconCloseSmall24, IconSearchSmall24, Textbox } from '@create-figma-plugin/ui';
import { useEffect, useState } from 'preact/hooks';
import { HISTORY } from '../../words.ts';
import { Hint } from '../parts/Hint.tsx';
import type { History } from './history.ts';
import './history.css';
import { HistoryItem } from './HistoryItem.tsx';
import { PairView } from './PairView.tsx';

const MINUTE_MS = 60_000;

export function HistoryView({ history }: { history: History }) {
  const { entries, pair, pruned, sought, told } = history.state;
  const { found } = history;
  const now = useMinutes(history.clock);
  useEffect(() => {
    history.open();
    return () => history.shut();
  }, [history]);
  const nameOf = (id: string) => entries?.find((entry) => entry.id === id)?.name ?? '';
  const said = told || (pruned > 0 ? HISTORY.pruned(pruned) : '');
  if (pair && pair.ids[1] !== null) return <PairView history={history} pair={pair} now={now} />;
  return (
    <section class="history" aria-label={HISTORY.list} aria-busy={entries === null}>
      {pair && (
        <p class="history-pick">
          <span>{HISTORY.comparing(nameOf(pair.ids[0]))}</span>
          <IconButton
            aria-label={HISTORY.stopComparing}
            title={HISTORY.stopComparing}
            onClick={history.uncompare}
          >
            <IconCloseSmall24 />
          </IconButton>
        </p>
      )}
      {entries && entries.length > 1 && (
        <Textbox
          aria-label={HISTORY.search}
          placeholder={HISTORY.search}
          icon={<IconSearchSmall24 />}
          value={sought}
          onValueInput={history.search}
        />
      )}
      {found && found.length > 0 ? (
        <ul class="history-list" aria-label={HISTORY.list}>
          {found.map((entry) => (
            <HistoryItem key={entry.id} entry={entry} history={history} now={now} />
          ))}
        </ul>
      ) : (
        <div class="history-none">
          <Hint
            text={!entries ? HISTORY.waiting : sought ? HISTORY.none : HISTORY.empty}
            drawn={entries !== null && !sought}
          />
        </div>
      )}
      <p class="quiet history-told" role="status">
        {said}
      </p>
    </section>
  );
}

/** The time, kept true to the minute while the list is looked at. */
function useMinutes(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

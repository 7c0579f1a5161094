// Two pictures of the history in, one over the other out; a slider shows how much of the first is on top.
import { Button } from '@create-figma-plugin/ui';
import { ago, HISTORY } from '../../words.ts';
import { percent } from '../parts/at.ts';
import { Split } from '../parts/Split.tsx';
import { useFile } from '../parts/useFile.ts';
import type { Pair as Both, History } from './history.ts';

export function PairView({ history, pair, now }: { history: History; pair: Both; now: number }) {
  const { ids, pictures, split } = pair;
  const [first, second] = ids.map((id) => history.state.entries?.find((entry) => entry.id === id));
  if (!first || !second) return null;
  const name = ({ name, at }: typeof first) => `${name}, ${ago(at, now)}`;
  return (
    <section class="history pair" aria-label={HISTORY.compare}>
      <div class="pair-stage">
        <Picture file={pictures[second.id]} name={name(second)} />
        <div class="pair-over" style={{ clipPath: `inset(0 ${percent(1 - split)} 0 0)` }}>
          <Picture file={pictures[first.id]} name={name(first)} />
        </div>
        <Split split={split} label={HISTORY.split(name(first), name(second))} onSplit={history.split} />
      </div>
      <div class="pair-names" aria-hidden="true">
        {[first, second].map((entry) => (
          <span class="cut" key={entry.id}>
            <span class="item-name">{entry.name}</span>
            <br />
            <span class="quiet">{ago(entry.at, now)}</span>
            <br />
            <span class="quiet">
              {HISTORY.look(history.about(entry).studio, entry.made.settings.seed, entry.made.settings.size)}
            </span>
          </span>
        ))}
      </div>
      <Button fullWidth secondary onClick={history.uncompare}>
        {HISTORY.back}
      </Button>
    </section>
  );
}

function Picture({ file, name }: { file: Uint8Array | null | undefined; name: string }) {
  const url = useFile(file ?? null, 'image/png');
  return (
    <div class="pair-picture">
      {url ? <img src={url} alt={name} /> : file === null ? <p class="quiet">{HISTORY.lost}</p> : null}
    </div>
  );
}

// The drawing's parts in, their list out, with a field above it where there are many: it shows those that are
// called so, and Enter selects them all.
import { useState } from 'preact/hooks';
import type { PartSeen } from '../../core/parts-seen.ts';
import { PANEL } from '../../words.ts';
import { partsCalled } from '../same-parts.ts';
import type { Session } from '../session/session.ts';
import { PartList } from './PartList.tsx';

/** As many are seen at a glance. */
const FEW = 6;

interface Props {
  all: readonly PartSeen[];
  pointed: string | null;
  selected: readonly string[];
  session: Pick<Session, 'point' | 'pick' | 'select'>;
}

export function PartFinder({ all, pointed, selected, session }: Props) {
  const [typed, setTyped] = useState('');
  const found = partsCalled(all, typed);
  return (
    <div class="part-finder">
      {all.length > FEW && (
        <div class="finding">
          <input
            type="text"
            class="naming"
            aria-label={PANEL.findParts}
            placeholder={PANEL.findParts}
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') session.select(found.map(({ key }) => key));
              else if (event.key === 'Escape' && typed !== '') setTyped('');
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <span class="quiet" role="status">
            {typed.trim() === '' ? '' : PANEL.foundParts(found.length, all.length)}
          </span>
        </div>
      )}
      {found.length > 0 && (
        <PartList parts={found} {...{ pointed, selected }} onPoint={session.point} onSelect={session.pick} />
      )}
    </div>
  );
}

// The drawing's parts in, a list out in which each can be kept as it is while the others change.
import {
  Button,
  Disclosure,
  IconLockLocked16,
  IconLockUnlocked16,
  IconToggleButton,
} from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { EXPLORE } from '../../words.ts';
import { Name } from '../parts/Name.tsx';
import type { Explore } from './explore.ts';

export function LockedParts({ explore }: { explore: Explore }) {
  const { parts, locked, like } = explore.state;
  const [open, setOpen] = useState(false);
  if (parts.length === 0) return null;
  const materials = explore.now().offer?.materials ?? [];
  return (
    <div class="keep">
      {like && (
        <p class="keep-like">
          <span>{EXPLORE.liking}</span>
          <Button secondary onClick={explore.unlike}>
            {EXPLORE.unlike}
          </Button>
        </p>
      )}
      <Disclosure
        open={open}
        title={locked.length > 0 ? EXPLORE.partsKept(locked.length) : EXPLORE.parts}
        onClick={() => setOpen(!open)}
      >
        <ul class="keep-list">
          {parts.map(({ key, name, colour, material }, i) => {
            const called = name || `${EXPLORE.nameless} ${i + 1}`;
            const kept = locked.includes(key);
            return (
              <li class="keep-part" key={key}>
                <span class="swatch" style={{ background: colour }} aria-hidden="true" />
                <Name text={called} />
                <span class="quiet cut">{materials.find(({ id }) => id === material)?.name ?? material}</span>
                <IconToggleButton
                  aria-label={EXPLORE.keep(called)}
                  title={EXPLORE.keep(called)}
                  value={kept}
                  onValueChange={(value: boolean) => explore.lock(key, value)}
                >
                  {kept ? <IconLockLocked16 /> : <IconLockUnlocked16 />}
                </IconToggleButton>
              </li>
            );
          })}
        </ul>
      </Disclosure>
    </div>
  );
}

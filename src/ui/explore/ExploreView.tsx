// The Explore store in, its view out: the grid of colourways, what it is made of, and Place.
import { Button } from '@create-figma-plugin/ui';
import { useEffect, useRef } from 'preact/hooks';
import { EXPLORE } from '../../words.ts';
import { Hint } from '../parts/Hint.tsx';
import { Choices } from './Choices.tsx';
import type { Explore as Store } from './explore.ts';
import { unfinished } from './tiles.ts';
import './explore.css';
import { TileGrid } from './TileGrid.tsx';
import { LockedParts } from './LockedParts.tsx';

export function ExploreView({ explore }: { explore: Store }) {
  const { state } = explore;
  const { drawing, offer } = explore.now();
  useEffect(() => {
    explore.open();
    return () => explore.shut();
  }, [explore]);
  useEffect(() => explore.follow(), [explore, drawing, offer]);
  useEscape(() => {
    if (explore.cancel()) return true;
    if (state.selected.length === 0) return false;
    explore.unselect();
    return true;
  });
  return (
    <section class="explore" aria-label={EXPLORE.grid}>
      {drawing ? <TileGrid explore={explore} /> : <Nothing />}
      <Choices explore={explore} />
      <LockedParts explore={explore} />
      <Foot explore={explore} />
    </section>
  );
}

function Nothing() {
  return (
    <div class="tiles tiles-none">
      <Hint text={EXPLORE.select} drawn />
    </div>
  );
}

function Foot({ explore }: { explore: Store }) {
  const { running, selected, tiles, told } = explore.state;
  const left = tiles.some(unfinished);
  return (
    <footer class="explore-foot">
      <p class="quiet" role="status">
        {told || EXPLORE.hint}
      </p>
      {running === 'pictures' || (running && selected.length === 0) ? (
        <Button fullWidth secondary onClick={() => explore.cancel()}>
          {EXPLORE.cancel}
        </Button>
      ) : selected.length > 0 ? (
        <div class="explore-chosen">
          <div class="primary">
            <Button fullWidth onClick={() => explore.place(selected)}>
              {EXPLORE.place(selected.length)}
            </Button>
          </div>
          <Button secondary onClick={explore.unselect}>
            {EXPLORE.unselect}
          </Button>
        </div>
      ) : (
        <Button
          fullWidth
          secondary
          disabled={tiles.length === 0}
          onClick={left ? explore.resume : explore.again}
        >
          {left ? EXPLORE.resume : EXPLORE.again}
        </Button>
      )}
    </footer>
  );
}

/** Esc of the whole window, before anybody else has it; `use` tells whether it was of use. */
function useEscape(use: () => boolean): void {
  const latest = useRef(use);
  latest.current = use;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      const inMenu = event.target instanceof Element && event.target.closest('[role="menu"]');
      if (!inMenu && latest.current()) event.preventDefault();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

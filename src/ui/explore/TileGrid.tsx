// The tiles in, a grid for keyboard and pointer out: arrows move, a click, Space or Shift-click chooses,
// Enter or a double click places.
import { IconAdjustSmall24, IconButton, IconCheck16, IconVariantSmall24 } from '@create-figma-plugin/ui';
import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { EXPLORE, sentence } from '../../words.ts';
import { Pixels } from './Pixels.tsx';
import type { Explore } from './explore.ts';
import type { Tile } from './state.ts';
import { target } from './grid-navigation.ts';

export function TileGrid({ explore }: { explore: Explore }) {
  const { tiles, count, running } = explore.state;
  const across = count === 9 ? 3 : 2;
  // Before the tiles are known their places are shown; later there may be fewer, where little can change.
  const places = tiles.length || count;
  const rows = Array.from({ length: Math.ceil(places / across) }, (_, row) => row * across);
  const pressed = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const index = Number((event.target as HTMLElement).dataset['tile'] ?? NaN);
    if (Number.isNaN(index)) return; // one of a tile's own buttons
    if (event.key === ' ') explore.select(index);
    if (event.key === 'Enter') explore.place([index]);
    const to = target(event.key, index, across, tiles.length);
    if (to === null && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault(); // no click, no scrolling
    if (to === null) return;
    explore.go(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-tile="${to}"]`)?.focus();
  };
  return (
    <div
      class={count === 9 ? 'tiles tiles-9' : 'tiles'}
      role="grid"
      aria-label={EXPLORE.grid}
      aria-multiselectable
      aria-busy={running === 'drafts'}
      onKeyDown={pressed}
    >
      {rows.map((first) => (
        <div class="tiles-row" role="row" key={first}>
          {Array.from({ length: across }, (_, column) => first + column).map((index) =>
            index < places ? (
              <Cell key={index} explore={explore} index={index} />
            ) : (
              <div class="tile tile-none" role="gridcell" key={index} />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

function Cell({ explore, index }: { explore: Explore; index: number }) {
  const { tiles, selected, active } = explore.state;
  const tile = tiles[index];
  const chosen = selected.includes(index);
  const reach = active === index ? 0 : -1;
  const clicked = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) return explore.select(index);
    explore.pick(index);
  };
  return (
    <div class={chosen ? 'tile tile-chosen' : 'tile'} role="gridcell" aria-selected={chosen}>
      <button
        class="tile-face"
        type="button"
        data-tile={index}
        tabIndex={reach}
        aria-label={name(tile, index, explore)}
        aria-disabled={!tile?.shown}
        onClick={clicked}
        onDblClick={() => explore.place([index])}
      >
        {tile?.shown ? <Pixels image={tile.shown} /> : <span class={tile?.refusal ? '' : 'skeleton'} />}
        {tile?.refusal && <span class="tile-why">{sentence(tile.refusal)}</span>}
        {(chosen || tile?.placed) && (
          <span class={chosen ? 'tile-mark' : 'tile-mark tile-mark-placed'}>
            <IconCheck16 />
          </span>
        )}
        {tile && tile.placing !== null && (
          <span class="tile-bar">
            <span style={{ transform: `scaleX(${tile.placing})` }} />
          </span>
        )}
      </button>
      {tile?.shown && (
        <div class="tile-more">
          <IconButton
            aria-label={EXPLORE.like}
            title={EXPLORE.like}
            tabIndex={reach}
            onClick={() => explore.like(index)}
          >
            <IconVariantSmall24 />
          </IconButton>
          <IconButton
            aria-label={EXPLORE.use}
            title={EXPLORE.use}
            tabIndex={reach}
            onClick={() => explore.use(index)}
          >
            <IconAdjustSmall24 />
          </IconButton>
        </div>
      )}
    </div>
  );
}

/** What a tile is, in words: the materials that its parts wear. */
function name(tile: Tile | undefined, index: number, explore: Explore): string {
  if (!tile?.shown) return EXPLORE.tile(index + 1, tile?.refusal ? sentence(tile.refusal) : EXPLORE.making);
  const materials = explore.now().offer?.materials ?? [];
  const worn = new Set(tile.parts?.map(({ material }) => material));
  const names = materials.filter(({ id }) => worn.has(id)).map(({ name }) => name);
  return EXPLORE.tile(index + 1, names.join(', '));
}

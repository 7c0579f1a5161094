// A tile by its number in; which one the keys are at, and which are chosen, out.
import type { ExploreStore } from './store.ts';

export interface TileSelection {
  /** Tab's and the arrow keys' tile. */
  go: (index: number) => void;
  /** Chooses it, or not any more. */
  select: (index: number) => void;
  /** Chooses it alone. */
  pick: (index: number) => void;
  unselect: () => void;
}

export function createTileSelection(store: ExploreStore): TileSelection {
  const { set } = store;
  return {
    go: (index) => set({ active: Math.max(0, Math.min(store.state.tiles.length - 1, index)) }),
    select(index) {
      const { selected, tiles } = store.state;
      if (!tiles[index]?.shown) return;
      const others = selected.filter((other) => other !== index);
      set({ selected: others.length < selected.length ? others : [...others, index], active: index });
    },
    pick: (index) => store.state.tiles[index]?.shown && set({ selected: [index], active: index }),
    unselect: () => set({ selected: [] }),
  };
}

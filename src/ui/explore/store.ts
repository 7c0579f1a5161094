// A change in, the Explore view's new state out: the one place that holds it, and tells of every change.
import { FRESH } from './state.ts';
import type { ExploreState, Tile } from './state.ts';

export interface ExploreStore {
  readonly state: ExploreState;
  set: (change: Partial<ExploreState>) => void;
  setTile: (index: number, change: Partial<Tile>) => void;
}

export function createExploreStore(changed: () => void): ExploreStore {
  let state = FRESH;
  const set = (change: Partial<ExploreState>): void => {
    state = { ...state, ...change };
    changed();
  };
  return {
    get state() {
      return state;
    },
    set,
    setTile: (index, change) =>
      set({ tiles: state.tiles.map((tile, i) => (i === index ? { ...tile, ...change } : tile)) }),
  };
}

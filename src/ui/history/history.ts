// The plugin's list of all pictures of this file in, what the History view shows out.
// Restores, forgets, compares. No DOM.
import { lookOf } from '../../core/sketch.ts';
import type { Entry } from '../../protocol/made.ts';
import { HISTORY } from '../../words.ts';
import type { Around } from '../current.ts';
import type { ForHistory } from '../dispatcher.ts';
import { layerName } from '../picture-name.ts';
import { aboutOf, fits, type About } from './about.ts';

/** Two pictures to lie over each other; the second is null until it was chosen. */
export interface Pair {
  ids: readonly [string, string | null];
  /** By id: the file, or null when the document does not hold it any more. What is missing is on its way. */
  pictures: Readonly<Record<string, Uint8Array | null>>;
  /** 0…1, how much of the first lies over the second. */
  split: number;
}

interface HistoryState {
  /** Newest first; null until the plugin has answered. */
  entries: readonly Entry[] | null;
  /** How many old ones had to go since the view was opened. */
  pruned: number;
  /** The entry whose actions are shown. */
  chosen: string | null;
  /** Pressed once: the next press forgets it. */
  forgetting: string | null;
  /** Asked to be put back, and not yet answered. */
  restoring: string | null;
  pair: Pair | null;
  /** What is searched for. */
  sought: string;
  told: string;
}

export interface History {
  readonly state: HistoryState;
  /** Milliseconds since 1970, for "5 minutes ago". */
  clock: () => number;
  /** What an entry is told by, with the names that the light's card gives. */
  about: (entry: Entry) => About;
  /** Those that fit what is searched for. */
  readonly found: readonly Entry[] | null;
  search: (text: string) => void;
  /** The view is shown. */
  open: () => void;
  shut: () => void;
  hear: (message: ForHistory) => void;
  choose: (id: string) => void;
  restore: (id: string) => void;
  /** Twice: the first press only asks. */
  forget: (id: string) => void;
  /** Takes the first press back. */
  keep: () => void;
  copyLook: (id: string) => void;
  /** The first press takes one picture, the second on another shows both. */
  compare: (id: string) => void;
  uncompare: () => void;
  split: (split: number) => void;
}

const EMPTY: HistoryState = {
  entries: null,
  pruned: 0,
  chosen: null,
  forgetting: null,
  restoring: null,
  pair: null,
  sought: '',
  told: '',
};

export function createHistory({ post, changed, now, clock }: Around & { clock: () => number }): History {
  let state = EMPTY;

  function set(change: Partial<HistoryState>): void {
    state = { ...state, ...change };
    changed();
  }

  const entryOf = (id: string) => state.entries?.find((entry) => entry.id === id);

  function listed(entries: readonly Entry[], pruned: number): void {
    const still = (id: string | null) => (entries.some((entry) => entry.id === id) ? id : null);
    const { pair, chosen, forgetting } = state;
    set({
      entries: [...entries].sort((a, b) => b.at - a.at),
      pruned: state.pruned + pruned,
      chosen: still(chosen),
      forgetting: still(forgetting),
      restoring: null,
      // Of two pictures that are shown already, the files are here.
      pair: pair && pair.ids[1] === null && !still(pair.ids[0]) ? null : pair,
    });
  }

  return {
    get state() {
      return state;
    },
    clock,
    about: (entry) => aboutOf(entry, now().offer),
    get found() {
      const { offer } = now();
      return state.entries?.filter((entry) => fits(entry, aboutOf(entry, offer), state.sought)) ?? null;
    },
    search: (sought) => set({ sought }),
    open: () => post({ type: 'ask-history' }),
    shut: () => set({ ...EMPTY, entries: state.entries }),
    hear(message) {
      if (message.type === 'history') listed(message.entries, message.pruned);
      if (message.type === 'told') set({ told: message.text, restoring: null });
      if (message.type === 'fetched' && state.pair?.ids.includes(message.id))
        set({
          pair: { ...state.pair, pictures: { ...state.pair.pictures, [message.id]: message.png } },
        });
    },
    choose: (id) => set({ chosen: state.chosen === id ? null : id, forgetting: null, told: '' }),
    restore(id) {
      set({ restoring: id, forgetting: null, told: '' });
      const entry = state.entries?.find((one) => one.id === id);
      const { naming } = now();
      const named =
        entry && layerName(naming, { sketch: entry, settings: entry.made.settings, picture: entry });
      post({ type: 'restore', id, ...named });
    },
    forget(id) {
      if (state.forgetting !== id) return set({ forgetting: id, told: '' });
      post({ type: 'forget', id });
      const entries = state.entries?.filter((entry) => entry.id !== id) ?? null;
      set({ entries, forgetting: null, chosen: null, told: HISTORY.forgotten });
    },
    keep: () => set({ forgetting: null }),
    copyLook(id) {
      const entry = entryOf(id);
      if (!entry) return;
      set({ forgetting: null, told: '' });
      const look = lookOf(entry.made.settings);
      post({ type: 'copy-look', look });
      const { drawing, choose } = now();
      if (drawing) choose(look); // it is one of those that are selected
    },
    compare(id) {
      const first = state.pair?.ids[0] ?? null;
      set({ forgetting: null, told: '' });
      if (first === id) return set({ pair: null });
      if (first === null) return set({ pair: { ids: [id, null], pictures: {}, split: 0.5 }, chosen: null });
      set({ pair: { ids: [first, id], pictures: {}, split: 0.5 } });
      post({ type: 'fetch', id: first });
      post({ type: 'fetch', id });
    },
    uncompare: () => set({ pair: null }),
    split(split) {
      if (state.pair) set({ pair: { ...state.pair, split: Math.max(0, Math.min(1, split)) } });
    },
  };
}

// A drawing and a few choices in, a grid of pictures of it out, as drafts.
// What is to be placed is made at full size. No DOM.
//
//   choices ─▶ colourways ─▶ drafts, each tile as it is ready ─▶ (click) picture ─▶ place-many ─▶ placed
import { isRefusal, lookOf } from '../../core/sketch.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Refusal, Rgba, Settings } from '../../core/sketch.ts';
import { EXPLORE, sentence } from '../../words.ts';
import type { Around, Current } from '../current.ts';
import type { ForExplore } from '../dispatcher.ts';
import type { Loaded } from '../engine/connection.ts';
import type { Pool } from '../engine/pool.ts';
import type { ShownDrawing } from '../state.ts';
import { SEEDS } from '../seeds.ts';
import { createExploreStore } from './store.ts';
import { paletteOfFile, paletteOfImage } from './palettes.ts';
import { createTilePlacing } from './place-tiles.ts';
import { createTileRuns } from './run-tiles.ts';
import type { ExploreState, Source } from './state.ts';
import { tilesOf, unfinished } from './tiles.ts';

type Choice = Partial<Pick<ExploreState, 'count' | 'seed' | 'materials'>>;

export interface Explore {
  readonly state: ExploreState;
  readonly now: () => Current;
  /** The view is shown; makes the grid if there is a drawing. */
  open: () => void;
  /** The view is left: what runs ends, the grid stays. */
  shut: () => void;
  /** The drawing or the engine's offer may be others now. */
  follow: () => void;
  hear: (message: ForExplore) => void;
  choose: (change: Choice) => void;
  /** Where colours come from. An image is asked for first. */
  from: (source: Source) => void;
  /** Another grid: the next seed. */
  again: () => void;
  /** Goes on with a grid that was cancelled. */
  resume: () => void;
  like: (index: number) => void;
  unlike: () => void;
  lock: (key: string, locked: boolean) => void;
  takeImage: () => void;
  /** Tab's and the arrow keys' tile. */
  go: (index: number) => void;
  /** Chooses it, or not any more. */
  select: (index: number) => void;
  /** Chooses it alone. */
  pick: (index: number) => void;
  unselect: () => void;
  place: (indices: readonly number[]) => void;
  /** Its settings become the panel's. */
  use: (index: number) => void;
  /** Whether anything ran. */
  cancel: () => boolean;
  /** Closes the workers; the next grid opens them again. */
  rest: () => void;
}

interface ExploreParts extends Around {
  pool: Pool;
  decode: (file: Uint8Array) => Promise<Rgba | null>;
  /** For the history; null when there can be none. */
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
  toRealize: () => void;
}

export function createExplore(surroundings: ExploreParts): Explore {
  const { post, changed, now, pool, decode, toRealize } = surroundings;
  const store = createExploreStore(changed);
  const runs = createTileRuns(pool, store);
  const placing = createTilePlacing({ ...surroundings, store, runs });
  const { set } = store;
  let isOpen = false;
  /** The newest grid that was asked for. */
  let latest = 0;
  /** What the engine offered last: it stays true while the engine rests. */
  let offer: Loaded | null = null;

  /** Draws the grid anew: the same choices give the same tiles. */
  async function grid(): Promise<void> {
    const mine = ++latest;
    const { drawing, settings } = now();
    offer = now().offer ?? offer;
    placing.forget();
    if (!drawing || !offer) {
      runs.cancel();
      return set({ of: null, tiles: [], parts: [], selected: [], told: '' });
    }
    set({ of: drawing, selected: [], told: '' });
    const parts = store.state.like?.parts ?? (await worn(drawing, settings));
    if (mine !== latest) return;
    if (isRefusal(parts))
      return set({
        tiles: [],
        parts: [],
        told: parts.refused === 'cancelled' ? EXPLORE.cancelled : sentence(parts),
      });
    const tiles = tilesOf(store.state, parts, settings, offer.materials);
    set({ parts, tiles, active: Math.max(0, Math.min(store.state.active, tiles.length - 1)) });
    if (tiles.length < store.state.count) set({ told: EXPLORE.fewer });
    await runs.draft(tiles.map((_, i) => i));
  }

  /** As in the panel's preview; where there is none of this drawing, a draft is made to see. */
  async function worn(drawing: ShownDrawing, settings: Settings): Promise<readonly PartSeen[] | Refusal> {
    const { parts, result } = now();
    if (parts && result?.drawing.sketch.svg === drawing.sketch.svg) return parts.parts;
    return runs.worn(drawing, settings);
  }

  /** Placing goes before the rest of the grid, which then goes on. */
  async function finish(): Promise<void> {
    const { tiles } = store.state;
    if (isOpen) await runs.draft([...tiles.keys()].filter((i) => unfinished(tiles[i]!)));
  }

  function redraw(change: Partial<ExploreState>): void {
    set(change);
    if (isOpen) void grid();
  }

  async function take(bytes: Uint8Array | null): Promise<void> {
    const pixels = bytes && (await decode(bytes));
    const image = pixels && paletteOfImage(pixels);
    if (image) redraw({ image, source: 'image' });
    else set({ told: bytes ? EXPLORE.imageUnread : EXPLORE.noImage });
  }

  const nextSeed = () => (store.state.seed + 1) % SEEDS;

  return {
    get state() {
      return store.state;
    },
    now,
    open() {
      isOpen = true;
      set({ told: '' });
      post({ type: 'ask-palette' });
      const { of, tiles } = store.state;
      if (now().drawing !== of || tiles.length === 0) void grid();
      else void finish();
    },
    shut() {
      isOpen = false;
      runs.cancel();
    },
    follow() {
      const { drawing } = now();
      const { of } = store.state;
      if (!isOpen || drawing === of) return;
      const other = drawing?.sketch.id !== of?.sketch.id;
      redraw(other ? { locked: [], like: null, tiles: [], active: 0 } : {});
    },
    hear(message) {
      if (message.type === 'placed' || message.type === 'refused') placing.hear(message);
      if (message.type === 'image') void take(message.bytes);
      if (message.type === 'told' && isOpen) set({ told: message.text });
      if (message.type !== 'palette') return;
      const file = paletteOfFile(message.colours);
      const { source, file: before } = store.state;
      if (source !== 'file' || file.colours.join() === before?.colours.join()) set({ file });
      else redraw(file.colours.length > 0 ? { file } : { file, source: 'product' });
    },
    choose: redraw,
    from(source) {
      const { image, file } = store.state;
      if (source === 'image' && !image) return post({ type: 'ask-image' });
      if (source === 'file' && file?.colours.length === 0) return set({ told: EXPLORE.noStyles });
      redraw({ source });
    },
    again: () => redraw({ seed: nextSeed() }),
    resume: () => void finish(),
    like(index) {
      const tile = store.state.tiles[index];
      if (tile?.parts)
        redraw({ like: { settings: tile.settings, parts: tile.parts }, seed: nextSeed(), tiles: [] });
    },
    unlike: () => redraw({ like: null, tiles: [] }),
    lock(key, locked) {
      const others = store.state.locked.filter((other) => other !== key);
      redraw({ locked: locked ? [...others, key] : others });
    },
    takeImage: () => post({ type: 'ask-image' }),
    go: (index) => set({ active: Math.max(0, Math.min(store.state.tiles.length - 1, index)) }),
    select(index) {
      const { selected, tiles } = store.state;
      if (!tiles[index]?.shown) return;
      const others = selected.filter((other) => other !== index);
      set({ selected: others.length < selected.length ? others : [...others, index], active: index });
    },
    pick: (index) => store.state.tiles[index]?.shown && set({ selected: [index], active: index }),
    unselect: () => set({ selected: [] }),
    place: (indices) => void placing.place(indices).then((done) => (done ? finish() : undefined)),
    use(index) {
      const tile = store.state.tiles[index];
      if (!tile) return;
      now().choose(lookOf(tile.settings));
      toRealize();
    },
    cancel() {
      latest += 1;
      return runs.cancel();
    },
    rest() {
      runs.cancel();
      pool.rest();
    },
  };
}

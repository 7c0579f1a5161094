// A drawing and a few choices in, a grid of pictures of it out, as drafts.
// What is to be placed is made at full size. No DOM.
//
//   choices ─▶ colourways ─▶ drafts, each tile as it is ready ─▶ (click) picture ─▶ place-many ─▶ placed
import { lookOf, type Rgba } from '../../core/sketch.ts';
import { EXPLORE } from '../../words.ts';
import type { Around, Current } from '../current.ts';
import type { ForExplore } from '../dispatcher.ts';
import type { Pool } from '../engine/pool.ts';
import { SEEDS } from '../seeds.ts';
import { createGridDrawing } from './draw-grid.ts';
import { createExploreStore } from './store.ts';
import { paletteOfFile, paletteOfImage } from './palettes.ts';
import { createTilePlacing } from './place-tiles.ts';
import { isReadAgain } from './read-again.ts';
import { createTileRuns } from './run-tiles.ts';
import { createTileSelection, type TileSelection } from './select-tiles.ts';
import type { ExploreState, Source } from './state.ts';

type Choice = Partial<Pick<ExploreState, 'count' | 'seed' | 'materials'>>;

export interface Explore extends TileSelection {
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
  const grid = createGridDrawing({ now, store, runs, placing });
  const { redraw } = grid;
  const { set } = store;

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
      grid.show(true);
      set({ told: '' });
      post({ type: 'ask-palette' });
      const { of, tiles } = store.state;
      if (now().drawing !== of || tiles.length === 0) void grid.draw();
      else void grid.finish();
    },
    shut() {
      grid.show(false);
      runs.cancel();
    },
    follow() {
      const { drawing } = now();
      const { of } = store.state;
      if (!grid.isOpen || drawing === of) return;
      if (drawing && isReadAgain(drawing, store.state)) return set({ of: drawing });
      const other = drawing?.sketch.id !== of?.sketch.id;
      redraw(other ? { locked: [], like: null, tiles: [], active: 0 } : {});
    },
    hear(message) {
      if (message.type === 'placed' || message.type === 'refused') placing.hear(message);
      if (message.type === 'image') void take(message.bytes);
      if (message.type === 'told' && grid.isOpen) set({ told: message.text });
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
    resume: () => void grid.finish(),
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
    ...createTileSelection(store),
    place: (indices) => void placing.place(indices).then((done) => (done ? grid.finish() : undefined)),
    use(index) {
      const tile = store.state.tiles[index];
      if (!tile) return;
      now().choose(lookOf(tile.settings));
      toRealize();
    },
    cancel() {
      grid.drop();
      return runs.cancel();
    },
    rest() {
      runs.cancel();
      pool.rest();
    },
  };
}

// The drawing and what is chosen in Explore in, the tiles of the grid out, each draft as it is ready.
// Only the newest grid counts; where the view is not shown, changes are kept and nothing is drawn.
import { isRefusal } from '../../core/sketch.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Refusal, Settings } from '../../core/sketch.ts';
import { EXPLORE, sentence } from '../../words.ts';
import type { Around } from '../current.ts';
import type { Loaded } from '../engine/connection.ts';
import type { ShownDrawing } from '../state.ts';
import type { TilePlacing } from './place-tiles.ts';
import type { TileRuns } from './run-tiles.ts';
import type { ExploreState } from './state.ts';
import type { ExploreStore } from './store.ts';
import { tilesOf, unfinished } from './tiles.ts';

export interface GridDrawing {
  readonly isOpen: boolean;
  show: (open: boolean) => void;
  /** Draws the grid anew: the same choices give the same tiles. */
  draw: () => Promise<void>;
  /** Placing goes before the rest of the grid, which then goes on. */
  finish: () => Promise<void>;
  redraw: (change: Partial<ExploreState>) => void;
  /** The grid that is on its way is not wanted any more. */
  drop: () => void;
}

interface GridDrawingParts extends Pick<Around, 'now'> {
  store: ExploreStore;
  runs: TileRuns;
  placing: Pick<TilePlacing, 'forget'>;
}

export function createGridDrawing({ now, store, runs, placing }: GridDrawingParts): GridDrawing {
  const { set } = store;
  let isOpen = false;
  /** The newest grid that was asked for. */
  let latest = 0;
  /** What the engine offered last: it stays true while the engine rests. */
  let offer: Loaded | null = null;

  async function draw(): Promise<void> {
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

  return {
    get isOpen() {
      return isOpen;
    },
    show: (open) => void (isOpen = open),
    draw,
    async finish() {
      const { tiles } = store.state;
      if (isOpen) await runs.draft([...tiles.keys()].filter((i) => unfinished(tiles[i]!)));
    },
    redraw(change) {
      set(change);
      if (isOpen) void draw();
    },
    drop: () => void (latest += 1),
  };
}

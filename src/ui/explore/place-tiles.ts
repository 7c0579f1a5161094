// Chosen tiles in, their pictures at full size posted to the plugin together: side by side, one step of undo.
import { isRefusal } from '../../core/sketch.ts';
import type { Refusal, Settings } from '../../core/sketch.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import { EXPLORE, sentence } from '../../words.ts';
import type { Around } from '../current.ts';
import type { ForExplore } from '../dispatcher.ts';
import { layerName } from '../picture-name.ts';
import { toPlace } from '../to-place.ts';
import type { ExploreStore } from './store.ts';
import { requestOf } from './run-tiles.ts';
import type { TileRuns } from './run-tiles.ts';

type PlacedTile = Extract<UiToPlugin, { type: 'place-many' }>['tiles'][number];

export interface TilePlacing {
  /** Ends with whether it was gone through with. */
  place: (indices: readonly number[]) => Promise<boolean>;
  /** The plugin's answer to a placing, whoever asked for it. */
  hear: (message: Extract<ForExplore, { type: 'placed' | 'refused' }>) => void;
  /** The tiles are others now: their answer is not waited for. */
  forget: () => void;
}

interface TilePlacingParts extends Pick<Around, 'post' | 'now'> {
  store: ExploreStore;
  runs: TileRuns;
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
}

export function createTilePlacing({ post, now, store, runs, thumb }: TilePlacingParts): TilePlacing {
  /** Tiles that were posted and are not answered yet. */
  let awaited: readonly number[] = [];

  /** As the panel would place it: how large, with which shadow, on what. */
  function whole(settings: Settings): Settings {
    const { size, shadow, shadowApart, background, backdrop } = now().settings;
    return { ...settings, size, shadow, shadowApart, background, backdrop };
  }

  function answered(told: string, placed: boolean): void {
    const tiles = store.state.tiles.map((tile, i) =>
      awaited.includes(i) ? { ...tile, placing: null, placed } : tile,
    );
    awaited = [];
    store.set({ tiles, selected: [], told });
  }

  return {
    async place(indices) {
      const { of, tiles } = store.state;
      const chosen = indices.filter((index) => tiles[index]?.shown);
      if (!of || chosen.length === 0 || awaited.length > 0) return false;
      store.set({
        told: '',
        tiles: tiles.map((tile, i) => (chosen.includes(i) ? { ...tile, placing: 0, placed: false } : tile)),
      });
      const made = new Map<number, PlacedTile>();
      const refusals: Refusal[] = [];
      const thumbs: Promise<void>[] = [];
      const requests = chosen.map((index) => {
        const settings = whole(tiles[index]!.settings);
        const progress = (_stage: unknown, fraction: number) => {
          if (store.state.tiles[index]?.placing !== null) store.setTile(index, { placing: fraction });
        };
        return { ...requestOf(of, settings), settings, parts: false, progress };
      });
      const ended = await runs.run('pictures', requests, (n, answer) => {
        const index = chosen[n]!;
        if (isRefusal(answer)) {
          refusals.push(answer);
          return store.setTile(index, { placing: null });
        }
        if (!('picture' in answer)) throw new Error('the worker gave a draft, wanted a picture');
        store.setTile(index, { placing: 1 });
        const { sketch } = of;
        const { settings } = requests[n]!;
        const tile: PlacedTile = {
          ...toPlace(answer, sketch, settings),
          ...layerName(now().naming, { sketch, settings, picture: answer.picture }),
        };
        made.set(index, tile);
        thumbs.push(thumb(answer.picture.png).then((small) => void (small && (tile.thumb = small))));
      });
      if (!ended) return false;
      await Promise.all(thumbs);
      awaited = chosen.filter((index) => made.has(index));
      if (refusals[0]) store.set({ told: sentence(refusals[0]) });
      const ready = awaited.flatMap((index) => made.get(index) ?? []);
      // Meanwhile the same drawing may have been read again, by another job.
      const { job, index } = store.state.of ?? of;
      if (ready.length > 0) post({ type: 'place-many', job, index, tiles: ready });
      return true;
    },
    hear(message) {
      if (awaited.length === 0 || message.job !== store.state.of?.job) return;
      if (message.type === 'placed') answered(EXPLORE.placed(awaited.length), true);
      if (message.type === 'refused') answered(sentence(message.refusal), false);
    },
    forget: () => (awaited = []),
  };
}

// Tiles in, their answers out as they get ready: one run of the workers at a time.
// Its answers count until the next run begins.
import { isRefusal, SIZES } from '../../core/sketch.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Refusal, Settings } from '../../core/sketch.ts';
import { EXPLORE } from '../../words.ts';
import type { DraftAnswer, PictureAnswer } from '../engine/connection.ts';
import type { EngineRequest } from '../engine/supervisor.ts';
import type { Pool } from '../engine/pool.ts';
import type { ShownDrawing } from '../state.ts';
import type { ExploreStore } from './store.ts';

export interface TileRuns {
  /** Ends with whether it came to its end; not when another run overtook it or it was cancelled. */
  run: (
    kind: 'drafts' | 'pictures',
    requests: readonly EngineRequest[],
    ready: (n: number, answer: PictureAnswer | DraftAnswer | Refusal) => void,
  ) => Promise<boolean>;
  /** Drafts of these tiles. */
  draft: (indices: readonly number[]) => Promise<boolean>;
  /** What the parts wear in these settings, by a draft that is not shown. */
  worn: (drawing: ShownDrawing, settings: Settings) => Promise<readonly PartSeen[] | Refusal>;
  /** Whether anything ran. */
  cancel: () => boolean;
}

const CANCELLED: Refusal = { refused: 'cancelled' };

export function createTileRuns(pool: Pool, store: ExploreStore): TileRuns {
  let ticket = 0;

  const run: TileRuns['run'] = async (kind, requests, ready) => {
    const mine = ++ticket;
    store.set({ running: kind });
    await pool.run(requests, kind === 'drafts' ? 'draft' : 'picture', (n, answer) => {
      if (mine === ticket) ready(n, answer);
    });
    if (mine !== ticket) return false;
    store.set({ running: null });
    return true;
  };

  return {
    run,
    async draft(indices) {
      const { of, tiles } = store.state;
      if (!of || indices.length === 0) return true;
      const requests = indices.map((index) => requestOf(of, tiles[index]!.settings));
      return run('drafts', requests, (n, answer) => {
        const index = indices[n]!;
        if (isRefusal(answer)) store.setTile(index, { refusal: answer, shown: null });
        else if ('shown' in answer)
          store.setTile(index, { shown: answer.shown, parts: answer.parts?.parts ?? [], stale: false });
      });
    },
    async worn(drawing, settings) {
      let found: readonly PartSeen[] | Refusal = CANCELLED;
      await run('drafts', [requestOf(drawing, settings)], (_, answer) => {
        found = isRefusal(answer) ? answer : (answer.parts?.parts ?? []);
      });
      return found;
    },
    cancel() {
      if (store.state.running === null) return false;
      ticket += 1;
      pool.cancel();
      const tiles = store.state.tiles.map((tile) => ({ ...tile, placing: null }));
      store.set({ running: null, tiles, told: EXPLORE.cancelled });
      return true;
    },
  };
}

/** A draft, small, with what its parts wear. */
export function requestOf({ sketch }: ShownDrawing, settings: Settings): EngineRequest {
  return {
    sketch,
    settings: { ...settings, size: SIZES[0] },
    insight: false,
    parts: true,
    progress: () => undefined,
  };
}

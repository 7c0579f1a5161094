// Tiles in, their answers as they get ready out: one run of the workers at a time, whose answers count until the next.
import { isRefusal, SIZES } from '../../core/sketch.ts';
import type { PartSeen, Refusal, Settings } from '../../core/sketch.ts';
import { EXPLORE } from '../../words.ts';
import type { Drafted, Made } from '../engine/connection.ts';
import type { EngineRequest } from '../engine/engine.ts';
import type { Pool } from '../engine/pool.ts';
import type { Drawing } from '../state.ts';
import type { Hold } from './hold.ts';

export interface Runs {
  /** Ends with whether it came to its end; not when another run overtook it or it was cancelled. */
  run: (
    kind: 'drafts' | 'pictures',
    wishes: readonly EngineRequest[],
    ready: (n: number, answer: Made | Drafted | Refusal) => void,
  ) => Promise<boolean>;
  /** Drafts of these tiles. */
  draft: (indices: readonly number[]) => Promise<boolean>;
  /** What the parts wear in these settings, by a draft that is not shown. */
  worn: (drawing: Drawing, settings: Settings) => Promise<readonly PartSeen[] | Refusal>;
  /** Whether anything ran. */
  cancel: () => boolean;
}

const CANCELLED: Refusal = { refused: 'cancelled' };

export function createRuns(pool: Pool, hold: Hold): Runs {
  let ticket = 0;

  const run: Runs['run'] = async (kind, wishes, ready) => {
    const mine = ++ticket;
    hold.set({ running: kind });
    await pool.run(wishes, kind === 'drafts' ? 'draft' : 'picture', (n, answer) => {
      if (mine === ticket) ready(n, answer);
    });
    if (mine !== ticket) return false;
    hold.set({ running: null });
    return true;
  };

  return {
    run,
    async draft(indices) {
      const { of, tiles } = hold.state;
      if (!of || indices.length === 0) return true;
      const wishes = indices.map((index) => wishOf(of, tiles[index]!.settings));
      return run('drafts', wishes, (n, answer) => {
        const index = indices[n]!;
        if (isRefusal(answer)) hold.setTile(index, { refusal: answer, shown: null });
        else if ('shown' in answer)
          hold.setTile(index, { shown: answer.shown, parts: answer.parts?.parts ?? [], stale: false });
      });
    },
    async worn(drawing, settings) {
      let found: readonly PartSeen[] | Refusal = CANCELLED;
      await run('drafts', [wishOf(drawing, settings)], (_, answer) => {
        found = isRefusal(answer) ? answer : (answer.parts?.parts ?? []);
      });
      return found;
    },
    cancel() {
      if (hold.state.running === null) return false;
      ticket += 1;
      pool.cancel();
      const tiles = hold.state.tiles.map((tile) => ({ ...tile, placing: null }));
      hold.set({ running: null, tiles, told: EXPLORE.cancelled });
      return true;
    },
  };
}

/** A draft, small, with what its parts wear. */
export function wishOf({ sketch }: Drawing, settings: Settings): EngineRequest {
  return {
    sketch,
    settings: { ...settings, size: SIZES[0] },
    insight: false,
    parts: true,
    progress: () => undefined,
  };
}

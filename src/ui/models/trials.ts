// A file in; in a worker of its own what each way of feeding it makes of the drawing, and the generator by
// the way that was picked, out. One at a time: the newest wins.
import type { FeedOption, Unfit } from '../../core/models/feed-option.ts';
import type { Assets } from '../../protocol/worker.ts';
import { MODELS } from '../../words.ts';
import type { Current } from '../current.ts';
import type { Connection } from '../engine/connection.ts';
import { besides, namedCard } from './own-card.ts';
import type { ModelsState, OwnModel } from './state.ts';
import { readAttempt, SAMPLE, tryWays } from './trial.ts';

export interface Trials {
  /** Of the trial that runs; a later one, or a cancel, makes it stale. */
  readonly turn: number;
  /** Ends it, and says why. */
  stop: (told?: string, command?: string) => void;
  /** Null when it runs, or was stopped meanwhile. */
  attempt: (name: string, file: Uint8Array) => Promise<Unfit | null>;
  /** The tile that looks right; nothing where there is no picture. */
  pick: (way: number) => void;
}

interface TrialsParts {
  now: () => Current;
  state: () => ModelsState;
  set: (change: Partial<ModelsState>) => void;
  /** Opens a worker that has these models and no others. */
  open: (models: Assets['models']) => Promise<Connection>;
  picked: (model: OwnModel) => void;
}

export function createTrials({ now, state, set, open, picked }: TrialsParts): Trials {
  let turn = 0;
  let onnxOf = (_way: FeedOption): Uint8Array => new Uint8Array(0);
  let text = '';
  let worker: Connection | null = null;

  function stop(told = '', command = ''): void {
    turn += 1;
    worker?.close();
    worker = null;
    onnxOf = () => new Uint8Array(0);
    set({ trial: null, told, command });
  }

  async function attempt(name: string, file: Uint8Array): Promise<Unfit | null> {
    const mine = turn;
    const read = readAttempt(name, file);
    if ('refused' in read) return { ...read, refused: MODELS.unfit(read.refused) };
    const { ways, sure } = read;
    ({ onnxOf, text } = read);
    set({ trial: { name, ways, tiles: ways.map(() => null), ms: null } });
    const { drawing, result, settings } = now();
    const fault = await tryWays({
      ways,
      onnxOf,
      sketch: drawing && result ? drawing.sketch : SAMPLE,
      studio: settings.studio,
      open,
      opened(connection) {
        worker = connection;
        if (mine === turn) return;
        connection.close();
        worker = null;
      },
      tile(way, tile, ms) {
        const { trial } = state();
        if (mine !== turn || !trial) return;
        const tiles = trial.tiles.map((other, n) => (n === way ? tile : other));
        const least = ms === null ? trial.ms : Math.min(ms, trial.ms ?? Infinity);
        set({ trial: { ...trial, tiles, ms: least } });
      },
    });
    if (mine === turn && fault === null && sure) pick(0);
    return fault === null ? null : { refused: fault };
  }

  function pick(way: number): void {
    const { trial, own } = state();
    const chosen = trial?.ways[way];
    if (!trial || !chosen || typeof trial.tiles[way] !== 'object' || trial.tiles[way] === null) return;
    const taken = [...own.map(({ card }) => card.id), ...(now().offer?.models.map(({ id }) => id) ?? [])];
    const card = namedCard(chosen.card, chosen.card.name || trial.name, taken);
    const { licence } = besides(text);
    picked({ card, onnx: onnxOf(chosen), licence, ms: trial.ms, kept: null });
  }

  return {
    get turn() {
      return turn;
    },
    stop,
    attempt,
    pick,
  };
}

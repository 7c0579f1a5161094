// Files that the user drops in, generators of her own out.
// Each is tried on her drawing in a worker of its own, chosen by eye where the file leaves something open,
// and kept for next time where it fits. No DOM.
import type { Assets } from '../../protocol/worker.ts';
import { MODELS } from '../../words.ts';
import type { Around } from '../current.ts';
import type { ForModels } from '../dispatcher.ts';
import type { Connection } from '../engine/connection.ts';
import type { OwnGenerators } from '../engine/open-worker.ts';
import { cannotBeTried, networkAmong, saidOfFolder } from './dropped.ts';
import { LONGEST_NAME } from './own-card.ts';
import { EMPTY, type ModelsState, type OwnModel } from './state.ts';
import { packedModel, unpackedModels } from './storage.ts';
import { createTrials } from './trials.ts';
import { wholeFile, type Chosen } from './whole.ts';

export interface Models {
  readonly state: ModelsState;
  hear: (message: ForModels) => void;
  /** Opens or leaves the view. */
  show: (open: boolean) => void;
  hover: (hovered: boolean) => void;
  /** A network, and the files that its weights lie in if they do not lie in it. */
  add: (files: readonly Chosen[]) => Promise<void>;
  /** The tile that looks right. */
  pick: (way: number) => void;
  /** Stops a trial. */
  cancel: () => void;
  use: (id: string) => void;
  rename: (id: string, name: string) => void;
  remove: (id: string) => void;
  /** For a worker that opens next; once the plugin has told what was kept. */
  handed: () => Promise<OwnGenerators>;
}

interface ModelsParts extends Around {
  /** Opens a worker that has these models and no others. */
  open: (models: Assets['models']) => Promise<Connection>;
  /** The workers that run do not know these models: they are opened again. `model`: to be used from then on,
   * null: as before. */
  reopen: (model: string | null) => void;
  /** Many drawings are being placed; their worker must not be taken away. */
  busy: () => boolean;
  pack: (bytes: Uint8Array) => Promise<Uint8Array>;
  unpack: (bytes: Uint8Array) => Promise<Uint8Array>;
}

export function createModels({ post, changed, now, open, reopen, busy, pack, unpack }: ModelsParts): Models {
  let state = EMPTY;
  let shelved: Promise<void> = Promise.resolve();
  let hasOpened: () => void = () => undefined;
  const opened = new Promise<void>((done) => (hasOpened = done));
  const trials = createTrials({
    now,
    open,
    set,
    state: () => state,
    picked(model) {
      set({ own: [...state.own, model] });
      trials.stop(MODELS.added(model.card.name));
      reopen(model.card.id);
      void keep(model);
    },
  });

  /** What is told anew has no command but its own. */
  function set(change: Partial<ModelsState>): void {
    state = { ...state, ...(change.told === undefined ? {} : { command: '' }), ...change };
    changed();
  }

  async function keep(model: OwnModel): Promise<void> {
    const kept = await packedModel(model, pack);
    if (!kept) told(model.card.id, false);
    else if (state.own.some(({ card }) => card.id === model.card.id))
      post({ type: 'keep-model', model: kept });
  }

  function told(id: string, kept: boolean): void {
    changeOne(id, (own) => ({ ...own, kept }));
    const own = state.own.find(({ card }) => card.id === id);
    if (own && !kept) set({ told: MODELS.notKept(own.card.name) });
  }

  async function unshelve(models: Extract<ForModels, { type: 'models' }>['models']): Promise<void> {
    const { own, told } = await unpackedModels(models, unpack);
    set({ own, ...(told && { told }) });
  }

  const changeOne = (id: string, change: (own: OwnModel) => OwnModel): void =>
    set({ own: state.own.map((own) => (own.card.id === id ? change(own) : own)) });

  return {
    get state() {
      return state;
    },
    hear(message) {
      if (message.type === 'models') shelved = unshelve(message.models);
      if (message.type === 'opened') hasOpened();
      if (message.type === 'model-kept') told(message.id, message.kept);
    },
    show(open) {
      if (!open) trials.stop();
      set({ open, told: '' });
    },
    hover: (hovered) => hovered !== state.hovered && set({ hovered }),
    async add(files) {
      const file = networkAmong(files);
      if (!file) return;
      trials.stop();
      set({ open: true, hovered: false });
      if (busy()) return set({ told: MODELS.busy });
      const cannot = cannotBeTried(file, files, state.own);
      if (cannot) return set(cannot);
      const mine = trials.turn;
      const content = await wholeFile(file, files).catch(() => null);
      await opened;
      await shelved;
      if (mine !== trials.turn) return;
      if (content === null) return trials.stop(...saidOfFolder(file));
      if (typeof content === 'string') return trials.stop(MODELS.unfit(content));
      const fault = await trials.attempt(file.name.replace(/\.onnx$/i, ''), content);
      if (mine === trials.turn && fault !== null) trials.stop(fault.refused, fault.command);
    },
    pick: trials.pick,
    cancel: () => trials.stop(),
    use: (id) => now().choose({ model: id }),
    rename(id, name) {
      const own = state.own.find(({ card }) => card.id === id);
      const to = name.trim().slice(0, LONGEST_NAME);
      if (!own || to === '' || to === own.card.name) return;
      changeOne(id, () => ({ ...own, card: { ...own.card, name: to } }));
      reopen(null);
      if (own.kept) void keep({ ...own, card: { ...own.card, name: to } });
    },
    remove(id) {
      set({ own: state.own.filter(({ card }) => card.id !== id), told: MODELS.removed });
      post({ type: 'forget-model', id });
      reopen(null);
    },
    async handed() {
      await opened;
      await shelved;
      return {
        models: state.own.map(({ card, onnx }) => ({ card, onnx: onnx.slice() })),
        slowest: Math.max(0, ...state.own.map(({ ms }) => ms ?? 0)),
      };
    },
  };
}

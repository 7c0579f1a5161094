// Files that the user drops in, generators of her own out.
// Each is tried on her drawing in a worker of its own, chosen by eye where the file leaves something open,
// and kept for next time where it fits. No DOM.
import { readModelCard } from '../../core/card.ts';
import { convertCommand, isOther } from '../../core/models/convert.ts';
import { ownerOf } from '../../core/models/external.ts';
import type { FeedOption, Unfit } from '../../core/models/feed-option.ts';
import { LARGEST } from '../../core/models/summary.ts';
import type { KeptModel } from '../../protocol/plugin.ts';
import type { Assets } from '../../protocol/worker.ts';
import { KEPT } from '../../schemas/kept-model.ts';
import { MODELS } from '../../words.ts';
import type { Around } from '../current.ts';
import type { ForModels } from '../dispatcher.ts';
import type { Connection } from '../engine/connection.ts';
import type { OwnGenerators } from '../engine/open-worker.ts';
import { besides, LONGEST_NAME, namedCard } from './own-card.ts';
import { EMPTY, type ModelsState, type OwnModel } from './state.ts';
import { readAttempt, SAMPLE, tryWays } from './trial.ts';
import { wholeFile, type Chosen } from './whole.ts';

/** All workers get a copy of all own models: what they may have together. Bytes. */
const TOGETHER_BYTES = 400_000_000;
/** Nothing that is larger comes down to what can be kept, and packing it takes seconds. Bytes. */
const NEVER_KEPT_BYTES = 40_000_000;

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
  /** Of the trial that runs; a later one, or a cancel, makes it stale. */
  let turn = 0;
  let onnxOf = (_way: FeedOption): Uint8Array => new Uint8Array(0);
  let text = '';
  let worker: Connection | null = null;
  let shelved: Promise<void> = Promise.resolve();
  let hasOpened: () => void = () => undefined;
  const opened = new Promise<void>((done) => (hasOpened = done));

  /** What is told anew has no command but its own. */
  function set(change: Partial<ModelsState>): void {
    state = { ...state, ...(change.told === undefined ? {} : { command: '' }), ...change };
    changed();
  }

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
        const { trial } = state;
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
    const { trial, own } = state;
    const chosen = trial?.ways[way];
    if (!trial || !chosen || typeof trial.tiles[way] !== 'object' || trial.tiles[way] === null) return;
    const taken = [...own.map(({ card }) => card.id), ...(now().offer?.models.map(({ id }) => id) ?? [])];
    const card = namedCard(chosen.card, chosen.card.name || trial.name, taken);
    const fresh: OwnModel = {
      card,
      onnx: onnxOf(chosen),
      licence: besides(text).licence,
      ms: trial.ms,
      kept: null,
    };
    set({ own: [...own, fresh] });
    stop(MODELS.added(card.name));
    reopen(card.id);
    void keep(fresh);
  }

  async function keep({ card, onnx, licence, ms }: OwnModel): Promise<void> {
    const packed = onnx.length > NEVER_KEPT_BYTES ? null : await pack(onnx);
    const model = packed && { id: card.id, card: JSON.stringify({ ...card, licence, ms }), packed };
    if (!model || model.packed.length > KEPT.packed || model.card.length > KEPT.card) told(card.id, false);
    else if (state.own.some((own) => own.card.id === card.id)) post({ type: 'keep-model', model });
  }

  function told(id: string, kept: boolean): void {
    changeOne(id, (own) => ({ ...own, kept }));
    const own = state.own.find(({ card }) => card.id === id);
    if (own && !kept) set({ told: MODELS.notKept(own.card.name) });
  }

  async function unshelve(models: readonly KeptModel[]): Promise<void> {
    const own: OwnModel[] = [];
    for (const { id, card, packed } of models) {
      try {
        const read = { ...readModelCard(JSON.parse(card)), id };
        own.push({ card: read, onnx: await unpack(packed), ...besides(card), kept: true });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        set({ told: MODELS.lost(id.replace(/^own-/, ''), why) });
      }
    }
    set({ own });
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
      if (!open) stop();
      set({ open, told: '' });
    },
    hover: (hovered) => hovered !== state.hovered && set({ hovered }),
    async add(files) {
      const file = files.find(({ name }) => /\.onnx$/i.test(name)) ?? files[0];
      if (!file) return;
      const { name } = file;
      const size = files.reduce((sum, one) => sum + one.size, 0);
      stop();
      set({ open: true, hovered: false });
      const used = state.own.reduce((sum, { onnx }) => sum + onnx.length, 0);
      if (busy()) return set({ told: MODELS.busy });
      const owner = ownerOf(name);
      if (owner !== null) return set({ told: MODELS.dataAlone(name, owner) });
      if (isOther(name)) {
        const command = convertCommand(name);
        return set({ told: MODELS.convert(command), command });
      }
      if (size > LARGEST) return set({ told: MODELS.tooLarge(size, LARGEST) });
      if (used + size > TOGETHER_BYTES) return set({ told: MODELS.tooMuch });
      const mine = turn;
      // A folder is dropped like a file, and cannot be read: what TensorFlow saves is one.
      const content = await wholeFile(file, files).catch(() => null);
      await opened;
      await shelved;
      if (mine !== turn) return;
      if (content === null) {
        const command = convertCommand(name);
        return stop(MODELS.folder(command), command);
      }
      if (typeof content === 'string') return stop(MODELS.unfit(content));
      const fault = await attempt(name.replace(/\.onnx$/i, ''), content);
      if (mine === turn && fault !== null) stop(fault.refused, fault.command);
    },
    pick,
    cancel: () => stop(),
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

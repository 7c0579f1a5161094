// Several selected drawings in, a picture beside each, or a file of all their pictures, out.
// Answers the plugin's sketches one by one until the job is done. No DOM.
//
//   Place all ─▶ realize 0 ─▶ place ─▶ (plugin) placed ─▶ sketch 1 ─▶ realize ─▶ place … ─▶ done ─▶ summary
import { PLAIN } from '../../core/sketch.ts';
import type { Look, Refusal, Settings } from '../../core/sketch.ts';
import type { Around } from '../current.ts';
import type { ForMany } from '../dispatcher.ts';
import type { Supervisor } from '../engine/supervisor.ts';
import { MANY } from '../../words.ts';
import type { ShownDrawing } from '../state.ts';
import { begunWith, failed, isFirstOf, stood, type Awaited, type Batch, type Begun, type ManyKind } from './batch.ts'; // prettier-ignore
import { makerOf, type Making, type PictureFile } from './make-one.ts';
import { zipOf } from './zip.ts';

export interface ManyState {
  /** Null when none runs. */
  running: Batch | null;
  /** How the last one ended; null until there was one, or once it was read. */
  ended: (Batch & { cancelled: boolean }) | null;
}

export interface Many {
  readonly state: ManyState;
  /** How many drawings wait for it; 0 where one alone is selected. */
  readonly waiting: number;
  /** The engine has told what it offers; before, nobody knows which generator is meant. */
  readonly ready: boolean;
  start: (kind?: ManyKind) => void;
  /** How many a cancelled batch left undone. */
  readonly left: number;
  /** Makes those, whatever is selected now. */
  goOn: () => void;
  /** What stands stays. */
  cancel: () => void;
  /** The summary was read. */
  dismiss: () => void;
  /** True when the message belonged to the batch that runs and to nobody else. */
  hear: (message: ForMany) => boolean;
}

interface ManyParts extends Around, Making {
  engine: Pick<Supervisor, 'realize' | 'cancel'>;
  /** Writes what was chosen of the drawing that is seen, before another is. */
  flush: () => void;
  /** Hands a file to the user. */
  save: (file: Uint8Array, name: string) => void;
}

export function createMany({ post, changed, now, flush, engine, thumb, save }: ManyParts): Many {
  let state: ManyState = { running: null, ended: null };
  /** Until its drawings come, or others; of a rest others may have been on their way. */
  let awaited: Awaited | null = null;
  /** Of a download; they outlast a cancel, to be saved with the rest. */
  let files: PictureFile[] = [];

  function set(change: Partial<ManyState>): void {
    state = { ...state, ...change };
    changed();
  }

  function advance(change: Partial<Batch>): void {
    if (state.running) set({ running: { ...state.running, ...change } });
  }

  function end(cancelled: boolean): void {
    const { running } = state;
    if (running) set({ running: null, ended: { ...running, cancelled } });
  }

  function stands(): void {
    if (state.running) advance(stood(state.running));
  }

  /** What was chosen for single parts and photos of the drawing in the panel is not another one's. */
  function settingsFor(look: Look | null): Settings {
    return { ...now().settings, ...(look ?? { parts: PLAIN.parts, photo: PLAIN.photo }) };
  }

  function fails(name: string, refusal: Refusal): void {
    if (state.running) advance(failed(state.running, name, refusal));
  }

  const make = makerOf(
    { post, now, engine, thumb },
    {
      running: () => state.running,
      files: () => files,
      advance: (fraction) => advance({ fraction }),
      stands,
      fails,
    },
  );

  /** The first drawing of a batch, or of the rest of one. */
  function begin({ job, index, total, sketch }: ShownDrawing, settings: Settings, from: Begun): void {
    const { id, name } = sketch;
    set({ running: begunWith({ job, total, index, id, name }, from), ended: null });
    if (from.done.includes(id)) post({ type: 'skip', job, index });
    else void make({ job, index, sketch, settings });
  }

  function hear(message: ForMany): boolean {
    const { running } = state;
    if (awaited && !running && (message.type === 'sketch' || message.type === 'refused')) {
      const from = awaited;
      const comes = message.type === 'sketch' && isFirstOf(from, message);
      if (comes || from.goesOn === undefined) awaited = null;
      if (comes) {
        begin(message, settingsFor(message.look), from);
        return true;
      }
    }
    if (!running || message.job !== running.job) {
      // Another selection: what was done stays, what was not is not wanted any more.
      if (running && (message.type === 'sketch' || message.type === 'refused')) {
        engine.cancel();
        end(true);
      }
      return false;
    }
    switch (message.type) {
      case 'sketch': {
        const { job, index, sketch, look } = message;
        if (index <= running.index) return true; // edited while it is made: it was asked for as it was
        advance({ index, id: sketch.id, name: sketch.name, fraction: 0 });
        if (running.done.includes(sketch.id)) {
          post({ type: 'skip', job, index });
          return true;
        }
        void make({ job, index, sketch, settings: settingsFor(look) });
        return true;
      }
      case 'placed':
        stands();
        return true;
      case 'refused':
        fails(running.name, message.refusal);
        return true;
      case 'done':
        advance({ refused: [...running.earlier, ...message.refused] });
        end(false);
        if (files.length > 0) save(zipOf(files), MANY.zip);
        files = [];
        post({ type: 'ask', job: 0 }); // the plugin stayed with the last drawing, the panel shows the first
        return true;
      default:
        return message satisfies never;
    }
  }

  return {
    get state() {
      return state;
    },
    get waiting() {
      const total = now().drawing?.total ?? 0;
      return total > 1 ? total : 0;
    },
    get ready() {
      return now().offer !== null;
    },
    start(kind = 'place') {
      const { drawing, settings, offer } = now();
      if (!drawing || !offer || drawing.total < 2 || state.running) return;
      files = [];
      engine.cancel();
      const fresh: Begun = { kind, done: [], placed: 0, refused: [] };
      if (drawing.index === 0) return begin(drawing, settings, fresh);
      awaited = { ...fresh, total: drawing.total }; // all of them, from the first on
      flush();
      post({ type: 'turn-to', job: drawing.job, index: 0 });
    },
    get left() {
      const { ended } = state;
      return ended?.cancelled ? ended.total - ended.done.length : 0;
    },
    goOn() {
      if (!state.ended?.cancelled || now().offer === null) return;
      engine.cancel();
      awaited = { ...state.ended, goesOn: state.ended.job };
      post({ type: 'go-on', job: state.ended.job });
    },
    cancel() {
      const { running } = state;
      awaited = null;
      if (!running) return;
      end(true);
      engine.cancel();
      post({ type: 'cancel', job: running.job });
      post({ type: 'ask', job: 0 });
    },
    dismiss() {
      awaited = null;
      set({ ended: null });
    },
    hear,
  };
}

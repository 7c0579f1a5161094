// Several selected drawings in, a picture beside each out.
// Answers the plugin's sketches one by one until the job is done. No DOM.
//
//   Place all ─▶ realize 0 ─▶ place ─▶ (plugin) placed ─▶ sketch 1 ─▶ realize ─▶ place … ─▶ done ─▶ summary
import { isRefusal } from '../../core/sketch.ts';
import { PLAIN } from '../../core/sketch.ts';
import type { Refusal, Settings, Sketch } from '../../core/sketch.ts';
import type { Refused } from '../../protocol.ts';
import type { Around } from '../current.ts';
import type { ForMany } from '../dispatcher.ts';
import type { Made } from '../engine/connection.ts';
import type { EngineRequest, Supervisor } from '../engine/supervisor.ts';
import { toPlace } from '../to-place.ts';

interface Batch {
  job: number;
  total: number;
  /** From 0: the drawing that is being made now. */
  index: number;
  name: string;
  /** 0…1 of this one drawing. */
  fraction: number;
  placed: number;
  /** At the end those, too, that Figma did not export, and that never came. */
  refused: Refused[];
}

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
  start: () => void;
  /** What stands stays. */
  cancel: () => void;
  /** The summary was read. */
  dismiss: () => void;
  /** True when the message belonged to the batch that runs and to nobody else. */
  hear: (message: ForMany) => boolean;
}

/** One drawing of the batch. */
interface Task {
  job: number;
  index: number;
  sketch: Sketch;
  settings: Settings;
}

interface Surroundings extends Around {
  engine: Pick<Supervisor, 'realize' | 'cancel'>;
  /** For the history; null when there can be none. */
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
}

const ATTEMPTS = 3;

export function createMany({ post, changed, now, engine, thumb }: Surroundings): Many {
  let state: ManyState = { running: null, ended: null };

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

  /** A preview that was on its way when the batch began may overtake it once: the newest job wins. */
  async function insist(request: EngineRequest): Promise<Made | Refusal> {
    for (let attempt = 1; ; attempt++) {
      const made = await engine.realize(request);
      const overtaken = isRefusal(made) && made.refused === 'cancelled' && state.running !== null;
      if (!overtaken || attempt === ATTEMPTS) return made;
    }
  }

  async function make(task: Task): Promise<void> {
    const { job, index, sketch, settings } = task;
    const mine = () => state.running?.job === job && state.running.index === index;
    const made = await insist({
      sketch,
      settings,
      insight: false,
      parts: false,
      progress: (_stage, fraction) => mine() && advance({ fraction }),
    });
    if (!mine()) return; // cancelled meanwhile: the plugin has heard of it
    if (isRefusal(made)) return refuse(task, made);
    const small = await thumb(made.picture.png);
    if (!mine()) return;
    advance({ fraction: 1 });
    post({
      type: 'place',
      job,
      index,
      ...toPlace(made, sketch, settings),
      how: now().how,
      batch: true,
      ...(small && { thumb: small }),
    });
  }

  function refuse({ job, index, sketch }: Task, refusal: Refusal): void {
    failed(sketch.name, refusal);
    // An answer of "cancelled" would end the plugin's whole job.
    const told: Refusal = refusal.refused === 'cancelled' ? { refused: 'runtime-failed' } : refusal;
    post({ type: 'refused', job, index, refusal: told });
  }

  function failed(name: string, refusal: Refusal): void {
    if (state.running) advance({ refused: [...state.running.refused, { name, refusal }] });
  }

  function hear(message: ForMany): boolean {
    const { running } = state;
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
        advance({ index, name: sketch.name, fraction: 0 });
        // What was chosen for single parts and photos of the drawing in the panel is not this one's.
        const own = look ?? { parts: PLAIN.parts, photo: PLAIN.photo };
        void make({ job, index, sketch, settings: { ...now().settings, ...own } });
        return true;
      }
      case 'placed':
        advance({ placed: running.placed + 1, fraction: 1 });
        return true;
      case 'refused':
        failed(running.name, message.refusal);
        return true;
      case 'done':
        advance({ refused: message.refused });
        end(false);
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
    start() {
      const { drawing, settings, offer } = now();
      if (!drawing || !offer || drawing.total < 2 || state.running) return;
      const { job, index, total, sketch } = drawing;
      engine.cancel();
      const { name } = sketch;
      set({
        running: { job, total, index, name, fraction: 0, placed: 0, refused: [] },
        ended: null,
      });
      void make({ job, index, sketch, settings });
    },
    cancel() {
      const { running } = state;
      if (!running) return;
      end(true);
      engine.cancel();
      post({ type: 'cancel', job: running.job });
      post({ type: 'ask', job: 0 });
    },
    dismiss: () => set({ ended: null }),
    hear,
  };
}

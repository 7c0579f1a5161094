// A line to a worker and its assets in, a loaded engine that can be asked jobs out.
// It fails with every open job when the worker crashes, is gone, or is silent for too long (time-limits.ts).
import type { Picture, Shown, Stage } from '../../core/picture.ts';
import { SIZES, type Refusal, type Settings, type Sketch } from '../../core/sketch.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import type { Assets, RuntimeName, Seen, UiToWorker, Want, WorkerToUi } from '../../protocol/worker.ts';
import { openWorkerDoor } from '../door.ts';
import { Hangs, Replaced } from './failures.ts';
import { NO_LOAD } from './time-limits.ts';
import type { Load, TimeLimits, Stretch } from './time-limits.ts';
import type { Line } from './transports.ts';
import { createWatchdog } from './watchdog.ts';

interface Ran extends Seen {
  runtime: RuntimeName;
  /** The generator's name; left out where the worker offers none of this id. */
  by?: string;
  /** Why the small runtime broke before, so that the whole one does the work. Left out: it did not. */
  fallen?: string;
}

export interface PictureAnswer extends Ran {
  picture: Picture;
}

export interface DraftAnswer extends Ran {
  shown: Shown;
}

/** Where a draft was wanted it is one, else a picture. */
export type Answer = PictureAnswer | DraftAnswer | Refusal;

export interface RunRequest {
  job: number;
  sketch: Sketch;
  settings: Settings;
  want: Want;
  progress: (stage: Stage, fraction: number) => void;
}

export type Loaded = Extract<WorkerToUi, { type: 'loaded' }>;

export interface Connection {
  loaded: Loaded;
  /** Rejects only when the worker has crashed or was closed; the connection is of no use afterwards. */
  ask: (request: RunRequest) => Promise<Answer>;
  cancel: (job: number) => void;
  close: () => void;
}

/** The loading's job number; requests count from 1. */
const LOADING = 0;

/** `fell` is called once, when the engine breaks, with what it said. */
export function openConnection(
  line: Line,
  assets: Assets,
  limits: TimeLimits,
  fell: (why: Error) => void,
): Promise<Connection> {
  const door = openWorkerDoor();
  const open = new Map<
    number,
    { request: RunRequest; done: (answer: Answer) => void; fail: (e: Error) => void }
  >();
  const post = (message: UiToWorker, transfer: Transferable[]) => line.post(message, transfer);
  /** What the worker is silent about. */
  let now: { stretch: Stretch; load: Load } = { stretch: 'load', load: NO_LOAD };

  return new Promise((opened, failed) => {
    const watchdog = createWatchdog(
      () => limits.of(now.stretch, now.load),
      (silence) => {
        limits.doubted();
        crash(new Hangs(silence));
      },
    );

    /** Of the generators that the worker offers, by id. */
    const names = new Map<string, string>();

    const close = (error: Error) => {
      watchdog.stop();
      line.close();
      failed(error); // no effect once opened
      for (const { fail } of open.values()) fail(error);
      open.clear();
    };

    const crash = (error: Error) => {
      close(error);
      fell(error);
    };

    /** A sign of life: what was going on has ended, and `next` is what the worker does now. */
    const lives = (next: typeof now | null) => {
      limits.saw(now.stretch, now.load, watchdog.heard());
      if (next) now = next;
      else watchdog.stop();
    };

    const end = (job: number, answer: Answer) => {
      const asked = open.get(job);
      open.delete(job);
      const [waiting] = open.values();
      lives(waiting ? { stretch: 'generate', load: loadOf(waiting.request) } : null);
      asked?.done(answer);
    };

    const heard = (data: unknown) => {
      const message = door.read(data);
      if (!message) return; // counted by the door
      switch (message.type) {
        case 'started':
          return;
        case 'loaded':
          lives(null);
          for (const { id, name } of message.models) names.set(id, name);
          return opened({
            loaded: message,
            ask: (request) =>
              new Promise((done, fail) => {
                if (open.size === 0) {
                  now = { stretch: 'generate', load: loadOf(request) }; // it may warm up, or open a model first
                  watchdog.heard();
                }
                open.set(request.job, { request, done, fail });
                const { job, sketch, settings, want } = request;
                post({ type: 'realize', job, sketch, settings, want }, []);
              }),
            cancel: (job) => post({ type: 'cancel', job }, []),
            close: () => close(new Replaced()),
          });
        case 'progress': {
          const request = open.get(message.job)?.request;
          if (request) lives({ stretch: message.stage, load: loadOf(request) });
          else if (message.job === LOADING) lives(now);
          return request?.progress(message.stage, message.fraction);
        }
        case 'picture':
        case 'shown': {
          const asked = open.get(message.job)?.request.settings.model;
          const by = names.get(asked ?? '');
          const ran = { runtime: assets.runtime, ...(by === undefined ? {} : { by }) };
          return end(message.job, { ...message, ...ran });
        }
        case 'refused':
          return end(message.job, message.refusal);
        case 'crashed':
          return crash(new Error(message.message));
        default:
          return message satisfies never;
      }
    };

    line.listen(heard, (message) => crash(new Error(message)));
    post({ type: 'load', job: LOADING, assets }, buffersOf(assets));
    watchdog.heard();
  });
}

const MOST_PIXELS = Math.max(...SIZES);

function loadOf({ sketch, settings, want }: RunRequest): Load {
  const { scale } = want;
  const box = scale === undefined ? null : viewBoxOfText(sketch.svg);
  const side = box && scale ? Math.min(MOST_PIXELS, scale * Math.max(box.width, box.height)) : settings.size;
  return { pixels: side ** 2, letters: sketch.svg.length };
}

function buffersOf({ ort, prepared, brotli, resvg, light, models }: Assets): Transferable[] {
  const files = [ort, prepared ?? ort, brotli, resvg, light.onnx, ...models.map(({ onnx }) => onnx)];
  const bytes = files.map((file) => (file instanceof Uint8Array ? file : file.bytes));
  return [...new Set(bytes.map(({ buffer }) => buffer as ArrayBuffer))];
}

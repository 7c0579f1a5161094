// A line to a worker and its assets in, a loaded engine out: asks it jobs, and falls with every open job when it crashes.
import type { PartsSeen, Picture, Refusal, Settings, Shown, Sketch, Stage } from '../../core/sketch.ts';
import type { Assets, Insight, RuntimeName, UiToWorker, Want, WorkerToUi } from '../../protocol.ts';
import { createWorkerDoor } from '../door.ts';
import type { Line } from './roads.ts';

interface Seen {
  insight: Insight | null;
  parts: PartsSeen | null;
  runtime: RuntimeName;
}

export interface Made extends Seen {
  picture: Picture;
}

export interface Drafted extends Seen {
  shown: Shown;
}

/** Where a draft was wanted it is one, else a picture. */
export type Answer = Made | Drafted | Refusal;

export interface Order {
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
  ask: (order: Order) => Promise<Answer>;
  cancel: (job: number) => void;
  /** Whether the job was asked and is not answered yet. */
  runs: (job: number) => boolean;
  close: () => void;
}

/** The loading has the job number 0; orders count from 1. `fell` is called once, when the engine crashes later on. */
export function openConnection(line: Line, assets: Assets, fell: () => void): Promise<Connection> {
  const door = createWorkerDoor();
  const open = new Map<number, { order: Order; done: (answer: Answer) => void; fail: (e: Error) => void }>();
  const post = (message: UiToWorker, transfer: Transferable[]) => line.post(message, transfer);

  return new Promise((opened, failed) => {
    const close = (message: string) => {
      line.close();
      for (const { fail } of open.values()) fail(new Error(message));
      open.clear();
    };

    const crash = (message: string) => {
      failed(new Error(message)); // no effect once opened
      close(message);
      fell();
    };

    const end = (job: number, answer: Answer) => {
      open.get(job)?.done(answer);
      open.delete(job);
    };

    const heard = (data: unknown) => {
      const message = door.read(data);
      if (!message) return; // counted by the door
      switch (message.type) {
        case 'started':
          return;
        case 'loaded':
          return opened({
            loaded: message,
            ask: (order) =>
              new Promise((done, fail) => {
                open.set(order.job, { order, done, fail });
                const { job, sketch, settings, want } = order;
                post({ type: 'realize', job, sketch, settings, want }, []);
              }),
            cancel: (job) => post({ type: 'cancel', job }, []),
            runs: (job) => open.has(job),
            close: () => close('the worker was replaced'),
          });
        case 'progress':
          return open.get(message.job)?.order.progress(message.stage, message.fraction);
        case 'picture':
        case 'shown':
          return end(message.job, { ...message, runtime: assets.runtime });
        case 'refused':
          return end(message.job, message.refusal);
        case 'crashed':
          return crash(message.message);
        default:
          return message satisfies never;
      }
    };

    line.listen(heard, crash);
    post({ type: 'load', job: 0, assets }, buffersOf(assets));
  });
}

function buffersOf(assets: Assets): Transferable[] {
  const files = [assets.ort, assets.resvg, assets.light.onnx, ...assets.models.map((model) => model.onnx)];
  return [...new Set(files.map((file) => file.buffer as ArrayBuffer))];
}

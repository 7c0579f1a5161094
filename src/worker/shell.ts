// Messages in, messages out: the worker's conversation, apart from any Worker, so that it also runs on the frame's own thread.
// Opening the engine and realizing are handed in; here is only who may run when, and what is answered.
import type { Watch } from '../core/engine.ts';
import { SIZES } from '../core/sketch.ts';
import type { Picture, Refusal, Settings, Sketch } from '../core/sketch.ts';
import type { Assets, Insight, UiToWorker, WorkerToUi } from '../protocol.ts';
import { readRequest } from './door.ts';
import { createQueue } from './queue.ts';

export type Post = (message: WorkerToUi, transfer: ArrayBuffer[]) => void;

/** An engine that is ready to draw. */
export interface Opened {
  models: { id: string; name: string; lit: boolean }[];
  studios: { id: string; name: string }[];
  realize: (
    sketch: Sketch,
    settings: Settings,
    insight: boolean,
    watch: Watch,
  ) => Promise<{ picture: Picture; insight: Insight | null } | Refusal>;
}

export interface Surroundings {
  post: Post;
  open: (assets: Assets) => Promise<Opened>;
  /** Ends after the messages that have arrived by now were heard. */
  pause: () => Promise<void>;
}

/** Realized when nothing else is asked for: the first run of a network takes several times as long as the next. */
const WARM_UP: Sketch = {
  id: 'warm-up',
  name: 'warm-up',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1Z" fill="#888"/></svg>',
};

export function createShell({ post, open, pause }: Surroundings): (data: unknown) => void {
  let opened: Promise<Opened> | null = null;
  const queue = createQueue((job, error) => post({ type: 'crashed', job, message: words(error) }, []));

  async function load(job: number, assets: Assets): Promise<void> {
    try {
      opened = open(assets);
      const engine = await opened;
      const { models, studios } = engine;
      post({ type: 'loaded', job, runtime: assets.runtime, models, studios }, []);
      await pause();
      if (queue.idle())
        queue.push({ number: job, run: (stopped) => warmUp(engine, stopped), dropped: () => undefined });
    } catch (error) {
      opened = null;
      post({ type: 'crashed', job, message: words(error) }, []);
    }
  }

  function watchOf(job: number | null, stopped: () => boolean): Watch {
    return {
      progress: (stage, fraction) => job !== null && post({ type: 'progress', job, stage, fraction }, []),
      cancelled: async () => {
        await pause();
        return stopped();
      },
    };
  }

  async function warmUp({ models, studios, realize }: Opened, stopped: () => boolean): Promise<void> {
    const [model, studio] = [models[0]?.id, studios[0]?.id];
    if (model === undefined || studio === undefined) return;
    const settings: Settings = { model, studio, size: SIZES[0], seed: 0, shadow: false };
    await realize(WARM_UP, settings, false, watchOf(null, stopped));
  }

  async function realize(
    { job, sketch, settings, insight }: Extract<UiToWorker, { type: 'realize' }>,
    stopped: () => boolean,
  ): Promise<void> {
    if (!opened) throw new Error(`job ${job} came before an engine was loaded; send "load" first`);
    const engine = await opened;
    const made = await engine.realize(sketch, settings, insight, watchOf(job, stopped));
    if ('refused' in made) return post({ type: 'refused', job, refusal: made }, []);
    if (stopped()) return post({ type: 'refused', job, refusal: { refused: 'cancelled' } }, []);
    post({ type: 'picture', job, ...made }, [...owners(made.picture, made.insight)]);
  }

  return (data) => {
    const request = readRequest(data);
    switch (request.type) {
      case 'load':
        return void load(request.job, request.assets);
      case 'realize':
        return queue.push({
          number: request.job,
          run: (stopped) => realize(request, stopped),
          dropped: () => post({ type: 'refused', job: request.job, refusal: { refused: 'cancelled' } }, []),
        });
      case 'cancel':
        return queue.cancel(request.job);
      default:
        return request satisfies never;
    }
  };
}

/** The buffers to hand over instead of copying; each once, as a buffer listed twice is refused. */
function owners(picture: Picture, insight: Insight | null): Set<ArrayBuffer> {
  const files = [picture.png, insight?.lines, insight?.normals];
  const found = files.flatMap((file) => (file?.buffer instanceof ArrayBuffer ? [file.buffer] : []));
  return new Set(found);
}

function words(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

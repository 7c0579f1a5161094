// Messages in, messages out: the worker's conversation, apart from any Worker, so that it
// also runs on the frame's own thread.
// Opening the engine and realizing are handed in; here is only who may run when, and what is answered.
import type { Watch } from '../core/engine.ts';
import { PLAIN } from '../core/sketch.ts';
import type { Picture, Shown } from '../core/picture.ts';
import type { Refusal, Settings, Sketch } from '../core/sketch.ts';
import type { Assets, Seen, UiToWorker, Want, WorkerToUi } from '../protocol/worker.ts';
import { mark } from '../spans.ts';
import { openRequestDoor } from './door.ts';
import { createQueue } from './queue.ts';

type Post = (message: WorkerToUi, transfer: ArrayBuffer[]) => void;

type Answer = ({ picture: Picture } & Seen) | ({ shown: Shown } & Seen);

/** An engine that is ready to draw. */
export interface ReadyEngine {
  /** Id of the model that is open already. */
  first: string;
  models: { id: string; name: string; lit: boolean }[];
  studios: { id: string; name: string }[];
  materials: { id: string; name: string }[];
  realize: (sketch: Sketch, settings: Settings, want: Want, watch: Watch) => Promise<Answer | Refusal>;
}

export interface ShellParts {
  post: Post;
  /** `watch` is for the loading, which is not cancelled; `broke` for what dies between jobs. */
  open: (assets: Assets, watch: Watch, broke: (message: string) => void) => Promise<ReadyEngine>;
  /** Ends after the messages that have arrived by now were heard. */
  pause: () => Promise<void>;
}

/**
 * Realized when nothing else is asked for: the first run of a network takes
 * several times as long as the next.
 */
const WARM_UP: Sketch = {
  id: 'warm-up',
  name: 'warm-up',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1Z" fill="#888"/></svg>',
};

const QUICK: Want = { insight: false, parts: false, draft: true };

export function createShell({ post, open, pause }: ShellParts): (data: unknown) => void {
  const door = openRequestDoor();
  let opened: Promise<ReadyEngine> | null = null;
  const queue = createQueue((job, error) => post({ type: 'crashed', job, message: words(error) }, []));

  async function load(job: number, assets: Assets): Promise<void> {
    try {
      opened = open(assets, watchOf(job, never), (message) => post({ type: 'crashed', job, message }, []));
      const engine = await opened;
      const { models, studios, materials } = engine;
      post({ type: 'loaded', job, runtime: assets.runtime, models, studios, materials }, []);
      await pause();
      if (assets.warmUp !== false && queue.idle())
        queue.push({ number: job, run: (stopped) => warmUp(engine, stopped), dropped: () => undefined });
    } catch (error) {
      opened = null;
      post({ type: 'crashed', job, message: words(error) }, []);
    }
  }

  function watchOf(job: number | null, stopped: () => boolean): Watch {
    return {
      progress(stage, fraction) {
        mark(`stage ${stage}`);
        if (job !== null) post({ type: 'progress', job, stage, fraction }, []);
      },
      step: (name) => mark(`step ${name}`),
      cancelled: async () => {
        await pause();
        return stopped();
      },
    };
  }

  async function warmUp({ first, studios, realize }: ReadyEngine, stopped: () => boolean): Promise<void> {
    const [studio] = studios;
    if (!studio) return;
    const settings: Settings = { ...PLAIN, model: first, studio: studio.id, shadow: false };
    await realize(WARM_UP, settings, QUICK, watchOf(null, stopped));
  }

  async function realize(
    { job, sketch, settings, want }: Extract<UiToWorker, { type: 'realize' }>,
    stopped: () => boolean,
  ): Promise<void> {
    if (!opened) throw new Error(`job ${job} came before an engine was loaded; send "load" first`);
    const engine = await opened;
    const made = await engine.realize(sketch, settings, want, watchOf(job, stopped));
    if ('refused' in made) return post({ type: 'refused', job, refusal: made }, []);
    if (stopped()) return post({ type: 'refused', job, refusal: { refused: 'cancelled' } }, []);
    mark('answer');
    const owned = [...owners(made)];
    if ('shown' in made) post({ type: 'shown', job, ...made }, owned);
    else post({ type: 'picture', job, ...made }, owned);
  }

  return (data) => {
    const request = door.read(data);
    if (!request) return; // counted by the door
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
function owners(made: Answer): Set<ArrayBuffer> {
  const { insight, parts, glb, swatches, maps } = made;
  const own = 'shown' in made ? [made.shown.data] : [made.picture.png, made.picture.shadow?.png];
  const solid = [glb, ...Object.values(maps ?? {})];
  const files = [...own, insight?.lines, insight?.normals, parts?.labels, ...solid, swatches?.data];
  const found = files.flatMap((file) => (file?.buffer instanceof ArrayBuffer ? [file.buffer] : []));
  return new Set(found);
}

function never(): boolean {
  return false;
}

function words(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

// One drawing of a batch in, its picture out: to the plugin, which places it, or among the files that are
// downloaded together; or why there is none.
import { isRefusal, type Refusal, type Settings, type Sketch } from '../../core/sketch.ts';
import type { Around } from '../current.ts';
import type { PictureAnswer } from '../engine/connection.ts';
import type { EngineRequest, Supervisor } from '../engine/supervisor.ts';
import { fileName, layerName } from '../picture-name.ts';
import { toPlace } from '../to-place.ts';
import type { Batch } from './batch.ts';

/** One drawing of the batch. */
interface Task {
  job: number;
  index: number;
  sketch: Sketch;
  settings: Settings;
}

export interface PictureFile {
  name: string;
  png: Uint8Array;
}

/** What pictures are made with. */
export interface Making extends Pick<Around, 'post' | 'now'> {
  engine: Pick<Supervisor, 'realize'>;
  /** For the history; null when there can be none. */
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
}

/** The batch that the drawing is of, and what it is told. */
interface BatchTold {
  /** Null once it was cancelled. */
  running: () => Batch | null;
  /** Those of a download so far. */
  files: () => PictureFile[];
  advance: (fraction: number) => void;
  stands: () => void;
  fails: (name: string, refusal: Refusal) => void;
}

const ATTEMPTS = 3;

export function makerOf(
  { post, now, engine, thumb }: Making,
  batch: BatchTold,
): (task: Task) => Promise<void> {
  /** A preview that was on its way when the batch began may overtake it once: the newest job wins. */
  async function insist(request: EngineRequest): Promise<PictureAnswer | Refusal> {
    for (let attempt = 1; ; attempt++) {
      const made = await engine.realize(request);
      const overtaken = isRefusal(made) && made.refused === 'cancelled' && batch.running() !== null;
      if (!overtaken || attempt === ATTEMPTS) return made;
    }
  }

  function refuse({ job, index, sketch }: Task, refusal: Refusal): void {
    batch.fails(sketch.name, refusal);
    // An answer of "cancelled" would end the plugin's whole job.
    const told: Refusal = refusal.refused === 'cancelled' ? { refused: 'runtime-failed' } : refusal;
    post({ type: 'refused', job, index, refusal: told });
  }

  return async (task) => {
    const { job, index, sketch, settings } = task;
    const mine = () => batch.running()?.job === job && batch.running()?.index === index;
    const isFile = batch.running()?.kind === 'download';
    const made = await insist({
      sketch,
      settings,
      insight: false,
      parts: false,
      ...(isFile && { scale: now().scale }),
      progress: (_stage, fraction) => mine() && batch.advance(fraction),
    });
    if (!mine()) return; // cancelled meanwhile: the plugin has heard of it
    if (isRefusal(made)) return refuse(task, made);
    if (isFile) {
      const files = batch.files();
      const isTaken = (file: string) => files.some(({ name }) => name === file);
      const subject = { sketch, settings, picture: made.picture };
      files.push({ name: fileName(now().naming, subject, 'png', isTaken), png: made.picture.png });
      batch.stands();
      return post({ type: 'skip', job, index });
    }
    const small = await thumb(made.picture.png);
    if (!mine()) return;
    batch.advance(1);
    post({
      type: 'place',
      job,
      index,
      ...toPlace(made, sketch, settings),
      ...layerName(now().naming, { sketch, settings, picture: made.picture }),
      how: now().how,
      batch: true,
      ...(small && { thumb: small }),
    });
  };
}

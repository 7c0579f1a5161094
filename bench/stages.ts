// Every sample at every size through the whole pipeline in Node → median milliseconds of each stage, and of a
// change of light.
import { readdir, readFile } from 'node:fs/promises';
import { openPipeline } from '../src/core/pipeline.ts';
import type { Picture, Stage } from '../src/core/picture.ts';
import { PLAIN, isRefusal, SIZES, type Settings, type Size } from '../src/core/sketch.ts';
import type { Opened } from './engine.ts';
import { median } from './median.ts';

/** 4096 takes half a minute a drawing, and is made in bands of what 2048 does. */
export const TIMED = SIZES.filter((size) => size <= 2048);

export interface StageTiming {
  size: Size;
  sample: string;
  /** Milliseconds. */
  stages: Partial<Record<Stage, number>>;
  total: number;
  /** A change of light on the same drawing, up to its PNG. */
  relight: number;
}

const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };

export async function timeStages(
  { engine, cards }: Opened,
  runs: number,
  seed: number,
): Promise<StageTiming[]> {
  const names = (await readdir('samples')).filter((name) => name.endsWith('.svg')).sort();
  const timings: StageTiming[] = [];
  for (const size of TIMED)
    for (const name of names) {
      const svg = await readFile(`samples/${name}`, 'utf8');
      const full: Picture['ms'][] = [];
      const relit: number[] = [];
      for (let run = -1; run < runs; run++) {
        // The first is not counted. A fresh pipeline a run: what it keeps of the last drawing is timed apart.
        const pipeline = openPipeline(engine, cards);
        const realize = async (studio: string): Promise<Picture['ms']> => {
          const settings: Settings = { ...PLAIN, model: cards.model.id, studio, size, seed };
          const made = await pipeline.realize({ id: name, name, svg }, settings, watch);
          if (isRefusal(made)) throw new Error(`${name} at ${size}: ${made.refused} ${made.detail ?? ''}`);
          return made.picture.ms;
        };
        const [first, second = first] = cards.light.studios;
        const whole = await realize(first!.id);
        const again = await realize(second!.id);
        if (run < 0) continue;
        full.push(whole);
        relit.push(sum(again));
      }
      const stages = Object.fromEntries(
        Object.keys(full[0] ?? {}).map((stage) => [stage, median(full.map((ms) => ms[stage as Stage] ?? 0))]),
      );
      timings.push({
        size,
        sample: name.slice(0, -4),
        stages,
        total: median(full.map(sum)),
        relight: median(relit),
      });
    }
  return timings;
}

function sum(ms: Picture['ms']): number {
  return Object.values(ms).reduce((total, each) => total + each, 0);
}

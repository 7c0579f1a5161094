// Frames that are edited once a run → milliseconds from the changed drawing to the draft's pixels, as a
// distribution, and per stage.
import { readdir, readFile } from 'node:fs/promises';
import { openPipeline, type Drafted, type Pipeline } from '../src/core/pipeline.ts';
import type { Stage } from '../src/core/picture.ts';
import { isRefusal, PLAIN, type Settings, type Sketch } from '../src/core/sketch.ts';
import { busy } from './busy.ts';
import type { Opened } from './engine.ts';
import { sneaker } from './sneaker.ts';

export interface Spread {
  what: string;
  /** Milliseconds of every run, sorted. */
  times: number[];
  /** The same of the processor's time alone. */
  busy: number[];
  /** Of the processor's time, per stage. */
  stages: Partial<Record<Stage, number[]>>;
}

const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };

/** A draft as the panel asks for it; throws where there is none. */
export async function draft(pipeline: Pipeline, sketch: Sketch, settings: Settings): Promise<Drafted> {
  const made = await pipeline.draft(sketch, settings, watch);
  if (isRefusal(made)) throw new Error(`${sketch.name}: ${made.refused} ${made.detail ?? ''}`);
  return made;
}

/** The sneaker first, then the samples, whose edit is a point moved a little: a path's first coordinate. */
export async function frames(seed: number): Promise<{ name: string; at: (edits: number) => string }[]> {
  const names = (await readdir('samples')).filter((name) => name.endsWith('.svg')).sort();
  const samples = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(`samples/${name}`, 'utf8');
      const at = (edits: number): string =>
        svg.replace(
          /( d="M)(-?[\d.]+)/,
          (_, head: string, x: string) => head + (Number(x) + 0.02 * edits).toFixed(2),
        );
      return { name: name.slice(0, -4), at };
    }),
  );
  return [{ name: 'sneaker, 100 paths', at: (edits) => sneaker(seed, edits) }, ...samples];
}

export async function timeEdits({ engine, cards }: Opened, runs: number, seed: number): Promise<Spread[]> {
  const spreads: Spread[] = [];
  for (const { name, at } of await frames(seed)) {
    const pipeline = openPipeline({ ...engine, now: busy }, cards);
    const settings: Settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, seed };
    const spread: Spread = { what: name, times: [], busy: [], stages: {} };
    // Two rounds warm up and are not counted.
    for (let run = -2; run < runs; run++) {
      const sketch = { id: '1:2', name, svg: at(run + 2) };
      const began = [performance.now(), busy()] as const;
      const { shown } = await draft(pipeline, sketch, settings);
      if (run < 0) continue;
      note(spread, began);
      for (const [stage, ms] of Object.entries(shown.ms)) (spread.stages[stage as Stage] ??= []).push(ms);
    }
    spreads.push(sorted(spread));
  }
  return spreads;
}

export function note({ times, busy: own }: Spread, [wall, processor]: readonly [number, number]): void {
  times.push(performance.now() - wall);
  own.push(busy() - processor);
}

export function sorted(spread: Spread): Spread {
  for (const times of [spread.times, spread.busy]) times.sort((a, b) => a - b);
  return spread;
}

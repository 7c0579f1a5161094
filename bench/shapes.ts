// Drawings of 100, 1,000 and 10,000 shapes in → median milliseconds of processor time of each stage: none may
// grow faster than the shapes do.
import { openPipeline } from '../src/core/pipeline.ts';
import type { Picture } from '../src/core/picture.ts';
import { isRefusal, PLAIN, type Settings } from '../src/core/sketch.ts';
import { busy } from './busy.ts';
import type { Opened } from './engine.ts';
import { median } from './median.ts';
import { randomFrom } from './random.ts';

const COUNTS = [100, 1000, 10_000];
const SIDE = 1000;

export interface ShapeTiming {
  shapes: number;
  /** Milliseconds. */
  stages: Picture['ms'];
}

const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };

export async function timeShapes(
  { engine, cards }: Opened,
  runs: number,
  seed: number,
): Promise<ShapeTiming[]> {
  const settings: Settings = {
    ...PLAIN,
    model: cards.model.id,
    studio: cards.light.defaultStudio,
    size: 512,
  };
  const timings: ShapeTiming[] = [];
  for (const shapes of COUNTS) {
    const svg = tiles(shapes, seed);
    const taken: Picture['ms'][] = [];
    for (let run = -1; run < runs; run++) {
      const pipeline = openPipeline({ ...engine, now: busy }, cards);
      const made = await pipeline.realize({ id: 'tiles', name: 'tiles', svg }, settings, watch);
      if (isRefusal(made)) throw new Error(`${shapes} shapes: ${made.refused} ${made.detail ?? ''}`);
      if (run >= 0) taken.push(made.picture.ms);
    }
    const names = Object.keys(taken[0] ?? {}) as (keyof Picture['ms'])[];
    const stages = Object.fromEntries(names.map((name) => [name, median(taken.map((ms) => ms[name] ?? 0))]));
    timings.push({ shapes, stages });
  }
  return timings;
}

/** A board of `count` bent tiles, each in a colour of its own and with a line around it. */
function tiles(count: number, seed: number): string {
  const random = randomFrom(seed);
  const across = Math.ceil(Math.sqrt(count));
  const step = SIDE / across;
  const paths = Array.from({ length: count }, (_, i) => {
    const [x, y] = [(i % across) * step, Math.floor(i / across) * step];
    const [w, bend] = [0.9 * step, 0.2 * step * random()];
    const colour = Math.floor(0xffffff * random())
      .toString(16)
      .padStart(6, '0');
    const d = `M${x.toFixed(2)} ${y.toFixed(2)}h${w.toFixed(2)}q${bend.toFixed(2)} ${(w / 2).toFixed(2)} 0 ${w.toFixed(2)}h${(-w).toFixed(2)}z`;
    return `<path d="${d}" fill="#${colour}" stroke="#222" stroke-width="${(0.05 * step).toFixed(2)}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${paths.join('')}</svg>`;
}

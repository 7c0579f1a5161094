// A light that turns a little every time → milliseconds a draft of the same drawing, and how many a second
// that makes.
import { openPipeline } from '../src/core/pipeline.ts';
import { PLAIN, type Settings } from '../src/core/sketch.ts';
import { busy } from './busy.ts';
import { draft, frames, note, sorted, type Spread } from './edit.ts';
import type { Opened } from './engine.ts';

export async function timeDrags({ engine, cards }: Opened, runs: number, seed: number): Promise<Spread[]> {
  const spreads: Spread[] = [];
  for (const { name, at } of await frames(seed)) {
    const pipeline = openPipeline(engine, cards);
    const sketch = { id: '1:2', name, svg: at(0) };
    const spread: Spread = { what: name, times: [], busy: [], stages: {} };
    for (let run = -2; run < runs; run++) {
      const light = { azimuth: 5 * run, elevation: run % 7 };
      const settings: Settings = {
        ...PLAIN,
        model: cards.model.id,
        studio: cards.light.defaultStudio,
        seed,
        light,
      };
      const began = [performance.now(), busy()] as const;
      await draft(pipeline, sketch, settings);
      if (run >= 0) note(spread, began);
    }
    spreads.push(sorted(spread));
  }
  return spreads;
}

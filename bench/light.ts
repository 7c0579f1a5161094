// The built bundle's worker, once with the light on WASM and once on WebGL, in one page of a browser whose
// graphics card is made of software, turn by turn → milliseconds of the light's stage for a turned light on
// drawings whose form is known.
import { readFile } from 'node:fs/promises';
import { PLAIN, type Settings } from '../src/core/sketch.ts';
import { openBareWorker } from '../tests/e2e/bare-worker.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';

export interface Lit {
  what: string;
  /** Of each run, in the order in which they were made. */
  wasm: number[];
  webgl: number[];
}

const SAMPLES = ['mug', 'car', 'bottle'] as const;
/** Degrees between one run and the next. */
const TURN = 17;

export async function timeLight(runs: number, samples: readonly string[] = SAMPLES): Promise<Lit[]> {
  const browser = await launchBrowser({ webgl: true });
  try {
    const worker = await openBareWorker(browser);
    await worker.open('wasm', 'WASM');
    await worker.open('webgl', 'WebGL');
    const results: Lit[] = [];
    for (const name of samples) {
      const sketch = { id: name, name, svg: await readFile(`samples/${name}.svg`, 'utf8') };
      const times: Lit = { what: `${name}, 1024`, wasm: [], webgl: [] };
      // The first finds the form and is not counted.
      for (let run = -1; run < runs; run++)
        for (const on of run % 2 === 0 ? (['wasm', 'webgl'] as const) : (['webgl', 'wasm'] as const)) {
          const light = { azimuth: TURN * (run + 1), elevation: 0 };
          const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024, light };
          const { ms } = await worker.realize(on, sketch, settings);
          if (run >= 0) times[on].push(ms);
        }
      results.push(times);
    }
    return results;
  } finally {
    await browser.close();
  }
}

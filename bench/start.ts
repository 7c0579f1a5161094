// The built plugin in the playground, in a fresh page each time → milliseconds from the click in the menu to a picture.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Site from '../host/serve.mjs';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground, type Playground } from '../tests/e2e/desk.ts';
import { median } from './median.ts';
import type { Timing } from './networks.ts';

const DRAWING = 'Mug';

export async function timeStart(runs: number): Promise<Timing[]> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  const time = async (work: (desk: Playground) => Promise<void>): Promise<number> => {
    const desk = await openPlayground(browser, site.url);
    await desk.select(DRAWING);
    const began = performance.now();
    await work(desk);
    const took = performance.now() - began;
    await desk.page.close();
    return took;
  };
  const placed: number[] = [];
  const shown: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      placed.push(
        await time(async (desk) => {
          await desk.start('realize');
          await desk.closed();
        }),
      );
      shown.push(
        await time(async (desk) => {
          await desk.start('open');
          const window = await desk.window();
          await window.getByText(/^(WASM|WebGPU) · \d+ ms$/).waitFor();
        }),
      );
    }
  } finally {
    await browser.close();
    await site.close();
  }
  const timing = (what: string, times: readonly number[]): Timing => ({
    what,
    ms: median(times),
    best: Math.min(...times),
  });
  return [
    timing(`Realize sketch → picture placed (${DRAWING}, 1024 px)`, placed),
    timing(`Open Realize… → preview shown (${DRAWING}, 512 px)`, shown),
  ];
}

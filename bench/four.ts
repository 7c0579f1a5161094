// The built plugin's Explore tab → milliseconds from the click to the first and the last tile, with workers
// to be opened and with workers that know the drawing, and what four and nine pictures side by side hold of
// memory. The browser's clock.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import type * as Site from '../host/serve.mjs';
import { EXPLORE, PANEL } from '../src/words.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground } from '../tests/e2e/desk.ts';
import { sharp } from '../tests/e2e/preview.ts';
import { median } from './median.ts';
import { openScale } from './memory.ts';

export interface Grid {
  what: string;
  /** Medians, ms. */
  first: number;
  last: number;
  /** Workers that run, the panel's own among them. */
  workers: number;
  /** Megabytes of the process that page, frames and workers share. */
  memory: number;
}

const DRAWING = 'Mug';

export async function timeFour(runs: number): Promise<Grid[]> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const cold: Tiles[] = [];
    const four: Tiles[] = [];
    const nine: Tiles[] = [];
    const grids: Grid[] = [];
    for (let run = 0; run < runs; run++) {
      const desk = await openPlayground(browser, site.url, { frame: 'data' });
      const scale = await openScale(browser, desk.page);
      await desk.select(DRAWING);
      await desk.start('open');
      const window = await desk.window();
      await sharp(window, DRAWING);
      const weigh = async () => ({
        workers: desk.page.workers().length,
        memory: (await scale.weigh()).process,
      });
      cold.push(await tiles(window, 4, `.tabs input[value="${PANEL.tab.explore}"]`));
      const few = await weigh();
      four.push(await tiles(window, 4, '.explore-foot button'));
      // The first four of nine are the four: they need not be made again.
      await window.evaluate(() =>
        document.querySelector<HTMLElement>('input[name="count"][value="9"]')?.click(),
      );
      await window.waitForFunction(() => document.querySelectorAll('.tile canvas').length === 9);
      nine.push(await tiles(window, 9, '.explore-foot button'));
      const more = await weigh();
      await desk.page.close();
      if (run < runs - 1) continue;
      const row = (what: string, all: Tiles[], weight: typeof few): Grid => ({
        what,
        first: median(all.map((each) => each.first)),
        last: median(all.map((each) => each.last)),
        ...weight,
      });
      grids.push(row(`${EXPLORE.grid}: 4 of ${DRAWING}, workers to be opened`, cold, few));
      grids.push(row(`${EXPLORE.grid}: 4, workers that know it`, four, few));
      grids.push(row(`${EXPLORE.grid}: 9, workers that know it`, nine, more));
    }
    return grids;
  } finally {
    await browser.close();
    await site.close();
  }
}

type Tiles = Pick<Grid, 'first' | 'last'>;

/** Presses what `press` names, once nothing runs any more, and waits for as many new tiles. */
async function tiles(window: Frame, count: number, press: string): Promise<Tiles> {
  await window.waitForFunction(() => !document.querySelector('.tiles[aria-busy="true"]'));
  return window.evaluate(
    ({ count, press }) =>
      new Promise<Tiles>((done, fail) => {
        const button = document.querySelector<HTMLElement>(press);
        if (!button) return fail(new Error(`saw no ${press}`));
        // A tile keeps its old picture until its new one is there: a sum over its pixels tells them apart.
        const sums = () =>
          Array.from(document.querySelectorAll<HTMLCanvasElement>('.tile canvas'), (tile) => {
            const pixels = tile.getContext('2d')?.getImageData(0, 0, tile.width, tile.height).data ?? [];
            let sum = tile.width;
            for (let i = 0; i < pixels.length; i += 41) sum = (sum * 31 + pixels[i]!) % 1_000_003;
            return sum;
          });
        const old = sums();
        const began = performance.now();
        let first = 0;
        const look = () => {
          const fresh = sums().filter((sum, tile) => sum !== old[tile]).length;
          if (fresh > 0) first ||= performance.now() - began;
          if (fresh < count) return requestAnimationFrame(look);
          done({ first, last: performance.now() - began });
          return 0;
        };
        button.click();
        look();
      }),
    { count, press },
  );
}

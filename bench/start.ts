// The built plugin in the playground, in a fresh page each time → milliseconds from the click in the menu to
// a picture.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type * as Site from '../host/serve.mjs';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground, type Playground } from '../tests/e2e/desk.ts';
import { median } from './median.ts';
import type { Timing } from './networks.ts';
import { CLICK, END, traced, type Span } from './timeline.ts';

const DRAWING = 'Mug';

const WAYS = [
  {
    what: `Realize sketch → picture placed (${DRAWING}, 1024 px)`,
    work: async (desk: Playground): Promise<void> => {
      await desk.start('realize');
      await desk.closed();
    },
  },
  {
    what: `Open Realize… → preview shown (${DRAWING}, 512 px)`,
    work: async (desk: Playground): Promise<void> => {
      await desk.start('open');
      const window = await desk.window();
      await window.getByText(/^(WASM|WebGPU) · \d+ ms$/).waitFor();
    },
  },
] as const;

export async function timeStart(runs: number): Promise<Timing[]> {
  return inBrowser(async (desk) => {
    const times = WAYS.map((): number[] => []);
    for (let run = 0; run < runs; run++)
      for (const [i, { work }] of WAYS.entries())
        times[i]!.push(
          await desk(async (playground) => {
            const began = performance.now();
            await work(playground);
            return performance.now() - began;
          }),
        );
    return WAYS.map(({ what }, i) => ({ what, ms: median(times[i]!), best: Math.min(...times[i]!) }));
  });
}

/** Of `runs` the one that took the median time, spans and all. */
export async function traceStart(runs: number): Promise<{ what: string; spans: Span[] }[]> {
  return inBrowser(async (desk, browser) => {
    const traces = WAYS.map((): Span[][] => []);
    for (let run = 0; run < runs; run++)
      for (const [i, { work }] of WAYS.entries())
        traces[i]!.push(
          await desk(({ page, ...playground }) =>
            traced(browser, async () => {
              await page.evaluate((name) => void performance.mark(name), CLICK);
              await work({ page, ...playground });
              await page.evaluate((name) => void performance.mark(name), END);
            }),
          ),
        );
    const endOf = (spans: readonly Span[]): number =>
      spans.find(({ name }) => name === END)?.from ?? Infinity;
    return WAYS.map(({ what }, i) => {
      const sorted = traces[i]!.sort((a, b) => endOf(a) - endOf(b));
      return { what, spans: sorted[Math.floor((sorted.length - 1) / 2)]! };
    });
  });
}

type OnDesk = <T>(work: (desk: Playground) => Promise<T>) => Promise<T>;

/** `desk` opens a fresh page with the drawing selected, and closes it. */
async function inBrowser<T>(work: (desk: OnDesk, browser: Browser) => Promise<T>): Promise<T> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    return await work(async (inside) => {
      const desk = await openPlayground(browser, site.url);
      await desk.select(DRAWING);
      const value = await inside(desk);
      await desk.page.close();
      return value;
    }, browser);
  } finally {
    await browser.close();
    await site.close();
  }
}

// Thirty drawings selected in the built panel, "Place all" pressed → how long it takes, in all and for each,
// and what memory the page and its worker hold on the way: flat, if nothing is kept.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Desk } from '../host/playground/desk.ts';
import type * as Site from '../host/serve.mjs';
import { MANY } from '../src/words.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground } from '../tests/e2e/desk.ts';
import { hidePictures } from './hidden.ts';
import { openScale, type Memory } from './memory.ts';
import { sneaker } from './sneaker.ts';

export interface Thirty {
  frames: number;
  placed: number;
  /** ms, with the memory's weighing left out. */
  total: number;
  /** ms, sorted. */
  each: number[];
  /** Megabytes after every fifth drawing. */
  memory: Memory[];
}

type Inside = typeof globalThis & { playground: Promise<Desk> };

const FRAMES = 30;
const WEIGHED = 5;

export async function timeThirty(seed: number): Promise<Thirty> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const desk = await openPlayground(browser, site.url, { frame: 'data' });
    desk.page.setDefaultTimeout(600_000);
    const scale = await openScale(browser, desk.page);
    await hidePictures(desk.page);
    const names = Array.from({ length: FRAMES }, (_, i) => `Sneaker ${i + 1}`);
    await desk.page.setInputFiles(
      'input[type=file]',
      names.map((name, i) => ({
        name: `${name}.svg`,
        mimeType: 'image/svg+xml',
        buffer: Buffer.from(sneaker(seed + i, 0)),
      })),
    );
    const drawn = () =>
      desk.page.evaluate(async () => {
        const { store } = await (globalThis as Inside).playground;
        const layers = store.get(store.currentPage).children.map((id) => store.get(id).props['name']);
        return layers.filter((name) => typeof name === 'string' && name.startsWith('Sneaker ')).length;
      });
    while ((await drawn()) < FRAMES) await desk.page.waitForTimeout(50);
    await desk.select(...names);
    await desk.start('open');
    const window = await desk.window();
    await window.getByRole('button', { name: MANY.start(FRAMES) }).click();
    const each: number[] = [];
    const memory: Memory[] = [];
    let began = performance.now();
    for (let done = 1; done <= FRAMES; done++) {
      const next =
        done < FRAMES
          ? window.getByText(MANY.running(done, FRAMES, names[done]!))
          : window.locator('.many-end');
      await next.waitFor();
      each.push(performance.now() - began);
      if (done % WEIGHED === 0) memory.push(await scale.weigh());
      began = performance.now();
    }
    const placed = await made(desk.page);
    return {
      frames: FRAMES,
      placed,
      total: each.reduce((sum, ms) => sum + ms, 0),
      each: each.sort((a, b) => a - b),
      memory,
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** How many pictures of ours stand on the page. */
function made(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { store } = await (globalThis as Inside).playground;
    return store.get(store.currentPage).children.filter((id) => store.get(id).pluginData['made']).length;
  });
}

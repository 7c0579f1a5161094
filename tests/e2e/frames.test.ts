import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../host/serve.mjs';
import { launchBrowser } from './browser.ts';
import { openPlayground, type Options } from './desk.ts';

let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  site = await serve({ port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** How Figma may hold the window, and what may be forbidden there: PLATFORM.md. */
const HOLDS: [string, Options][] = [
  ['a data: frame without sandbox', { frame: 'data' }],
  ['a sandboxed data: frame', { frame: 'sandboxed' }],
  ['a sandboxed srcdoc frame, secure', { frame: 'srcdoc' }],
  ['no blob: worker: a data: worker does it', { frame: 'sandboxed', policy: 'worker-data' }],
  ["no worker at all: the frame's own thread does it", { frame: 'sandboxed', policy: 'worker-none' }],
  ['inline scripts only', { frame: 'data', policy: 'strict' }],
  ['FigJam', { editor: 'figjam' }],
];

describe('the window, however Figma holds it', () => {
  it.each(HOLDS)('%s', async (_, options) => {
    const desk = await openPlayground(browser, site.url, options);
    await desk.remember({ model: 'realize', studio: 'soft', size: 512, seed: 1, shadow: true });
    await desk.select('Mug');
    await desk.start('realize');
    expect(await desk.closed()).toBe('Realized: Mug');
    expect((await desk.pictures()).map(({ made }) => made.runtime)).toEqual(['WASM']);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });
});

// What breaks under the panel, through the real bundle: the user gets the right picture or one sentence, and
// no worker stays.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reason } from '../../src/core/sketch.ts';
import { withWebgpu } from '../../esbuild.config.mjs';
import { serve } from '../../host/serve.mjs';
import { sentence, WEBGPU } from '../../src/words.ts';
import { launchBrowser } from './browser.ts';
import { openPlayground } from './desk.ts';
import { useSite } from './site.ts';

const site = useSite();
/** A worker that is silent is waited for as long as this machine may need, twice. */
const PATIENT = 300_000;
/**
 * Rows that wait for silence, or compute on a graphics card made of software: `SLOW=1 npx vitest run
 * --project e2e tests/e2e/engine.test.ts`.
 */
const slow = it.runIf(process.env['SLOW'] === '1');

/** One click with trouble on its way: what was said, what stands. */
async function realize(fault: string) {
  const desk = await openPlayground(site.pages, site.url, { size: 512, ...(fault !== '' && { fault }) });
  await desk.select('Mug');
  await desk.start('realize');
  const said = await desk.closed();
  const pictures = await desk.pictures();
  const trouble = await desk.trouble();
  await vi.waitUntil(() => desk.page.workers().length === 0, { timeout: 20_000 });
  await desk.page.close();
  return { said, trouble, png: pictures[0]?.png, pictures: pictures.length };
}

describe('a worker that breaks', () => {
  let right: Awaited<ReturnType<typeof realize>>;
  beforeAll(async () => {
    right = await realize('');
    expect(right).toMatchObject({ said: 'Realized: Mug', pictures: 1 });
  });

  it.each([
    ['throws in the midst of a job', 'worker-crashed:2'],
    ['is gone without a word', 'worker-killed:2'],
    ['has no memory left', 'wasm-out-of-memory'],
  ])(
    '%s: another one makes the same picture',
    async (_what, fault) => {
      expect(await realize(fault)).toEqual(right);
    },
    PATIENT,
  );

  const nothing = async (fault: string, refused: Reason) =>
    expect(await realize(fault)).toMatchObject({ said: sentence({ refused }), pictures: 0, trouble: [] });

  it(
    'no memory on a fresh one either: one sentence, and nothing on the canvas',
    () => nothing('wasm-out-of-memory×9', 'out-of-memory'),
    PATIENT,
  );

  slow('no answer twice: the same', () => nothing('worker-hangs:2×9', 'runtime-hangs'), PATIENT);
});

describe('a graphics card that is not to be trusted', () => {
  // What Figma gets has no runtime for WebGPU: its frame is no secure context.
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await launchBrowser({ webgpu: true });
    const html = await withWebgpu(readFileSync('dist/ui.html', 'utf8'), true);
    served = await serve({ port: 0, html });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** Opens the panel with such a card, and waits until it has been tried. */
  async function tried(fault: string, verdict: string | RegExp): Promise<void> {
    const desk = await openPlayground(browser, served.url, { frame: 'srcdoc', fault, size: 512 });
    await desk.select('Mug');
    await desk.start('open');
    const window = await desk.window();
    const ran = window.locator('[title*="WebGPU:"]');
    await ran.waitFor();
    expect(await ran.getAttribute('title')).toMatch(verdict);
    expect(await ran.textContent()).toMatch(/^WASM/);
    await expect.poll(() => desk.page.workers().length, { timeout: 20_000 }).toBe(1);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  }

  it(
    'one that is taken away: WASM goes on',
    () => tried('gpu-lost×9', /cannot be used here: .*lost/),
    PATIENT,
  );
  slow(
    'one that computes wrongly',
    () => tried('gpu-wrong×9', /draws otherwise, off by \d+\.\d of/),
    PATIENT,
  );
  slow('one that never answers', () => tried('gpu-hangs×9', WEBGPU.hangs), PATIENT);
});

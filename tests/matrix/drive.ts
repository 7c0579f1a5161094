// A browser page that runs rows of the matrix. In: a folder with the built plugin, rows. Out: what was seen
// of each.
// Everything is served from memory at an address that nobody listens on; whatever else is asked for counts as
// a request.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { readEngines } from '../../host/engines.mjs';
import { LOADING, STAGES } from '../../src/words.ts';
import { moduleIn } from '../e2e/compiled.ts';
import type { Bench } from './page.ts';
import { faultOf, type Row } from './rows.ts';
import type { Seen } from './seen.ts';

const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';
const HOME = 'http://127.0.0.1:9/';
/**
 * Nobody waits longer than this for one picture on a busy machine, ms; for 30 of them, or 5,000 layers, so
 * many times.
 */
const LIMIT = 240_000;
const PATIENT: Record<string, number> = { thirty: 4, screen: 2 };
/**
 * A window that has answered so many looks, one after another, and in which nothing has moved, has come to a
 * stand. It cannot answer while its own thread computes.
 */
const STILL_LOOKS = 25;
const LOOK_EVERY = 400;
/** What a window says that is at work, however long it takes. */
const BUSY = new RegExp([...Object.values(LOADING), ...Object.values(STAGES)].join('|'));
const NOTHING = '(nothing)';
/** For what takes no time but the machine's. */
const PATIENCE = 30_000;

export type Files = ReadonlyMap<string, { body: Buffer; contentType: string }>;

/** `dist`: where code.js and ui.html were built to; `manifest`: the file of that name. */
export async function readFiles(dist: string, manifest = 'manifest.json'): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    define: { 'import.meta.url': `"${HOME}"` },
    logLevel: 'warning',
  });
  const { quickjs, resvg } = await readEngines();
  const file = async (name: string): Promise<Buffer> => readFile(join(dist, name));
  const [ort, ui] = await Promise.all([readFile(ORT), file('ui.html')]);
  // An older build opens the whole runtime alone.
  const prepared = moduleIn(ui.toString(), 'prepared') ?? ort;
  const html =
    '<!doctype html><meta charset="utf-8"><title>matrix</title><body><script src="page.js"></script>';
  return new Map([
    ['', { body: Buffer.from(html), contentType: 'text/html' }],
    ['page.js', { body: Buffer.from(outputFiles[0]!.contents), contentType: 'text/javascript' }],
    ['code.js', { body: await file('code.js'), contentType: 'text/javascript' }],
    ['ui.html', { body: ui, contentType: 'text/html' }],
    ['manifest.json', { body: await readFile(manifest), contentType: 'application/json' }],
    ['quickjs.wasm', { body: Buffer.from(quickjs), contentType: 'application/wasm' }],
    ['resvg.wasm', { body: Buffer.from(resvg), contentType: 'application/wasm' }],
    ['ort.wasm', { body: ort, contentType: 'application/wasm' }],
    ['prepared.wasm', { body: prepared, contentType: 'application/wasm' }],
  ]);
}

type Inside = typeof globalThis & { bench: Promise<Bench> };

export interface Driver {
  run(row: Row): Promise<Seen>;
  close(): Promise<void>;
}

export async function openDriver(browser: Browser, files: Files): Promise<Driver> {
  const page = await browser.newPage({ viewport: { width: 640, height: 700 } });
  page.setDefaultTimeout(LIMIT); // Playwright's 30 s is what a busy machine may need for one start
  let asked: string[] = [];
  let errors: string[] = [];
  await page.route(`${HOME}**`, (route) => {
    const found = files.get(route.request().url().slice(HOME.length));
    return found ? route.fulfill(found) : route.abort();
  });
  await page.goto(HOME);
  await page.evaluate(async () => void (await (globalThis as Inside).bench));
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));

  return {
    close: () => page.close(),
    async run(row) {
      [asked, errors] = [[], []];
      const began = performance.now();
      await page.evaluate(async (given) => (await (globalThis as Inside).bench).begin(given, 'realize'), row);
      const { end, window } = await follow(page, row);
      const seen = await page.evaluate(async () => (await (globalThis as Inside).bench).look());
      return {
        ...seen,
        end,
        window,
        workers: await workersLeft(page),
        errors: [...seen.errors, ...errors],
        asked: [...seen.asked, ...asked],
        ms: Math.round(performance.now() - began),
      };
    },
  };
}

/**
 * Waits for the end. A window that has come to a stand is cancelled as a user would; one that hears nothing
 * is closed.
 */
async function follow(page: Page, row: Row): Promise<Pick<Seen, 'end' | 'window'>> {
  const fault = faultOf(row);
  const mayStand = /-(lost|malformed)$/.test(fault);
  const limit = LIMIT * (PATIENT[row.kind] ?? 1);
  const closed = (ms: number): Promise<boolean> =>
    page.evaluate(async (ms) => (await (globalThis as Inside).bench).closed(ms), ms);
  const began = performance.now();
  let [before, looks] = ['', 0];
  while (performance.now() - began < limit) {
    if (await closed(LOOK_EVERY)) return { end: 'closed', window: '' };
    if (!mayStand) continue;
    const now = await sight(page);
    if (now !== before || BUSY.test(now)) [before, looks] = [now, 0];
    else if ((looks += 1) >= STILL_LOOKS) break;
  }
  const window = (await words(page)) || NOTHING;
  const button = pluginFrame(page)?.getByRole('button', { name: 'Cancel' });
  await button?.click({ timeout: window === NOTHING ? 500 : PATIENCE }).catch(() => undefined); // without a button it is stuck, as is told below
  if (await closed(window === NOTHING ? 500 : PATIENCE)) return { end: 'cancelled', window };
  await page.evaluate(async () => (await (globalThis as Inside).bench).close());
  return { end: 'stuck', window };
}

/**
 * The innermost frame: the one that holds ui.html. The window is the first child of the page, a stranger
 * comes after it.
 */
function pluginFrame(page: Page): Frame | undefined {
  let frame = page.mainFrame().childFrames()[0];
  for (let next = frame; next; next = next.childFrames()[0]) frame = next;
  return frame;
}

async function words(page: Page): Promise<string> {
  const frame = pluginFrame(page);
  return (
    (await frame?.evaluate(() => document.getElementById('panel')?.innerText ?? '').catch(() => '')) ?? ''
  );
}

/** What would differ if anything moved: words, progress, messages. */
async function sight(page: Page): Promise<string> {
  const frame = pluginFrame(page);
  const inside = await frame
    ?.evaluate(() => document.getElementById('panel')?.innerHTML ?? '')
    .catch(() => '');
  return `${await page.evaluate(async () => (await (globalThis as Inside).bench).messages())} ${inside}`;
}

/** Frames take their workers with them; the browser may need a moment to tell. */
async function workersLeft(page: Page): Promise<number> {
  for (let look = 0; look < PATIENCE / 50 && page.workers().length > 0; look += 1)
    await new Promise((done) => setTimeout(done, 50));
  return page.workers().length;
}

// The built plugin's panel beside a frame that is edited, and lit → milliseconds from each edit to the draft
// that shows it, from each turn of the light to its draft, and of the host's own frames meanwhile. The
// browser's clock; sorted.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import type * as Site from '../host/serve.mjs';
import type { Desk } from '../host/playground/desk.ts';
import { PANEL } from '../src/words.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground, type Playground } from '../tests/e2e/desk.ts';
import { sharp } from '../tests/e2e/preview.ts';
import { sneaker } from './sneaker.ts';

export interface Times {
  what: string;
  times: number[];
}

const NAME = 'Sneaker';
/** Of them one layer is moved by a pixel, to and fro. */
const LAYER = 'leather stripe';
/** Ms of dragging, and between two moves of the hand: a mouse tells 60 a second. */
const DRAG = { lasts: 4000, every: 16 };
const WARM_UP = 2;

type Inside = typeof globalThis & { playground: Promise<Desk>; hostFrames: number[]; paints: number[] };

export async function timeLive(runs: number, seed: number): Promise<Times[]> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const desk = await openPlayground(browser, site.url);
    await desk.page.setInputFiles('input[type=file]', [
      { name: `${NAME}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from(sneaker(seed, 0)) },
    ]);
    await desk.select(NAME);
    await desk.start('open');
    const window = await desk.window();
    await sharp(window, NAME);
    await watchPaints(window);
    await watchFrames(desk);
    const edits = await timeEdits(desk, window, runs);
    const turns = await timeDrag(desk, window);
    const frames = await desk.page.evaluate(() => (globalThis as Inside).hostFrames);
    return [
      { what: `edit of ${NAME}, 100 paths, to its draft in the panel`, times: sorted(edits) },
      { what: 'between two drafts while the light is dragged', times: sorted(turns) },
      { what: 'between two frames of the host meanwhile', times: sorted(frames) },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

/** Notes in the panel's frame when something new is painted; on the clock that all frames share. */
async function watchPaints(window: Frame): Promise<void> {
  await window.evaluate(() => {
    const paints: number[] = ((globalThis as Inside).paints = []);
    const { prototype } = CanvasRenderingContext2D;
    const draw = Object.getOwnPropertyDescriptor(prototype, 'drawImage')?.value as (
      ...all: unknown[]
    ) => void;
    prototype.drawImage = function (this: CanvasRenderingContext2D, ...all: unknown[]) {
      draw.apply(this, all);
      if (this.canvas.getAttribute('role') === 'img') paints.push(performance.timeOrigin + performance.now());
    };
  });
}

async function watchFrames(desk: Playground): Promise<void> {
  await desk.page.evaluate(() => {
    const frames: number[] = ((globalThis as Inside).hostFrames = []);
    const note = (before: number, now: number): void => {
      frames.push(now - before);
      requestAnimationFrame((next) => note(now, next));
    };
    requestAnimationFrame((first) => requestAnimationFrame((next) => note(first, next)));
  });
}

async function timeEdits(desk: Playground, window: Frame, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const began = await desk.page.evaluate(
      async ({ name, layer, by }) => {
        const { store } = await (globalThis as Inside).playground;
        const below = (id: string): string[] =>
          store.get(id).children.flatMap((child) => [child, ...below(child)]);
        const named = (ids: readonly string[], wanted: string): string | undefined =>
          ids.find((id) => store.get(id).props['name'] === wanted);
        const frame = named(store.get(store.currentPage).children, name);
        const part = frame && named(below(frame), layer);
        if (!part) throw new Error(`no layer ${layer} in ${name}`);
        const [[a, b, x], second] = store.get(part).props['relativeTransform'] as [
          [number, number, number],
          [number, number, number],
        ];
        store.write(part, { relativeTransform: [[a, b, x + by], second] });
        store.commit();
        return performance.timeOrigin + performance.now();
      },
      { name: NAME, layer: LAYER, by: run % 2 === 0 ? 1 : -1 },
    );
    const painted = await window.waitForFunction(
      (since) => (globalThis as Inside).paints.find((at) => at > since) ?? null,
      began,
    );
    if (run >= 0) times.push(((await painted.jsonValue()) ?? 0) - began);
    // Still again: the next edit finds nothing that runs.
    await sharp(window, NAME);
  }
  return times;
}

async function timeDrag(desk: Playground, window: Frame): Promise<number[]> {
  const box = await window.getByRole('slider', { name: PANEL.turnLight }).boundingBox();
  if (!box) throw new Error('there is nothing to drag');
  const { mouse } = desk.page;
  await mouse.move(box.x + 8, box.y + box.height / 2);
  await mouse.down();
  const from = await desk.page.evaluate(() => performance.timeOrigin + performance.now());
  const began = performance.now();
  for (let gone = 0; gone < DRAG.lasts; gone = performance.now() - began) {
    const along = 0.5 - 0.5 * Math.cos((2 * Math.PI * gone) / DRAG.lasts);
    await mouse.move(box.x + 8 + along * (box.width - 16), box.y + box.height / 2);
    await new Promise((done) => setTimeout(done, DRAG.every));
  }
  const until = await desk.page.evaluate(() => performance.timeOrigin + performance.now());
  await mouse.up();
  const all = await window.evaluate(() => (globalThis as Inside).paints);
  const paints = all.filter((at) => at > from && at < until);
  return paints.slice(1).map((at, i) => at - (paints[i] ?? at));
}

// The built plugin, used for so many runs in one session → memory on the way, and whether anything was left
// behind.
// Nine tenths in one window that stays: selections change, pictures are placed and undone. The rest: one
// click each.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import type * as Site from '../host/serve.mjs';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground, type Playground } from '../tests/e2e/desk.ts';
import { PLAIN } from '../src/core/sketch.ts';
import { PANEL } from '../src/words.ts';
import { hidePictures } from './hidden.ts';
import { openScale, type Scale } from './memory.ts';
import { growthOf, type Phase, type Sample, type Growth } from './growth.ts';
import { leftBehind, note, type Inside, type LeftBehind } from './left-behind.ts';

export interface Endurance extends LeftBehind {
  runs: number;
  minutes: number;
  samples: Sample[];
  growth: Growth[];
  /** Errors and refused requests. */
  trouble: string[];
}

const ONCE_SHARE = 0.1;
const SAMPLES = 30;
const DRAWINGS = ['Mug', 'Bottle', 'Watch', 'Lamp', 'Chair', 'Vase'];
const SMALL = { ...PLAIN, model: 'realize', studio: 'soft' };

export async function endure(runs: number, tell: (line: string) => void): Promise<Endurance> {
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  const site = await serve({ port: 0 });
  const browser = await launchBrowser();
  const began = performance.now();
  const samples: Sample[] = [];
  try {
    const desk = await openPlayground(browser, site.url, { frame: 'data' });
    const scale = await openScale(browser, desk.page);
    await desk.page.evaluate(async () => {
      const inside = globalThis as Inside;
      inside.opened = await inside.playground;
      inside.placed = new Set();
    });
    await hidePictures(desk.page);
    await desk.remember(SMALL);
    const once = Math.max(1, Math.round(runs * ONCE_SHARE));
    const told = { scale, samples, tell };
    await phase('panel', runs - once, told, await panelRuns(desk));
    await phase('once', once, told, (run) => onceRun(desk, run));
    const left = await leftBehind(desk);
    return {
      runs,
      minutes: (performance.now() - began) / 60_000,
      samples,
      growth: (['panel', 'once'] as const).flatMap((one) => growthOf(one, samples)),
      ...left,
      trouble: [...(await desk.trouble()), ...desk.asked],
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What weighs the page, and who is told. */
interface Told {
  scale: Scale;
  samples: Sample[];
  tell: (line: string) => void;
}

async function phase(
  name: Phase,
  runs: number,
  { scale, samples, tell }: Told,
  work: (run: number) => Promise<void>,
): Promise<void> {
  const every = Math.max(1, Math.floor(runs / SAMPLES));
  for (let run = 1; run <= runs; run += 1) {
    await work(run).catch((error: unknown) => {
      throw new Error(`${name}, run ${run}: ${String(error)}`);
    });
    if (run % every !== 0) continue;
    const memory = await scale.weigh();
    samples.push({ ...memory, phase: name, run });
    const { page, worker, process } = memory;
    tell(`${name} ${run}/${runs}  page ${page.toFixed(1)}  worker ${worker.toFixed(1)}  process ${process.toFixed(0)} MB`); // prettier-ignore
  }
}

/**
 * One window for all: the next drawing is selected, its picture awaited; every third is placed and taken back
 * again.
 */
async function panelRuns(desk: Playground): Promise<(run: number) => Promise<void>> {
  await desk.select();
  await desk.start('open');
  const window = await desk.window();
  return async (run) => {
    const drawing = DRAWINGS[run % DRAWINGS.length]!;
    await desk.select(drawing);
    await window.getByRole('heading', { name: drawing }).waitFor();
    await shown(window);
    if (run % 3 !== 0) return;
    await placeButton(window).click();
    // The picture is selected last, in the turn that closes its step of undo.
    await desk.page.waitForFunction(() => {
      const { store, selection } = (globalThis as Inside).opened; // a promise would be taken for a yes
      return selection.some((id) => store.get(id).pluginData['made']);
    });
    await note(desk);
    await desk.undo();
  };
}

async function onceRun(desk: Playground, run: number): Promise<void> {
  await desk.select(DRAWINGS[run % DRAWINGS.length]!);
  await desk.start('realize');
  const said = await desk.closed();
  if (!said?.startsWith('Realized')) throw new Error(`one click, run ${run}: ${said ?? 'nothing was said'}`);
  await note(desk);
  await desk.undo();
}

/** The full picture of what is selected is there, and can be placed. */
async function shown(window: Frame): Promise<void> {
  await window.getByText(/^(WASM|WebGPU) · \d+ ms$/).waitFor();
  await placeButton(window).and(window.locator(':enabled')).waitFor();
}

const placeButton = (window: Frame) =>
  window.getByRole('button', { name: PANEL.placeWhere.beside, exact: true });

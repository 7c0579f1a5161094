// The paper's U-Net-256 with seeded weights, 54 M in two files of 218 MB, as torch.onnx.export writes them →
// through the command line, and through the built panel: chosen, tried, picked by eye, placed; and through
// the panel's worker on WebGPU, on a graphics card made of software, where it has to paint as on the CPU.
// Seconds and peaks of memory. Needs a built dist/, 2 GB of /tmp and 6 of memory.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type * as Build from '../esbuild.config.mjs';
import type * as Site from '../host/serve.mjs';
import { MODELS, PANEL } from '../src/words.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground } from '../tests/e2e/desk.ts';
import { section, sharp } from '../tests/e2e/preview.ts';
import type { OnGpu } from './large-inside.ts';
import { peakMb } from './memory.ts';
import { writeInTwo } from './onnx.ts';
import { graphOfUnet256 } from './unet.ts';

export interface Large {
  what: string;
  /** Milliseconds of each step, in order. */
  steps: [name: string, ms: number][];
  /** The process that computes, its largest resident size, in megabytes. */
  peak: number;
  /** What became of it, in words. */
  said: string;
}

type Inside = typeof globalThis & {
  paintLarge: (files: readonly File[], patience: number) => Promise<OnGpu>;
};

const MODEL = 'g';
const DRAWING = 'Mug';
/** A graphics card made of software takes minutes for what a real one does in milliseconds. */
const PATIENT_MS = 30 * 60_000;
/** Told by the child itself as it ends; the kernel counts kilobytes. */
const PEAK = "process.on('exit', () => console.error(`peak ${process.resourceUsage().maxRSS}`))";

export async function tryLarge(seed: number): Promise<Large[]> {
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  const paths = [join(folder, `${MODEL}.onnx`), join(folder, `${MODEL}.onnx.data`)];
  const { onnx, data } = writeInTwo(graphOfUnet256(seed), `${MODEL}.onnx.data`);
  for (const [i, bytes] of [onnx, data].entries()) await writeFile(paths[i]!, bytes);
  // Not bundled: it finds dist/ by its own place.
  const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
  // Figma gets none with WebGPU.
  const { page } = (await import(pathToFileURL(resolve('esbuild.config.mjs')).href)) as typeof Build;
  const site = await serve({ port: 0, html: await page({ webgpu: true, quick: true }) });
  try {
    const found = [await onCommandLine(paths[0]!, folder)];
    for (const way of [inPanel, onGpu]) {
      const browser = await launchBrowser({ webgpu: way === onGpu });
      try {
        found.push(await way(browser, site.url, paths));
      } finally {
        await browser.close();
      }
    }
    return found;
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
}

async function onCommandLine(model: string, folder: string): Promise<Large> {
  const began = performance.now();
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(PEAK)}`],
    ...['src/cli/run.mjs', 'samples/mug.svg', '--model', model, '-o', join(folder, 'mug.png'), '--json'],
  ]);
  const told = JSON.parse(stdout) as { width: number; ms: { generate: number } };
  return {
    what: 'command line, WASM',
    steps: [
      ['whole command', performance.now() - began],
      ['network', told.ms.generate],
    ],
    peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024,
    said: `a picture of ${told.width} px`,
  };
}

async function inPanel(browser: Browser, url: string, paths: readonly string[]): Promise<Large> {
  const desk = await openPlayground(browser, url);
  await desk.select(DRAWING);
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, DRAWING);
  const steps: Large['steps'] = [];
  let began = performance.now();
  const step = (name: string): void => {
    steps.push([name, performance.now() - began]);
    began = performance.now();
  };
  await section(window, 'output');
  await window.getByRole('button', { name: PANEL.model }).click();
  await window.getByRole('menuitem', { name: MODELS.add }).click();
  await window.locator('.models input[type=file]').setInputFiles([...paths]);
  const tiles = window.getByRole('list', { name: MODELS.tiles }).getByRole('button', { disabled: false });
  await tiles.first().waitFor();
  step('first way tried');
  await tiles.nth(7).waitFor();
  step('all eight');
  await tiles.first().click();
  await window.getByText(MODELS.notKept(MODEL)).waitFor(); // larger than what the panel keeps
  await window.getByRole('button', { name: MODELS.back }).click();
  await sharp(window, DRAWING);
  step('in use, preview sharp');
  await window.getByRole('button', { name: PANEL.placeWhere.beside }).click();
  const used = async (): Promise<boolean> =>
    (await desk.pictures()).some(({ made }) => made.settings.model === `own-${MODEL}`);
  while (!(await used())) await desk.page.waitForTimeout(100);
  step('placed');
  const trouble = (await desk.trouble()).length;
  const peak = await peakMb(browser);
  await desk.page.close();
  return { what: 'panel, WASM', steps, peak, said: `placed, ${trouble} errors or requests` };
}

/**
 * In the panel's own frame. A page's input takes the files, as they are too large for a message to the
 * browser.
 */
async function onGpu(browser: Browser, url: string, paths: readonly string[]): Promise<Large> {
  const { outputFiles } = await build({
    entryPoints: ['bench/large-inside.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const desk = await openPlayground(browser, url, { frame: 'srcdoc' });
  await desk.select(DRAWING);
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, DRAWING);
  await window.evaluate(outputFiles[0]!.text);
  await window.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('input'), { type: 'file', id: 'large', multiple: true }),
    );
  });
  await window.locator('#large').setInputFiles([...paths]);
  const { proved, drafted, network, width } = await window.evaluate((patience) => {
    const { files } = document.getElementById('large') as HTMLInputElement;
    return (globalThis as Inside).paintLarge(Array.from(files ?? []), patience);
  }, PATIENT_MS);
  const peak = await peakMb(browser);
  await desk.page.close();
  return {
    what: 'panel’s worker, WebGPU by software',
    steps: [
      ['opened, and proved beside the CPU', proved],
      ['draft', drafted],
      ['network', network],
    ],
    peak,
    said: `a draft of ${width} px`,
  };
}

// The built bundle's worker, asked without the panel: its text and assets are taken out of dist/ui.html and handed to a page.
// In: a browser, where the light shall run. Out: what it answers, message by message, and its pictures.
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { insideScript } from '../../host/frame/inside.ts';
import type { Fault } from '../../host/faults/faults.ts';
import type { Settings, Sketch } from '../../src/core/sketch.ts';
import type { Assets, Want, WorkerToUi } from '../../src/protocol/worker.ts';
import { decodeBase85 } from '../../src/ui/engine/base85.ts';

interface Drawn {
  png: Buffer;
  /** Of the light's stage. */
  ms: number;
  /** What became of the light on WebGL. */
  webgl: string | undefined;
}

export interface BareWorker {
  /** Rejects where it cannot be opened, with what the worker said. */
  open: (name: string, lightOn: Assets['lightOn'], light?: Uint8Array) => Promise<void>;
  realize: (name: string, sketch: Sketch, settings: Settings) => Promise<Drawn>;
  /** Cancels as soon as the light begins; gives the answer's type, or why there is no picture. */
  cancelled: (name: string, sketch: Sketch, settings: Settings) => Promise<string>;
  close: () => Promise<void>;
}

type Inside = typeof globalThis & {
  workers: Record<string, (message: object, cancel?: boolean) => Promise<WorkerToUi>>;
};

const WANT: Want = { insight: false, parts: false, draft: false };

/** Workers have names: several may be open at once. */
export async function openBareWorker(browser: Browser, faults: readonly Fault[] = []): Promise<BareWorker> {
  const html = await readFile('dist/ui.html', 'utf8');
  const text = (id: string): string => new RegExp(`id="asset-${id}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '';
  const bytes = (id: string): Buffer => {
    const [, length, brotli] =
      new RegExp(`id="asset-${id}" data-bytes="(\\d+)"( data-packing="brotli")?`).exec(html) ?? [];
    return (brotli ? brotliDecompressSync : gunzipSync)(decodeBase85(text(id), Number(length)));
  };
  const files = new Map<string, Buffer>(
    ['worker', 'ort', 'resvg', 'model-realize', 'model-light'].map((id) => [`/${id}`, bytes(id)]),
  );
  files.set('/faults', Buffer.from(insideScript(faults, false)));
  files.set('/', Buffer.from('<!doctype html><title>Bare worker</title>'));
  const page = await browser.newPage();
  await page.route('**', (route) => {
    const body = files.get(new URL(route.request().url()).pathname);
    return body ? route.fulfill({ body, contentType: 'text/html' }) : route.abort();
  });
  await page.goto('https://worker.invalid/');
  const cards = {
    model: JSON.parse(text('card-realize')) as unknown,
    light: JSON.parse(text('card-light')) as unknown,
  };

  return {
    async open(name, lightOn, light) {
      if (light) files.set('/model-light', Buffer.from(light));
      const said = await page.evaluate(
        async ({ name, lightOn, cards }) => {
          const inside = globalThis as Inside;
          inside.workers ??= {};
          const load = async (id: string) => new Uint8Array(await (await fetch(`/${id}`)).arrayBuffer());
          const script = [await load('faults'), await load('worker')];
          const worker = new Worker(URL.createObjectURL(new Blob(script, { type: 'text/javascript' })));
          await new Promise((started) => (worker.onmessage = started));
          inside.workers[name] = (message, cancel = false) =>
            new Promise((done) => {
              worker.onmessage = ({ data }: MessageEvent<WorkerToUi>) => {
                if (data.type !== 'progress') done(data);
                else if (cancel && data.stage === 'light') worker.postMessage({ type: 'cancel', job: 1 });
              };
              worker.postMessage(message);
            });
          const [ort, resvg, onnx, light] = await Promise.all(['ort', 'resvg', 'model-realize', 'model-light'].map(load)); // prettier-ignore
          const assets = {
            ort,
            brotli: ort, // nothing is packed
            resvg,
            models: [{ card: cards.model, onnx }],
            light: { card: cards.light, onnx: light },
            runtime: 'WASM',
            warmUp: false,
            ...(lightOn && { lightOn }),
          };
          const answer = await inside.workers[name]({ type: 'load', job: 0, assets });
          return answer.type === 'crashed' ? answer.message : answer.type;
        },
        { name, lightOn, cards },
      );
      if (said !== 'loaded') throw new Error(said);
    },
    async realize(name, sketch, settings) {
      const drawn = await page.evaluate(
        async ({ name, message }) => {
          const answer = await (globalThis as Inside).workers[name]!(message);
          if (answer.type !== 'picture') throw new Error(JSON.stringify(answer));
          let binary = '';
          for (const byte of answer.picture.png) binary += String.fromCharCode(byte);
          return { png: btoa(binary), ms: answer.picture.ms.light ?? 0, webgl: answer.webgl };
        },
        { name, message: { type: 'realize', job: 1, sketch, settings, want: WANT } },
      );
      return { ...drawn, png: Buffer.from(drawn.png, 'base64') };
    },
    cancelled: (name, sketch, settings) =>
      page.evaluate(
        async ({ name, message }) => {
          const answer = await (globalThis as Inside).workers[name]!(message, true);
          return answer.type === 'refused' ? answer.refusal.refused : answer.type;
        },
        { name, message: { type: 'realize', job: 1, sketch, settings, want: WANT } },
      ),
    close: () => page.close(),
  };
}

// In: a browser; the built bundle's worker, where its light shall run, what goes wrong in it. Out: what it
// answers, without the panel, message by message, and its pictures.
// Its text and assets are taken out of dist/ui.html and handed to one page, whose workers share a process and
// what that has compiled.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
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

interface Opening {
  /** A light of the test's own. */
  light?: Uint8Array;
  faults?: readonly Fault[];
}

export interface BareWorker {
  /** Rejects where it cannot be opened, with what the worker said. */
  open: (name: string, lightOn: Assets['lightOn'], opening?: Opening) => Promise<void>;
  realize: (name: string, sketch: Sketch, settings: Settings) => Promise<Drawn>;
  /** Cancels as soon as the light begins; gives the answer's type, or why there is no picture. */
  cancelled: (name: string, sketch: Sketch, settings: Settings) => Promise<string>;
  /** Ends one of them. */
  end: (name: string) => Promise<void>;
  close: () => Promise<void>;
}

type Inside = typeof globalThis & {
  workers: Record<string, (message: object, cancel?: boolean) => Promise<WorkerToUi>>;
  running: Record<string, Worker>;
};

const WANT: Want = { insight: false, parts: false, draft: false };

/** What is handed to a worker, as ui.html packs it, but for its own text. */
const PACKED = ['ort', 'prepared', 'brotli', 'resvg', 'model-realize', 'model-light'];

interface Built {
  /** By path. */
  files: ReadonlyMap<string, Buffer>;
  /** Of `files`, those that brotli packed. */
  byBrotli: string[];
  cards: { model: unknown; light: unknown };
}

/** Read once for all workers of a test file. */
let built: Promise<Built> | undefined;

async function readBuilt(): Promise<Built> {
  const html = await readFile('dist/ui.html', 'utf8');
  const asset = (id: string) => {
    const [, more = '', text = ''] = new RegExp(`id="asset-${id}"([^>]*)>([^<]*)<`).exec(html) ?? [];
    return { more, text };
  };
  const bytes = (id: string): Buffer => {
    const { more, text } = asset(id);
    return Buffer.from(decodeBase85(text, Number(/data-bytes="(\d+)"/.exec(more)?.[1])));
  };
  const card = (id: string): unknown => JSON.parse(asset(`card-${id}`).text);
  return {
    files: new Map([
      ['/worker', gunzipSync(bytes('worker'))],
      ...PACKED.map((id) => [`/${id}`, bytes(id)] as const),
    ]),
    byBrotli: PACKED.filter((id) => asset(id).more.includes('data-packing="brotli"')),
    cards: { model: card('realize'), light: card('light') },
  };
}

/** Workers have names: several may be open at once. */
export async function openBareWorker(browser: Browser): Promise<BareWorker> {
  const { cards, byBrotli, ...read } = await (built ??= readBuilt());
  const files = new Map(read.files);
  files.set('/', Buffer.from('<!doctype html><title>Bare worker</title>'));
  const page = await browser.newPage();
  await page.route('**', (route) => {
    const body = files.get(new URL(route.request().url()).pathname);
    return body ? route.fulfill({ body, contentType: 'text/html' }) : route.abort();
  });
  await page.goto('https://worker.invalid/');
  return {
    async open(name, lightOn, { light, faults = [] } = {}) {
      files.set('/faults', Buffer.from(insideScript(faults, false)));
      if (light) files.set('/own-light', Buffer.from(light));
      const said = await page.evaluate(
        async ({ name, lightOn, cards, byBrotli, own }) => {
          const inside = globalThis as Inside;
          inside.workers ??= {};
          inside.running ??= {};
          const load = async (id: string) => new Uint8Array(await (await fetch(`/${id}`)).arrayBuffer());
          const script = [await load('faults'), await load('worker')];
          const worker = new Worker(URL.createObjectURL(new Blob(script, { type: 'text/javascript' })));
          await new Promise((started) => (worker.onmessage = started));
          inside.running[name] = worker;
          inside.workers[name] = (message, cancel = false) =>
            new Promise((done) => {
              worker.onmessage = ({ data }: MessageEvent<WorkerToUi>) => {
                if (data.type !== 'progress') done(data);
                else if (cancel && data.stage === 'light') worker.postMessage({ type: 'cancel', job: 1 });
              };
              worker.postMessage(message);
            });
          const packed = async (id: string) => ({
            name: id,
            bytes: await load(id),
            packing: byBrotli.includes(id) ? 'brotli' : 'gzip',
          });
          const assets = {
            ort: await packed('ort'),
            // The runtime that has our networks opened knows no other light.
            ...(!own && { prepared: await packed('prepared') }),
            brotli: await packed('brotli'),
            resvg: await packed('resvg'),
            models: [{ card: cards.model, onnx: await packed('model-realize') }],
            light: { card: cards.light, onnx: own ? await load('own-light') : await packed('model-light') },
            runtime: 'WASM',
            warmUp: false,
            ...(lightOn && { lightOn }),
          };
          const answer = await inside.workers[name]({ type: 'load', job: 0, assets });
          return answer.type === 'crashed' ? answer.message : answer.type;
        },
        { name, lightOn, cards, byBrotli, own: light !== undefined },
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
    end: (name) => page.evaluate((name) => (globalThis as Inside).running[name]!.terminate(), name),
    close: () => page.close(),
  };
}

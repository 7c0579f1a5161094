// The inert <script> elements of ui.html in, inflated bytes out. Only what is asked for is decoded and inflated.
import type { Assets, RuntimeName } from '../../protocol.ts';
import { decodeBase85 } from './base85.ts';

/** What is being made ready, for the progress line. */
export type Loading = 'runtime' | 'raster' | 'model' | 'light' | 'start';

function element(name: string): HTMLElement {
  const found = document.getElementById(`asset-${name}`);
  if (!found)
    throw new Error(`ui.html has no asset "${name}"; the build wrote something else than the panel wants`);
  return found;
}

async function inflate(name: string): Promise<Uint8Array> {
  const holder = element(name);
  const packed = decodeBase85(holder.textContent ?? '', Number(holder.dataset.bytes));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function json(name: string): unknown {
  return JSON.parse(element(name).textContent ?? '');
}

/** Ends once the parser has reached the end of ui.html, as the assets stand behind the panel's script. */
export function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => document.addEventListener('DOMContentLoaded', () => done(), { once: true }));
}

export async function workerText(): Promise<string> {
  await parsed();
  return new TextDecoder().decode(await inflate('worker'));
}

/** Ids of the generators that were built in; the first is the default. */
function modelIds(): string[] {
  return (element('models').textContent ?? '').split(' ');
}

export async function loadAssets(runtime: RuntimeName, tell: (what: Loading) => void): Promise<Assets> {
  await parsed();
  tell('runtime');
  const ort = await inflate(runtime === 'WebGPU' ? 'ort-jspi' : 'ort');
  tell('raster');
  const resvg = await inflate('resvg');
  tell('model');
  const models: Assets['models'] = [];
  for (const id of modelIds()) models.push({ card: json(`card-${id}`), onnx: await inflate(`model-${id}`) });
  tell('light');
  const light = { card: json('card-light'), onnx: await inflate('model-light') };
  return { ort, resvg, models, light, runtime };
}

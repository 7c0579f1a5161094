// A runtime's name in, all that its worker needs out, as it is packed.
// Of the builds of ONNX Runtime only those that may be used are read.
import type { Assets, NetworkAssets, RuntimeName } from '../../protocol/worker.ts';
import { gunzip } from '../models/gzip.ts';
import { span } from '../../spans.ts';
import { packedOf, elementText } from './packed.ts';

/** What is being made ready, for the progress line. */
export type Loading = 'runtime' | 'raster' | 'model' | 'light' | 'start';

/** Ends once the parser has reached the end of ui.html, where the assets stand: behind the panel's script. */
function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => document.addEventListener('DOMContentLoaded', () => done(), { once: true }));
}

/** The worker's text stands before the panel's script: it starts while the parser goes on. */
export async function workerText(): Promise<string> {
  const { bytes } = await packedOf('worker');
  return new TextDecoder().decode(await span('inflate worker', () => gunzip(bytes)));
}

async function network(name: string): Promise<NetworkAssets> {
  return { card: JSON.parse(elementText(`card-${name}`)) as unknown, onnx: await packedOf(`model-${name}`) };
}

/** `prepared`: the runtime that has our own networks opened, too. It has the CPU alone. */
export async function loadAssets(
  runtime: RuntimeName,
  prepared: boolean,
  tell: (what: Loading) => void,
): Promise<Assets> {
  await parsed();
  tell('runtime');
  const ready = prepared ? { prepared: await packedOf('prepared') } : {};
  const ort = await packedOf(runtime === 'WebGPU' ? 'ort-jspi' : 'ort');
  const brotli = await packedOf('brotli');
  tell('raster');
  const resvg = await packedOf('resvg');
  tell('model');
  const models: NetworkAssets[] = [];
  for (const id of elementText('models').split(' ')) models.push(await network(id));
  tell('light');
  return { ...ready, ort, brotli, resvg, models, light: await network('light'), runtime };
}

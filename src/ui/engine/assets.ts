// A runtime's name in, all that its worker needs out, inflated.
// Of the two builds of ONNX Runtime only one is touched.
import type { Assets, RuntimeName } from '../../protocol.ts';
import { textOf, unpack } from './unpack.ts';

/** What is being made ready, for the progress line. */
export type Loading = 'runtime' | 'raster' | 'model' | 'light' | 'start';

/** Ends once the parser has reached the end of ui.html, as the assets stand behind the panel's script. */
function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => document.addEventListener('DOMContentLoaded', () => done(), { once: true }));
}

export async function workerText(): Promise<string> {
  await parsed();
  return new TextDecoder().decode(await unpack('worker'));
}

async function network(name: string): Promise<Assets['light']> {
  return { card: JSON.parse(textOf(`card-${name}`)) as unknown, onnx: await unpack(`model-${name}`) };
}

export async function loadAssets(runtime: RuntimeName, tell: (what: Loading) => void): Promise<Assets> {
  await parsed();
  tell('runtime');
  const ort = await unpack(runtime === 'WebGPU' ? 'ort-jspi' : 'ort');
  tell('raster');
  const resvg = await unpack('resvg');
  tell('model');
  const models: Assets['models'] = [];
  for (const id of textOf('models').split(' ')) models.push(await network(id));
  tell('light');
  return { ort, resvg, models, light: await network('light'), runtime };
}

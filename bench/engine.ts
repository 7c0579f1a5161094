// The shipped networks and the rasteriser, opened once in Node, as the worker opens them.
import { readFile } from 'node:fs/promises';
import { readLightCard, readModelCard, type LightCard, type ModelCard } from '../src/core/card.ts';
import type { Engine } from '../src/core/engine.ts';
import { openRaster } from '../src/core/image/raster.ts';
import { openNetwork, type Runtime } from '../src/worker/generator.ts';

export interface Opened {
  engine: Engine;
  cards: { model: ModelCard; light: LightCard };
  runtime: Runtime;
}

const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';

export async function openEngine(): Promise<Opened> {
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
  const runtime: Runtime = { ort: await readFile(ORT), name: 'WASM' };
  const generate = await openNetwork(await readFile('models/realize.onnx'), runtime);
  const light = await openNetwork(await readFile('models/light.onnx'), runtime);
  const rasterise = await openRaster(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  return {
    engine: { generate, light, rasterise, now: () => performance.now() },
    cards: {
      model: readModelCard(await json('models/realize.json')),
      light: readLightCard(await json('models/light.json')),
    },
    runtime,
  };
}

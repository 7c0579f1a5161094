// Assets in, an engine out that realizes: both networks and the rasteriser on the runtime that was handed over.
// A generator is opened when a picture first asks for it; the first one at once, as it is the default. Only the pipeline
// that was used last is kept: what it remembers of its drawing is 54 MB at 2048.
import { readLightCard, readModelCard } from '../core/card.ts';
import type { Network } from '../core/engine.ts';
import { openRaster } from '../core/raster.ts';
import { openPipeline } from '../core/realize.ts';
import type { Pipeline } from '../core/realize.ts';
import type { Assets } from '../protocol.ts';
import { openNetwork } from './generator.ts';
import { insightFiles } from './insight.ts';
import type { Opened } from './shell.ts';

export async function openEngine(assets: Assets): Promise<Opened> {
  const runtime = { ort: assets.ort, name: assets.runtime };
  const lightCard = readLightCard(assets.light.card);
  const generators = assets.models.map(({ card, onnx }) => ({ card: readModelCard(card), onnx }));
  // Both compile WebAssembly on the browser's own threads, so side by side.
  const [rasterise, light] = await Promise.all([
    openRaster(assets.resvg),
    openNetwork(assets.light.onnx, runtime),
  ]);
  const networks = new Map<string, Promise<Network>>();
  let current: { id: string; pipeline: Pipeline } | null = null;

  function networkOf({ card, onnx }: (typeof generators)[number]): Promise<Network> {
    const known = networks.get(card.id);
    if (known) return known;
    const opened = openNetwork(onnx, runtime);
    networks.set(card.id, opened);
    opened.catch(() => networks.delete(card.id)); // who asked hears of it; the next one may try again
    return opened;
  }

  async function pipelineOf(id: string): Promise<Pipeline | null> {
    if (current?.id === id) return current.pipeline;
    const generator = generators.find(({ card }) => card.id === id);
    if (!generator) return null;
    current = null;
    const generate = await networkOf(generator);
    const pipeline = openPipeline(
      { generate, light, rasterise, now: () => performance.now() },
      { model: generator.card, light: lightCard },
    );
    current = { id, pipeline };
    return pipeline;
  }

  const first = generators[0];
  if (first) await networkOf(first);

  return {
    models: generators.map(({ card: { id, name, kind } }) => ({ id, name, lit: kind === 'intrinsic' })),
    studios: lightCard.studios.map(({ id, name }) => ({ id, name })),
    materials: lightCard.materials.map(({ id, name }) => ({ id, name })),
    async realize(sketch, settings, want, watch) {
      const pipeline = await pipelineOf(settings.model);
      if (!pipeline) {
        const known = generators.map(({ card }) => card.id).join(', ');
        return { refused: 'unknown-model', detail: `${settings.model}; there is ${known}` };
      }
      const made = await pipeline[want.draft ? 'draft' : 'realize'](sketch, settings, watch);
      if ('refused' in made) return made;
      const seen = { insight: want.insight ? insightFiles(made.insight()) : null, parts: null };
      return 'shown' in made ? { shown: made.shown, ...seen } : { picture: made.picture, ...seen };
    },
  };
}

// Assets in, an engine out that realizes: both networks and the rasteriser on the runtime that was handed over.
// A generator is opened when a picture first asks for it; the first one at once, as it is the default.
import { readLightCard, readModelCard } from '../core/card.ts';
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
  const pipelines = new Map<string, Promise<Pipeline>>();

  function pipelineOf(id: string): Promise<Pipeline> | null {
    const known = pipelines.get(id);
    if (known) return known;
    const generator = generators.find(({ card }) => card.id === id);
    if (!generator) return null;
    const opened = openNetwork(generator.onnx, runtime).then((generate) =>
      openPipeline(
        { generate, light, rasterise, now: () => performance.now() },
        { model: generator.card, light: lightCard },
      ),
    );
    pipelines.set(id, opened);
    opened.catch(() => pipelines.delete(id)); // who asked hears of it; the next one may try again
    return opened;
  }

  const first = generators[0];
  if (first) await pipelineOf(first.card.id);

  return {
    models: generators.map(({ card: { id, name } }) => ({ id, name })),
    studios: lightCard.studios.map(({ id, name }) => ({ id, name })),
    async realize(sketch, settings, insight, watch) {
      const pipeline = await pipelineOf(settings.model);
      if (!pipeline) {
        const known = generators.map(({ card }) => card.id).join(', ');
        return { refused: 'unknown-model', detail: `${settings.model}; there is ${known}` };
      }
      const made = await pipeline.realize(sketch, settings, watch);
      if ('refused' in made) return made;
      return { picture: made.picture, insight: insight ? insightFiles(made.insight()) : null };
    },
  };
}

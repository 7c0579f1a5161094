// Assets in, an engine out that realizes: both networks and the rasteriser
// on the runtime that was handed over.
// A generator is opened when a picture first asks for it, and the one that is wanted first at once; on WebGPU
// it then has to prove itself. Several cards may feed one file: it is opened once for them. Only the pipeline
// that was used last is kept: what it remembers of its drawing is 54 MB at 2048.
import { readLightCard, readModelCard } from '../core/card.ts';
import type { Network, Watch } from '../core/engine.ts';
import { openRaster } from '../core/image/raster.ts';
import { swatchesOf } from '../core/light/swatches.ts';
import { openPipeline, type Pipeline, type Realized } from '../core/pipeline.ts';
import { glbOf } from '../core/relief/glb.ts';
import type { Solid } from '../core/relief/solid.ts';
import { CANCELLED } from '../core/clock.ts';
import type { Wanted } from '../core/way.ts';
import type { Refusal, Rgba, Settings } from '../core/sketch.ts';
import type { Assets, Bytes, Want } from '../protocol/worker.ts';
import { span } from '../spans.ts';
import { openNetwork } from './generator.ts';
import { insightFiles } from './insight.ts';
import { mapFiles } from './maps.ts';
import { prove } from './prove.ts';
import type { ReadyEngine } from './shell.ts';
import { openUnpack } from './unpack.ts';
import { openWebglLight } from './webgl/light.ts';
import { openRuntimes } from './runtimes.ts';

/**
 * `watch` hears how the loading goes on, `lost` that the graphics card was taken away. Throws
 * where WebGPU is not to be trusted.
 */
export async function openEngine(
  assets: Assets,
  watch: Watch,
  lost: (message: string) => void,
): Promise<ReadyEngine> {
  const unpack = openUnpack(assets.brotli);
  const lightCard = readLightCard(assets.light.card);
  const generators = assets.models.map(({ card, onnx }) => ({ card: readModelCard(card), onnx }));
  const lightFile = await unpack(assets.light.onnx);
  const runtimes = openRuntimes(assets, unpack, lost);
  const [usual] = generators;
  let first = generators.find(({ card }) => card.id === assets.first) ?? usual;
  // Both compile WebAssembly on the browser's own threads, so side by side, and this one unpacks the first
  // generator meanwhile. Without memory both fail, and what the runtime says is a sentence, where the
  // rasteriser traps.
  const [lamp, raster, firstFile] = await Promise.allSettled([
    span('open light', () => runtimes.open('light', lightFile)),
    unpack(assets.resvg).then((resvg) => span('open rasteriser', () => openRaster(resvg))),
    first && unpack(first.onnx),
  ]);
  if (lamp.status === 'rejected') throw lamp.reason;
  if (raster.status === 'rejected') throw raster.reason;
  const rasterise = raster.value;
  const { light, pictureMade, verdict } = await openWebglLight(lamp.value, lightFile, assets, lightCard);
  let ahead = first && { onnx: first.onnx, file: firstFile };
  const networks = new Map<Bytes, Promise<Network>>();
  let current: { id: string; pipeline: Pipeline } | null = null;

  /** What was unpacked ahead is handed out once, and not kept. */
  async function fileOf(onnx: Bytes): Promise<Uint8Array> {
    if (ahead?.onnx !== onnx) return unpack(onnx);
    const { file } = ahead;
    ahead = undefined;
    if (file.status === 'rejected') throw file.reason;
    return file.value ?? unpack(onnx);
  }

  function networkOf(generator: (typeof generators)[number]): Promise<Network> {
    const { onnx } = generator;
    const known = networks.get(onnx);
    if (known) return known;
    const opened = fileOf(onnx).then(async (file) => {
      const generate = await span('open generator', () =>
        runtimes.open(onnx === usual?.onnx ? 'generator' : null, file),
      );
      if (assets.runtime === 'WebGPU') await proveOnCpu(generate, generator);
      return generate;
    });
    networks.set(onnx, opened);
    opened.catch(() => networks.delete(onnx)); // who asked hears of it; the next one may try again
    return opened;
  }

  async function proveOnCpu(generate: Network, { card, onnx }: (typeof generators)[number]): Promise<void> {
    const runtime = await runtimes.full();
    const cpu = await Promise.all(
      [await unpack(onnx), lightFile].map((file) => openNetwork(file, runtime, 'WASM')),
    );
    const [generateOnCpu, lightOnCpu] = cpu;
    if (!generateOnCpu || !lightOnCpu) throw new Error(`saw ${cpu.length} networks, wanted 2`);
    const pairs = [
      { generate, light },
      { generate: generateOnCpu, light: lightOnCpu },
    ] as const;
    await prove(...pairs, { cards: { model: card, light: lightCard }, rasterise, watch });
    for (const network of cpu) await network.release();
  }

  async function pipelineOf(id: string): Promise<Pipeline | null> {
    if (current?.id === id) return current.pipeline;
    const generator = generators.find(({ card }) => card.id === id);
    if (!generator) return null;
    current = null;
    const generate = await networkOf(generator);
    const pipeline = openPipeline(
      {
        generate: (inputs) => span('generator', () => generate(inputs)),
        light: (inputs) => span('light', () => light(inputs)),
        rasterise,
        now: () => performance.now(),
      },
      { model: generator.card, light: lightCard },
    );
    current = { id, pipeline };
    return pipeline;
  }

  const wasm = lamp.value; // its race with the graphics card is run on drawings
  const swatches = (watch: Watch): Promise<Rgba | null> =>
    span('swatches', () =>
      swatchesOf(lightCard, wasm, async (done) => {
        watch.progress('encode', 0.92 + 0.08 * done); // a sign of life
        return !(await watch.cancelled());
      }),
    );

  try {
    if (first) await networkOf(first);
  } catch (error) {
    // One of the user's own that cannot be opened any more takes no other with
    // it; a picture by it is refused later.
    if (!usual || first === usual || assets.runtime === 'WebGPU') throw error;
    first = usual;
    await networkOf(usual);
  }

  return {
    first: first?.card.id ?? '',
    models: generators.map(({ card: { id, name, kind } }) => ({ id, name, lit: kind === 'intrinsic' })),
    studios: lightCard.studios.map(({ id, name }) => ({ id, name })),
    materials: lightCard.materials.map(({ id, name }) => ({ id, name })),
    async realize(sketch, settings, want, watch) {
      const pipeline = await pipelineOf(settings.model);
      if (!pipeline) {
        const known = generators.map(({ card }) => card.id).join(', ');
        return { refused: 'unknown-model', detail: `${settings.model}; there is ${known}` };
      }
      const made = want.draft
        ? await pipeline.draft(sketch, settings, watch)
        : await pipeline.realize(sketch, wantedOf(settings, want), watch);
      if ('refused' in made) return made;
      const solid = want.glb || want.maps ? await solidOf(made, watch) : null;
      if (solid && 'refused' in solid) return solid;
      const balls = want.swatches ? await swatches(watch) : null;
      if (want.swatches && !balls) return CANCELLED;
      pictureMade();
      const webgl = verdict();
      const seen = {
        insight: want.insight ? insightFiles(made.insight()) : null,
        parts: want.parts ? made.parts() : null,
        ...(webgl !== null && { webgl }),
        ...(solid && want.glb && { glb: glbOf(solid, sketch.name) }),
        ...(solid && want.maps && { maps: mapFiles(solid, made.insight().parts) }),
        ...(balls && { swatches: balls }),
      };
      return 'shown' in made ? { shown: made.shown, ...seen } : { picture: made.picture, ...seen };
    },
  };
}

function wantedOf(settings: Settings, { scale }: Want): Wanted {
  return scale === undefined ? settings : { ...settings, scale, orLess: true };
}

/** Null: this generator finds no form. */
async function solidOf({ solid }: Pick<Realized, 'solid'>, watch: Watch): Promise<Solid | Refusal | null> {
  if (!solid) return null;
  const made = await solid(async (done) => {
    watch.progress('encode', 0.95 + 0.05 * done);
    return !(await watch.cancelled());
  });
  return made ?? CANCELLED;
}

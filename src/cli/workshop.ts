// In: the repository's folder and what is asked for. Out: a pipeline ready to run
// in Node, with the shipped networks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRaster } from '../core/image/raster.ts';
import { openPipeline, type Pipeline } from '../core/pipeline.ts';
import type { RuntimeName } from '../protocol/worker.ts';
import { openNetwork } from '../worker/generator.ts';
import { Fault, ofModel } from './fault.ts';
import { isSolid, type Arguments } from './wanted.ts';
import { convertCommand, isOther } from '../core/models/convert.ts';
import { ownerOf } from '../core/models/external.ts';
import { isFile, openOwn, type ChosenModel } from './own.ts';
import { generatorCard, generatorsIn, lightCard } from './shipped.ts';

export interface Workshop {
  pipeline: Pipeline;
  model: string;
  /** Light, seed and shadow can be chosen. */
  lit: boolean;
  /** The light's default. */
  studio: string;
  runtime: RuntimeName;
  /** How a model of one's own is fed, where its file does not say it. */
  taken: string | null;
}

/** Throws a Fault when a model or light is not there. */
export async function openWorkshop(
  root: string,
  args: Pick<Arguments, 'model' | 'settings' | 'feed' | 'maps' | 'out'>,
): Promise<Workshop> {
  const models = join(root, 'models');
  const shipped = async (): Promise<ChosenModel> => {
    if (isOther(args.model))
      throw new Fault(
        `${args.model} is no .onnx file; in the folder models “${convertCommand(args.model)}” makes one of it.`,
      );
    const owner = ownerOf(args.model);
    if (owner !== null)
      throw new Fault(
        `${args.model} holds the weights of ${owner} alone; give ${owner}, with this file beside it, or export it again with external_data=False.`,
      );
    const known = await generatorsIn(root);
    if (!known.includes(args.model))
      throw new Fault(`There is no generator "${args.model}"; there is ${known.join(', ')}.`);
    const onnx = await readFile(join(models, `${args.model}.onnx`));
    return { card: await generatorCard(root, args.model), onnx, taken: null };
  };
  const {
    card: model,
    onnx,
    taken,
  } = isFile(args.model) ? await openOwn(args.model, args.feed) : await shipped();
  const light = await lightCard(root);
  const { studio } = args.settings;
  const { azimuth, elevation } = args.settings.light;
  if (studio !== null && model.kind === 'picture')
    throw new Fault(`The generator "${model.id}" paints its own light; leave out --light.`);
  if ((azimuth !== 0 || elevation !== 0) && model.kind === 'picture')
    throw new Fault(`The generator "${model.id}" paints its own light; leave out --light-angle.`);
  if (model.kind === 'picture' && args.settings.lamps !== null)
    throw new Fault(`The generator "${model.id}" paints its own light; leave out --lamp.`);
  if (model.kind === 'picture' && Object.keys(args.settings.parts).length > 0)
    throw new Fault(`The generator "${model.id}" paints its own colours; leave out --part.`);
  if (model.kind === 'picture' && args.settings.shadowApart)
    throw new Fault(`The generator "${model.id}" casts no shadow; leave out --shadow-apart.`);
  if (model.kind === 'picture' && args.maps)
    throw new Fault(`The generator "${model.id}" finds no form; leave out --maps.`);
  if (model.kind === 'picture' && isSolid(args))
    throw new Fault(`The generator "${model.id}" finds no form: no ${args.out} can be made of it.`);
  const materials = light.materials.map(({ id }) => id);
  for (const { material } of Object.values(args.settings.parts)) {
    if (material !== undefined && !materials.includes(material))
      throw new Fault(`There is no material "${material}"; there is ${materials.join(', ')}.`);
  }
  if (studio !== null && !light.studios.some(({ id }) => id === studio)) {
    throw new Fault(
      `There is no light "${studio}"; there is ${light.studios.map(({ id }) => id).join(', ')}.`,
    );
  }
  const packages = join(root, 'node_modules');
  const ort = await readFile(join(packages, 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'));
  const runtime = { ort, name: 'WASM' } as const;
  const rasterise = await openRaster(await readFile(join(packages, '@resvg/resvg-wasm/index_bg.wasm')));
  // One after the other: ONNX Runtime starts once, and its first session must
  // be there before the second begins.
  const generate = await openNetwork(onnx, runtime).catch((error: unknown) => {
    throw ofModel(args.model, error);
  });
  const lit = await openNetwork(await readFile(join(models, 'light.onnx')), runtime);
  const engine = { generate, light: lit, rasterise, now: () => performance.now() };
  return {
    pipeline: openPipeline(engine, { model, light }),
    model: model.id,
    lit: model.kind === 'intrinsic',
    studio: light.defaultStudio,
    runtime: runtime.name,
    taken,
  };
}

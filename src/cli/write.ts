// In: a finished picture, the names of its files. Out: the files, or the picture on stdout.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeGrey, encodePng } from '../core/image/png.ts';
import type { Realized } from '../core/pipeline.ts';
import { heightMap, normalMap, type HeightMap } from '../core/relief/maps.ts';
import { glbOf } from '../core/relief/glb.ts';
import type { Solid } from '../core/relief/solid.ts';
import { Fault, of } from './fault.ts';
import { PIPE } from './inputs.ts';
import { isSolid, type Arguments } from './wanted.ts';
import type { Outputs } from './outputs.ts';

/**
 * Heights of the map, as HeightMap's; null where no maps were asked for. Throws a Fault that names the file.
 */
export async function writeFiles(
  made: Realized,
  outputs: Outputs,
  args: Arguments,
  name: string,
): Promise<HeightMap['range'] | null> {
  const shown = args.stage === null ? null : made.insight()[args.stage];
  if (args.stage !== null && !shown) throw new Fault(`this generator finds no ${args.stage}`);
  const png = shown ? encodePng(shown) : made.picture.png;
  const solid = args.maps || isSolid(args) ? await solidOf(made) : null;
  await put(outputs.picture, solid && isSolid(args) ? glbOf(solid, name) : png);
  const below = made.picture.shadow;
  if (outputs.shadow !== null && below) await put(outputs.shadow, below.png);
  return solid && outputs.maps ? putMaps(solid, made, outputs.maps) : null;
}

async function put(file: string, bytes: Uint8Array): Promise<void> {
  if (file === PIPE) return pour(bytes);
  const folder = dirname(file);
  await of(`the folder ${folder} cannot be made`, () => mkdir(folder, { recursive: true }));
  if ((await stat(file).catch(() => null))?.isDirectory())
    throw new Fault(`${file} cannot be written: it is a folder; for one, use --out-dir`);
  await of(`${file} cannot be written`, () => writeFile(file, bytes));
}

/** To stdout. Throws a Fault where nobody reads it to its end. */
export function pour(text: Uint8Array | string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => {
      if (error) fail(new Fault('stdout: nobody reads the pipe any more', { cause: error }));
      else done();
    });
  });
}

async function solidOf(made: Realized): Promise<Solid> {
  const solid = await made.solid?.(() => Promise.resolve(true));
  if (!solid) throw new Fault('this generator finds no form');
  return solid;
}

async function putMaps(
  solid: Solid,
  made: Realized,
  files: NonNullable<Outputs['maps']>,
): Promise<HeightMap['range']> {
  const { range, ...heights } = heightMap(solid);
  const [low, high] = range.map((value) => value.toFixed(3));
  const comment = `0: nothing; 1 to 65535: heights from ${low} to ${high} in units of the drawing`;
  await put(files.normal, encodePng(normalMap(solid)));
  await put(files.height, encodeGrey(heights, comment));
  await put(files.parts, encodePng(made.insight().parts));
  return range;
}

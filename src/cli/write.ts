// In: a finished picture and what is asked for. Out: the files that it was written to.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encodeGrey, encodePng } from '../core/image/png.ts';
import type { Realized } from '../core/pipeline.ts';
import { heightMap, normalMap, type HeightMap } from '../core/relief/maps.ts';
import { glbOf } from '../core/relief/glb.ts';
import type { Solid } from '../core/relief/solid.ts';
import { isSolid, type Arguments } from './options.ts';

export interface Written {
  picture: string;
  shadow: string | null;
  maps: WrittenMaps | null;
}

/** `range`: as HeightMap's. */
interface WrittenMaps extends Pick<HeightMap, 'range'> {
  normal: string;
  height: string;
  parts: string;
}

export async function write(file: string, made: Realized, args: Arguments): Promise<Written> {
  const shown = args.stage === null ? null : made.insight()[args.stage];
  if (args.stage !== null && !shown) throw new Error(`this generator finds no ${args.stage}`);
  const png = shown ? encodePng(shown) : made.picture.png;
  const name = basename(file).replace(/\.[^.]*$/, '');
  // A picture must not overwrite the photo that it was made from.
  const own = /\.png$/i.test(file) ? `${name}-realized.png` : `${name}.png`;
  const out = args.out ?? join(args.folder ?? dirname(file), own);
  await mkdir(dirname(out), { recursive: true });
  const solid = args.maps || isSolid(args) ? await solidOf(made) : null;
  await writeFile(out, solid && isSolid(args) ? glbOf(solid, name) : png);
  const maps = solid && args.maps ? await writeMaps(solid, made, (of) => besides(out, of)) : null;
  const below = shown ? undefined : made.picture.shadow;
  if (!below) return { picture: out, shadow: null, maps };
  const shadow = besides(out, 'shadow');
  await writeFile(shadow, below.png);
  return { picture: out, shadow, maps };
}

function besides(out: string, of: string): string {
  return out.replace(/(\.png|\.glb)?$/i, `-${of}.png`);
}

async function solidOf(made: Realized): Promise<Solid> {
  const solid = await made.solid?.(() => Promise.resolve(true));
  if (!solid) throw new Error('this generator finds no form');
  return solid;
}

async function writeMaps(solid: Solid, made: Realized, named: (of: string) => string): Promise<WrittenMaps> {
  const { range, ...heights } = heightMap(solid);
  const [low, high] = range.map((value) => value.toFixed(3));
  const told = `0: nothing; 1 to 65535: heights from ${low} to ${high} in units of the drawing`;
  const files = { normal: named('normal'), height: named('height'), parts: named('parts') };
  await writeFile(files.normal, encodePng(normalMap(solid)));
  await writeFile(files.height, encodeGrey(heights, told));
  await writeFile(files.parts, encodePng(made.insight().parts));
  return { ...files, range };
}

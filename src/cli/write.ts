// In: a finished picture and what is asked for. Out: the files that it was written to.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encodePng } from '../core/image/png.ts';
import type { Realized } from '../core/pipeline.ts';
import type { Arguments } from './options.ts';

export interface Written {
  picture: string;
  shadow: string | null;
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
  await writeFile(out, png);
  const below = shown ? undefined : made.picture.shadow;
  if (!below) return { picture: out, shadow: null };
  const shadow = out.replace(/(\.png)?$/i, '-shadow.png');
  await writeFile(shadow, below.png);
  return { picture: out, shadow };
}

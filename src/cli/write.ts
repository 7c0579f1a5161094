// In: a finished picture and what is wished for. Out: the files that it was written to.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encodePng } from '../core/image/png.ts';
import type { Realized } from '../core/pipeline.ts';
import type { Wish } from './arguments.ts';

export interface Written {
  picture: string;
  shadow: string | null;
}

export async function write(file: string, made: Realized, wish: Wish): Promise<Written> {
  const shown = wish.stage === null ? null : made.insight()[wish.stage];
  if (wish.stage !== null && !shown) throw new Error(`this generator finds no ${wish.stage}`);
  const png = shown ? encodePng(shown) : made.picture.png;
  const name = basename(file).replace(/\.[^.]*$/, '');
  // A picture must not overwrite the photo that it was made from.
  const own = /\.png$/i.test(file) ? `${name}-realized.png` : `${name}.png`;
  const out = wish.out ?? join(wish.folder ?? dirname(file), own);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, png);
  const below = shown ? undefined : made.picture.shadow;
  if (!below) return { picture: out, shadow: null };
  const shadow = out.replace(/(\.png)?$/i, '-shadow.png');
  await writeFile(shadow, below.png);
  return { picture: out, shadow };
}

// In: a finished picture and what is wished for. Out: the file it was written to.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encodePng } from '../core/png.ts';
import type { Realized } from '../core/realize.ts';
import type { Wish } from './arguments.ts';

export async function write(file: string, made: Realized, wish: Wish): Promise<string> {
  const png = wish.stage === null ? made.picture.png : encodePng(made.insight()[wish.stage]);
  const name = basename(file).replace(/\.[^.]*$/, '');
  // A picture must not overwrite the photo that it was made from.
  const own = /\.png$/i.test(file) ? `${name}-realized.png` : `${name}.png`;
  const out = wish.out ?? join(wish.folder ?? dirname(file), own);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, png);
  return out;
}

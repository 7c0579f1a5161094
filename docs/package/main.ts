// In: what docs/realized.mjs does, and the files of the repository, where it runs. Out: dist/package, and a
// line a file.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pixels } from './average.ts';
import { listingText, type Listing, misfits, securityText } from './listing.ts';
import { releaseNotes } from './notes.ts';
import { createBar } from '../../src/cli/bar.ts';
import { drawer, makePictures, PICTURE_STEPS, type Tell, type Tools } from './pictures.ts';
import { type Manifest, packZip } from './zip.ts';

const OUT = 'dist/package';

const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

const ZIP = 'realize-sketch.zip';
/** The zip, and the pictures. */
export const STEPS = 1 + PICTURE_STEPS;

/** What docs/realized.mjs does. */
interface Realizing extends Omit<Tools, 'draw'> {
  rasterize: (svg: string, zoom: number) => Promise<Pixels>;
}

/** How far it is stands on stderr: a bar, and where that is no terminal a line a step. */
export async function makePackage({ rasterize, ...tools }: Realizing): Promise<string[]> {
  const { stderr } = process;
  const bar = createBar(stderr, STEPS);
  bar.say(`making ${OUT}: the zip, then pictures of the samples, some minutes`);
  const tell: Tell = (done, what) => {
    if (stderr.isTTY) bar.show(done, what, 0);
    else bar.say(`${done + 1} of ${STEPS}  ${what}`);
  };
  try {
    const read = (path: string): Promise<Buffer> => readFile(path);
    return await writePackage({ ...tools, draw: drawer(rasterize) }, OUT, { read, tell });
  } finally {
    bar.end();
  }
}

/**
 * Throws, before the pictures are made, where the texts do not fit Figma's form or a packed file is missing.
 * `out`: a folder that is made anew. `read` gives the bytes of a file that is packed; `tell` is told of each
 * of `STEPS` as it begins.
 */
export async function writePackage(
  tools: Tools,
  out: string,
  { read, tell }: { read: (path: string) => Promise<Uint8Array>; tell: Tell },
): Promise<string[]> {
  const listing = await json<Listing>('docs/package/listing.json');
  const wrong = misfits(listing);
  if (wrong.length > 0) throw new Error(`docs/package/listing.json: ${wrong.join('; ')}`);
  tell(0, ZIP);
  const zip = await packZip(await json<Manifest>('manifest.json'), read);
  const files = new Map<string, Uint8Array | string>([
    [ZIP, zip],
    ['listing.txt', listingText(listing)],
    ['security.txt', securityText(listing)],
    ['release-notes.txt', releaseNotes(await readFile('CHANGELOG.md', 'utf8'))],
    ...(await makePictures(tools, (done, what) => tell(done + 1, what))),
  ]);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const told: string[] = [];
  for (const [name, content] of files) {
    await writeFile(join(out, name), content);
    told.push(`${out}/${name}  ${(Buffer.byteLength(content) / 1000).toFixed(0)} kB`);
  }
  if (listing.supportContact === null)
    told.push('Support contact: still to be entered in docs/package/listing.json (null)');
  return told;
}

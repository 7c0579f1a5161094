// In: what docs/realized.mjs does, and the files of the repository, where it runs. Out: dist/package, and a
// line a file.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pixels } from './average.ts';
import { listingText, type Listing, misfits, securityText } from './listing.ts';
import { releaseNotes } from './notes.ts';
import { drawer, makePictures, type Tools } from './pictures.ts';
import { type Manifest, packZip } from './zip.ts';

const OUT = 'dist/package';

const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** What docs/realized.mjs does. */
interface Realizing extends Omit<Tools, 'draw'> {
  rasterize: (svg: string, zoom: number) => Promise<Pixels>;
}

export function makePackage({ rasterize, ...tools }: Realizing): Promise<string[]> {
  return writePackage({ ...tools, draw: drawer(rasterize) }, OUT, (path) => readFile(path));
}

/**
 * Throws, before the pictures are made, where the texts do not fit Figma's form or a packed file is missing.
 * `out`: a folder that is made anew. `read` gives the bytes of a file that is packed.
 */
export async function writePackage(
  tools: Tools,
  out: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<string[]> {
  const listing = await json<Listing>('docs/package/listing.json');
  const wrong = misfits(listing);
  if (wrong.length > 0) throw new Error(`docs/package/listing.json: ${wrong.join('; ')}`);
  const zip = await packZip(await json<Manifest>('manifest.json'), read);
  const files = new Map<string, Uint8Array | string>([
    ['realize-sketch.zip', zip],
    ['listing.txt', listingText(listing)],
    ['security.txt', securityText(listing)],
    ['release-notes.txt', releaseNotes(await readFile('CHANGELOG.md', 'utf8'))],
    ...(await makePictures(tools)),
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

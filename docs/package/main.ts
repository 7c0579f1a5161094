// In: what docs/realized.mjs does, and the files of the repository, where it runs. Out: dist/package, and a line a file.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listingText, type Listing, misfits, securityText } from './listing.ts';
import { releaseNotes } from './notes.ts';
import { makePictures, type Tools } from './pictures.ts';
import { type Manifest, packZip } from './zip.ts';

const OUT = 'dist/package';

const json = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** Throws, before the pictures are made, where the texts do not fit Figma's form or a packed file is missing. */
export async function makePackage(tools: Tools): Promise<string[]> {
  const listing = await json<Listing>('docs/package/listing.json');
  const wrong = misfits(listing);
  if (wrong.length > 0) throw new Error(`docs/package/listing.json: ${wrong.join('; ')}`);
  const zip = await packZip(await json<Manifest>('manifest.json'), (path) => readFile(path));
  const files = new Map<string, Uint8Array | string>([
    ['realize-sketch.zip', zip],
    ['listing.txt', listingText(listing)],
    ['security.txt', securityText(listing)],
    ['release-notes.txt', releaseNotes(await readFile('CHANGELOG.md', 'utf8'))],
    ...(await makePictures(tools)),
  ]);
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const told: string[] = [];
  for (const [name, content] of files) {
    await writeFile(join(OUT, name), content);
    told.push(`${OUT}/${name}  ${(Buffer.byteLength(content) / 1000).toFixed(0)} kB`);
  }
  if (listing.supportContact === null)
    told.push('Support contact: still to be entered in docs/package/listing.json (null)');
  return told;
}

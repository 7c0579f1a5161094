// In: manifest.json and a way to read the files that it names. Out: the zip that a designer unzips and
// imports into Figma.
import { zipSync, type Zippable } from 'fflate';

/** The same bytes from the same files: ZIP keeps local time, and this is the first that it can. */
const MTIME = new Date(1980, 0, 1);
/** What is read by people, beside what Figma reads. */
const BESIDE = ['LICENSE'];

export interface Manifest {
  name: string;
  main: string;
  ui: string;
}

/** Paths in the zip, which are those in the repository: the manifest names its files from where it lies. */
export function packedFiles({ main, ui }: Manifest): string[] {
  return ['manifest.json', main, ui, ...BESIDE];
}

/** `read` gives a file's bytes by its path; rejects where one is missing. */
export async function packZip(
  manifest: Manifest,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const path of packedFiles(manifest)) files[path] = await read(path);
  return zipSync(files, { level: 9, mtime: MTIME });
}

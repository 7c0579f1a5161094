// In: manifest.json and a way to read the files that it names. Out: the zip that a designer unzips and
// imports into Figma.
import { zipSync, type Zippable } from 'fflate';

/** The same bytes from the same files: ZIP keeps local time, and this is the first that it can. */
const MTIME = new Date(1980, 0, 1);
/** What is read by people, beside what Figma reads: by its path in the zip, where it lies here. */
const BESIDE = { LICENSE: 'LICENSE', 'FIRST STEPS.txt': 'docs/package/first-steps.txt' };

export interface Manifest {
  name: string;
  main: string;
  ui: string;
}

/**
 * By paths in the zip, where files lie in the repository: the same for what Figma reads, as the manifest
 * names its files from where it lies.
 */
export function packedFiles({ main, ui }: Manifest): Record<string, string> {
  return { 'manifest.json': 'manifest.json', [main]: main, [ui]: ui, ...BESIDE };
}

/** `read` gives a file's bytes by its path; rejects where one is missing. */
export async function packZip(
  manifest: Manifest,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const [path, here] of Object.entries(packedFiles(manifest))) files[path] = await read(here);
  return zipSync(files, { level: 9, mtime: MTIME });
}

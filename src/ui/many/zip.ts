// Files by their names in, one ZIP file of them out.
import { zipSync } from 'fflate';

export function zipOf(files: readonly { name: string; png: Uint8Array }[]): Uint8Array {
  const all = Object.fromEntries(files.map(({ name, png }) => [name, png]));
  return zipSync(all, { level: 0 }); // a PNG is packed already
}

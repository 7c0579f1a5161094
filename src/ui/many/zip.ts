// Pictures with their drawings' names in, one ZIP file with a PNG each out; what has the same name gets a number.
import { zipSync } from 'fflate';
import { fileName } from '../session/export.ts';

export function zipOf(files: readonly { name: string; png: Uint8Array }[]): Uint8Array {
  const all: Record<string, Uint8Array> = {};
  for (const { name, png } of files) {
    let file = fileName(name, 'png');
    for (let number = 2; file in all; number++) file = fileName(`${name} ${number}`, 'png');
    all[file] = png;
  }
  return zipSync(all, { level: 0 }); // a PNG is packed already
}

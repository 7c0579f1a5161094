// The Chromium that npm carries (@sparticuz/chromium) → an executable with its libraries in
// node_modules/.cache.
// Its own unpacker writes to the temp folder file by file; two test processes at once would see half a
// browser.
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const inflate = promisify(brotliDecompress);

export interface Unpacked {
  executable: string;
  /** Shared libraries that a bare Linux lacks (NSS, expat), for LD_LIBRARY_PATH. */
  libraries: string;
  /** For FONTCONFIG_PATH; the same face on every machine keeps screenshots alike. */
  fonts: string;
}

// The packed one names folders of a cloud machine. Without a single face, Chromium dies of the first <input
// type="text">.
const fontsConf = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`;

/** Unpacks once per version; later calls only look. Takes about 4 s the first time. */
export async function unpackChromium(): Promise<Unpacked> {
  const found = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = join(dirname(found), '..', '..');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const cache = join(home, '..', '..', '.cache');
  const ready = join(cache, `chromium-${version}`);
  if (!existsSync(ready)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(join(cache, 'chromium-draft-'));
    const packed = async (name: string): Promise<Buffer> => inflate(await readFile(join(home, 'bin', name)));
    await writeFile(join(draft, 'chromium'), await packed('chromium.br'));
    await chmod(join(draft, 'chromium'), 0o755);
    await writeTar(await packed('al2023.tar.br'), draft);
    await writeTar(await packed('fonts.tar.br'), join(draft, 'fonts'));
    await writeFile(join(draft, 'fonts', 'fonts.conf'), fontsConf(join(ready, 'fonts', 'cache')));
    // Chromium looks for its graphics libraries beside itself.
    await writeTar(await packed('swiftshader.tar.br'), draft);
    await rename(draft, ready).catch(async (lost: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(ready)) throw lost; // else another process was first, and its copy is as good
    });
  }
  return { executable: join(ready, 'chromium'), libraries: join(ready, 'lib'), fonts: join(ready, 'fonts') };
}

/**
 * Plain ustar: a 512-byte header (name at 0, octal size at 124, type at 156), then the bytes padded to 512.
 */
async function writeTar(tar: Buffer, folder: string): Promise<void> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const text = (from: number, length: number): string =>
      tar
        .toString('utf8', at + from, at + from + length)
        .split('\0', 1)
        .join('');
    const size = parseInt(text(124, 12), 8);
    const path = join(folder, text(0, 100));
    if (text(156, 1) === '5') await mkdir(path, { recursive: true });
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, tar.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

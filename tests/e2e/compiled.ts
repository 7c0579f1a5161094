// dist/ui.html and a page in; its WebAssembly, compiled and held in that page, out. V8 compiles the same
// bytes once for a process, as long as somebody holds them: what the file's pages open is ready at once.
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { decodeBase85 } from '../../src/ui/engine/base85.ts';

/** As ui.html names it; `ort`, the whole runtime, is for models of the user's own. */
export type ModuleName = 'prepared' | 'resvg' | 'ort';

type Inside = typeof globalThis & { held: WebAssembly.Module[] };

/** A module's bytes; undefined where this page has none of that name, packed by brotli. */
export function moduleIn(html: string, name: ModuleName): Buffer | undefined {
  const asset = new RegExp(`id="asset-${name}" data-bytes="(\\d+)" data-packing="brotli">([^<]*)<`);
  const found = asset.exec(html);
  return found ? brotliDecompressSync(decodeBase85(found[2]!, Number(found[1]))) : undefined;
}

async function readModules(names: readonly ModuleName[]): Promise<ReadonlyMap<string, Buffer>> {
  const html = await readFile('dist/ui.html', 'utf8');
  return new Map(
    names.map((name) => {
      const found = moduleIn(html, name);
      if (!found) throw new Error(`dist/ui.html: saw no ${name}, packed by brotli`);
      return [`/${name}`, found];
    }),
  );
}

/** `url`: an address that the pages share; nobody listens below it where this page goes. */
export async function holdCompiled(page: Page, url: string, names: readonly ModuleName[]): Promise<void> {
  const modules = await readModules(names);
  const base = new URL('compiled', url).href;
  await page.route(`${base}/**`, (route) => {
    const body = modules.get(route.request().url().slice(base.length));
    return route.fulfill(body ? { body } : { body: '<!doctype html>', contentType: 'text/html' });
  });
  await page.goto(`${base}/`);
  await page.evaluate(async (ids) => {
    const compiled = ids.map(async (id) => WebAssembly.compile(await (await fetch(id)).arrayBuffer()));
    (globalThis as Inside).held = await Promise.all(compiled);
  }, names);
}

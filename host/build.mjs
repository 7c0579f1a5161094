// Builds the playground: host/playground → dist/playground (page, script, style, engines, samples, manifest).
// The built plugin itself, dist/code.js and dist/ui.html, is served beside it (serve.mjs), unchanged.
import { build } from 'esbuild';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { QUICKJS_WASM, RESVG_WASM } from './engines.mjs';

const root = new URL('..', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

/** "pencil-teapot.svg" → "Pencil teapot". */
function title(file) {
  const words = file.replace(/\.svg$/, '').replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

export async function playgroundBuild() {
  const out = 'dist/playground';
  await mkdir(at(out), { recursive: true });
  await build({
    entryPoints: { main: at('host/playground/main.tsx') },
    outdir: at(out),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The engine's loader asks where it lies only to find its wasm, which is handed over as bytes.
    define: { 'import.meta.url': '"http://127.0.0.1/"' },
    logLevel: 'warning',
    legalComments: 'none',
    absWorkingDir: at('.'),
  });
  await copyFile(at('host/playground/index.html'), at(`${out}/index.html`));
  await copyFile(at('manifest.json'), at(`${out}/manifest.json`));
  await copyFile(QUICKJS_WASM, at(`${out}/quickjs.wasm`));
  await copyFile(RESVG_WASM, at(`${out}/resvg.wasm`));
  const files = (await readdir(at('samples'))).filter((file) => file.endsWith('.svg')).sort();
  const samples = await Promise.all(
    files.map(async (file) => ({ name: title(file), svg: await readFile(at(`samples/${file}`), 'utf8') })),
  );
  await writeFile(at(`${out}/samples.json`), JSON.stringify(samples));
}

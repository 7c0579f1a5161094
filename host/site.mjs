// `npm run site`, after a build: dist → dist/site, the playground as a page of its own, for any web server or
// for a folder on disk. What a page from disk may not fetch lies in files.js, which it may load: the plugin's
// bundle (unchanged), the engines and the samples, each under its name.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = new URL('../dist/', import.meta.url);
const BUNDLE = ['code.js', 'ui.html'];
const TEXTS = ['manifest.json', 'samples.json'];
/** As base64. */
const BYTES = ['quickjs.wasm', 'resvg.wasm'];

/** Gives the address of the page on disk. */
export async function buildSite() {
  const out = new URL('site/', dist);
  const built = new URL('playground/', dist);
  await mkdir(out, { recursive: true });
  const read = async (name, folder, encoding) => [name, await readFile(new URL(name, folder), encoding)];
  const files = await Promise.all([
    ...BUNDLE.map((name) => read(name, dist, 'utf8')),
    ...TEXTS.map((name) => read(name, built, 'utf8')),
    ...BYTES.map((name) => read(name, built, 'base64')),
  ]);
  await writeFile(
    new URL('files.js', out),
    `globalThis.siteFiles=${JSON.stringify(Object.fromEntries(files))};\n`,
  );
  const page = await readFile(new URL('index.html', built), 'utf8');
  const [before, after] = page.split('<script src="main.js">');
  if (after === undefined) throw new Error('playground/index.html: wanted one <script src="main.js">');
  await writeFile(
    new URL('index.html', out),
    `${before.replace('<title>Realize Sketch · playground</title>', '<title>Realize Sketch</title>')}<script src="files.js"></script>\n    <script src="main.js">${after}`,
  );
  for (const name of ['main.js', 'main.css']) await copyFile(new URL(name, built), new URL(name, out));
  return new URL('index.html', out).href;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`Site: ${await buildSite()}`);

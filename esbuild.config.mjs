// src, models and node_modules in, dist out: code.js, ui.html (one file, nothing to load from elsewhere) and the playground.
//   node esbuild.config.mjs [--watch] [--quick] [--webgpu]   MODELS=folder builds with the weights of another folder
// --webgpu puts ONNX Runtime for WebGPU in, too: three megabytes for hosts whose frame is a secure context. Figma's is none.
// --quick is for a first look: what takes long to pack is packed in a second, nearly two megabytes larger than a release.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { bundled } from './bench/bundled.mjs';

const LIMITS = { 'dist/code.js': 200_000, 'dist/ui.html': 16_000_000 };
const MODELS = process.env.MODELS ?? 'models';
const QUICK = process.argv.includes('--quick');
const WEBGPU = process.argv.includes('--webgpu');
/** Brotli's qualities. */
const [QUICK_QUALITY, RELEASE_QUALITY] = [5, 11];
/** Bytes of weights from which on brotli is worth the time that its decoder takes to start. */
const TIGHT_FROM = 4_000_000;
/** What npm install throws away with the packages that it was made of. */
const CACHE = 'node_modules/.cache/realize-sketch';
const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded';

/** The same as in src/ui/engine/base85.ts, which tells the reasons; tests/ui/engine/base85.test.ts holds the two together. */
const ALPHABET = '!#()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

export function encodeBase85(bytes) {
  const groups = Math.ceil(bytes.length / 4);
  const padded = Buffer.alloc(groups * 4);
  padded.set(bytes);
  const text = Buffer.alloc(groups * 5);
  for (let i = 0; i < groups; i++) {
    let value = padded.readUInt32BE(i * 4);
    for (let c = 4; c >= 0; c--) {
      text[i * 5 + c] = ALPHABET.charCodeAt(value % 85);
      value = Math.floor(value / 85);
    }
  }
  return text.toString('latin1');
}

const common = {
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  format: 'iife',
  logLevel: 'warning',
  outdir: 'dist',
};

const textOf = (result, ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';

/** @create-figma-plugin/ui marks global styles with "!" for its own builder, and does not say that unused parts may go. */
const figmaComponents = {
  name: 'figma-components',
  setup({ onResolve }) {
    onResolve({ filter: /^!/ }, ({ path, importer }) => ({ path: join(dirname(importer), path.slice(1)) }));
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer.endsWith('@create-figma-plugin/ui/lib/index.js')
        ? { path: join(dirname(importer), path), sideEffects: false }
        : undefined,
    );
  },
};

/**
 * ONNX Runtime asks where its own script lies, to load files beside it. Here nothing lies beside it, as all bytes are
 * handed over. The answer must be a base that URL accepts and no file:, which it would resolve against the frame's
 * origin, "null"; .invalid is never resolved by anyone.
 */
const nowhere = { define: { 'import.meta.url': '"https://realize.invalid/worker.js"' } };

/** The sandbox's engine knows ES2020; `!` style checks of newer syntax fail there at load, so esbuild lowers it. */
const buildCode = () => build({ ...common, entryPoints: ['src/plugin/main.ts'], target: 'es2020' });

/**
 * The runtime's own script ends in what its threads would do at the top level, where a bundle allows no await.
 * There are no threads here.
 */
const withoutThreads = {
  name: 'without-threads',
  setup({ onLoad }) {
    onLoad({ filter: /ort-wasm-simd-threaded\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const end = 'export default ortWasmThreaded;';
      if (!text.includes(end)) throw new Error(`${path}: saw no "${end}"`);
      return { contents: text.slice(0, text.indexOf(end) + end.length), loader: 'js' };
    });
  },
};

const buildWorker = (webgpu) =>
  build({
    ...common,
    ...nowhere,
    entryPoints: ['src/worker/main.ts'],
    alias: webgpu ? {} : { 'onnxruntime-web/jspi': 'onnxruntime-web/wasm' },
    target: 'es2022',
    platform: 'browser',
    external: ['module', 'worker_threads'], // asked for in Node alone
    plugins: [withoutThreads],
  });

/** ONNX Runtime that begins with `realize` and the light opened: prepare/main.ts tells how. */
async function prepared() {
  const { main } = await bundled('prepare/main.ts');
  const ours = (name) => ({
    onnx: readFileSync(`${MODELS}/${name}.onnx`),
    card: JSON.parse(readFileSync(`${MODELS}/${name}.json`, 'utf8')),
  });
  return main(readFileSync(`${ORT}.wasm`), ours('realize'), ours('light'));
}

const buildPanel = () =>
  build({
    ...common,
    ...nowhere, // brotli-dec-wasm asks too
    entryPoints: ['src/ui/main.tsx'],
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [figmaComponents],
    loader: { '.webp': 'dataurl' },
  });

/** Generators are NAME.onnx with its card NAME.json; `realize` leads, as the first is the default. */
function modelNames() {
  const names = readdirSync(MODELS)
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => file.slice(0, -5));
  const generators = names.filter((name) => name !== 'light').sort();
  if (!generators.includes('realize') || !names.includes('light'))
    throw new Error(`${MODELS}/: saw ${names.join(', ') || 'no .onnx'}, wanted realize.onnx and light.onnx`);
  return ['realize', ...generators.filter((name) => name !== 'realize')];
}

/** A <script> element. End tags and comment openings in its text would break out of it. */
function script(text, attributes = '') {
  const escape = /<\/script|<!--/i.exec(text);
  if (escape) throw new Error(`ui.html: "${escape[0]}" in the script${attributes} would end it`);
  return `<script${attributes}>${text}</script>\n`;
}

/** Text that is not run, for the panel to read. */
const inert = (id, text, attributes = '') => script(text, ` type="text/plain" id="asset-${id}"${attributes}`);

/** Weights have no repeated strings: looking for them only spoils the counts, so the smallest of three ways is taken. */
async function packed(id, raw) {
  const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY } = constants;
  const ways = id.startsWith('model-')
    ? [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY]
    : [Z_DEFAULT_STRATEGY];
  const tried = await Promise.all(ways.map((strategy) => promisify(gzip)(raw, { level: 9, strategy })));
  const bytes = tried.reduce((a, b) => (b.length < a.length ? b : a));
  return inert(id, encodeBase85(bytes), ` data-bytes="${bytes.length}"`);
}

/**
 * A quarter to a third smaller than gzip, but the browser does not inflate it by itself: for what is seldom needed, and
 * for weights that are integers, a fifth smaller and inflated in a twentieth of a second. The best quality takes half a
 * minute, and half a megabyte less than what takes a second: kept until the file changes.
 */
async function tight(id, raw, quick = QUICK) {
  const kept = `${CACHE}/${createHash('sha256').update(raw).digest('hex')}.br`;
  if (!existsSync(kept)) {
    if (quick) return unpackedByUs(id, await brotli(raw, QUICK_QUALITY));
    console.log(`${id}: packed once for all builds, half a minute`);
    mkdirSync(CACHE, { recursive: true });
    const part = `${kept}.${process.pid}`;
    writeFileSync(part, await brotli(raw, RELEASE_QUALITY));
    renameSync(part, kept);
  }
  return unpackedByUs(id, readFileSync(kept));
}

function brotli(raw, quality) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  return promisify(brotliCompress)(raw, { params });
}

const unpackedByUs = (id, bytes) =>
  inert(id, encodeBase85(bytes), ` data-bytes="${bytes.length}" data-packing="brotli"`);

/** Packed the tight way where that is worth its decoder: integers in rows repeat themselves, as gzip does not see. */
async function weights(id, raw) {
  return raw.length > TIGHT_FROM ? tight(id, raw) : packed(id, raw);
}

const card = (name) =>
  inert(`card-${name}`, JSON.stringify(JSON.parse(readFileSync(`${MODELS}/${name}.json`, 'utf8'))));

/** ui.html. `webgpu`: with that runtime, too; `quick`: which need not be packed as tightly as can be. */
export async function page({ webgpu = WEBGPU, quick = QUICK } = {}) {
  const names = modelNames();
  const [panel, ...assets] = await Promise.all([
    buildPanel(),
    buildWorker(webgpu).then((built) => packed('worker', textOf(built, '.js'))),
    prepared().then((wasm) => tight('prepared', wasm)),
    tight('ort', readFileSync(`${ORT}.wasm`)),
    ...(webgpu ? [tight('ort-jspi', readFileSync(`${ORT}.jspi.wasm`), quick)] : []),
    packed('brotli', readFileSync('node_modules/brotli-dec-wasm/pkg/brotli_dec_wasm_bg.wasm')),
    tight('resvg', readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm')),
    ...[...names, 'light'].map((name) => weights(`model-${name}`, readFileSync(`${MODELS}/${name}.onnx`))),
  ]);
  return [
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Realize Sketch</title>\n',
    `<style>${textOf(panel, '.css')}</style>\n<div id="panel"></div>\n`,
    script(textOf(panel, '.js')),
    inert('models', names.join(' ')),
    ...[...names, 'light'].map(card),
    ...assets,
  ].join('');
}

function write(file, text) {
  writeFileSync(file, text);
  const size = Buffer.byteLength(text);
  console.log(`${file.padEnd(14)} ${size.toLocaleString('en').padStart(12)} bytes`);
  const limit = LIMITS[file];
  if (size > limit && !QUICK) throw new Error(`${file}: saw ${size} bytes, wanted at most ${limit}`);
}

async function buildAll() {
  const began = performance.now();
  console.log(
    QUICK
      ? 'building the plugin and the playground, packed quickly (a release, npm run build, is nearly two megabytes smaller)'
      : 'building the plugin and the playground',
  );
  mkdirSync('dist', { recursive: true });
  const [code, html] = await Promise.all([buildCode(), page()]);
  write('dist/code.js', textOf(code, '.js'));
  write('dist/ui.html', html);
  const { playgroundBuild } = await import('./host/build.mjs');
  await playgroundBuild();
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === import.meta.filename) {
  await buildAll();
  if (process.argv.includes('--watch')) {
    let timer;
    const again = () => buildAll().catch((error) => console.error(String(error)));
    for (const folder of ['src', 'host', MODELS].filter(existsSync))
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(again, 200);
      });
  }
}

// src, models and node_modules in, dist out: code.js, ui.html (one file, nothing to load from elsewhere) and
// the playground.
//   node esbuild.config.mjs [--watch] [--quick] [--webgpu]
// MODELS=folder builds with the weights of another folder.
// --webgpu puts ONNX Runtime for WebGPU in, too: three megabytes for hosts whose frame is a secure context.
// Figma's is none.
// --quick is for a first look: what takes long to pack is packed in a second, nearly two megabytes larger
// than a release.
import { existsSync, mkdirSync, readFileSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundled } from './bench/bundled.mjs';
import { QUICK, inert, packed, script, tight, tightened, weights } from './prepare/pack.mjs';

const LIMITS = { 'dist/code.js': 200_000, 'dist/ui.html': 12_000_000 };
/**
 * What a release's largest pieces weigh, for the tests, which need not pack them again:
 * tests/architecture/release-size.ts.
 */
const SIZES = 'prepare/release-sizes.json';
const MODELS = process.env.MODELS ?? 'models';
const WEBGPU = process.argv.includes('--webgpu');

const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded';

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

/**
 * @create-figma-plugin/ui marks global styles with "!" for its own builder, and does not say that unused
 * parts may go.
 */
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
 * ONNX Runtime asks where its own script lies, to load files beside it. Here nothing lies beside it, as all
 * bytes are handed over. The answer must be a base that URL accepts and no file:, which it would resolve
 * against the frame's origin, "null"; .invalid is never resolved by anyone.
 */
const nowhere = { define: { 'import.meta.url': '"https://realize.invalid/worker.js"' } };

/**
 * The sandbox's engine knows ES2020; `!` style checks of newer syntax fail there at load, so esbuild lowers
 * it.
 */
const buildCode = () => build({ ...common, entryPoints: ['src/plugin/main.ts'], target: 'es2020' });

/**
 * The runtime's own script ends in what its threads would do at the top level, where a bundle allows no
 * await.
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

const card = (name) =>
  inert(`card-${name}`, JSON.stringify(JSON.parse(readFileSync(`${MODELS}/${name}.json`, 'utf8'))));

/** ui.html. `webgpu`: with that runtime, too; `quick`: which need not be packed as tightly as can be. */
export async function page({ webgpu = WEBGPU, quick = QUICK } = {}) {
  const names = modelNames();
  const [panel, worker, ...assets] = await Promise.all([
    buildPanel(),
    buildWorker(webgpu).then((built) => packed('worker', textOf(built, '.js'))),
    prepared().then((wasm) => tight('prepared', wasm, quick)),
    tight('ort', readFileSync(`${ORT}.wasm`), quick),
    ...(webgpu ? [tight('ort-jspi', readFileSync(`${ORT}.jspi.wasm`), quick)] : []),
    packed('brotli', readFileSync('node_modules/brotli-dec-wasm/pkg/brotli_dec_wasm_bg.wasm')),
    tight('resvg', readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'), quick),
    ...[...names, 'light'].map((name) =>
      weights(`model-${name}`, readFileSync(`${MODELS}/${name}.onnx`), quick),
    ),
  ]);
  return [
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Realize Sketch</title>\n',
    `<style>${textOf(panel, '.css')}</style>\n<div id="panel"></div>\n`,
    // Before the panel's script, which starts it while the parser goes on.
    worker,
    script(textOf(panel, '.js')),
    inert('models', names.join(' ')),
    ...[...names, 'light'].map(card),
    ...assets,
  ].join('');
}

/** What `page` made without the runtime for WebGPU, with it. */
export async function withWebgpu(html, quick = QUICK) {
  const [worker, jspi] = await Promise.all([
    buildWorker(true).then((built) => packed('worker', textOf(built, '.js'))),
    tight('ort-jspi', readFileSync(`${ORT}.jspi.wasm`), quick),
  ]);
  const [plain] = /<script [^>]*id="asset-worker".*\n/.exec(html) ?? [];
  if (!plain) throw new Error('ui.html: saw no worker in it');
  return html.replace(plain, () => worker) + jspi;
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
  if (!QUICK && !WEBGPU && MODELS === 'models')
    writeFileSync(SIZES, `${JSON.stringify(Object.fromEntries([...tightened].sort()), null, 2)}\n`);
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

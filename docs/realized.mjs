// In: drawings. Out: their pictures, made by the command line as a user would. For the scripts that make the
// documentation's pictures.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * One report a drawing: {file, out, box {x, y, width, height}}. `tree`: whose command line; `options`: more
 * of its options.
 */
export async function realizeAll(files, folder, { size = 512, tree = root, options = [] } = {}) {
  const args = ['--no-warnings', 'src/cli/run.mjs', ...files];
  args.push('--out-dir', folder, '--size', String(size), '--json', ...options);
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 1 << 24 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** An SVG document's own size, in its units. */
export function sizeOf(svg) {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width) throw new Error('a drawing wants a viewBox that begins with 0 0');
  return { width: Number(width), height: Number(height) };
}

/**
 * SVG of one cell: the drawing at the left, its picture at the right, at the same scale and with the same
 * features level.
 */
export async function cell({ file, out, box }, left, top, side) {
  const svg = await readFile(resolve(root, file));
  const { width, height } = sizeOf(svg.toString());
  const scale = (0.92 * side) / Math.max(width, height, box.width, box.height);
  const image = ([x, y], { width, height }, type, bytes) =>
    `<image x="${x}" y="${y}" width="${width}" height="${height}" href="data:${type};base64,${bytes.toString('base64')}" preserveAspectRatio="none"/>`;
  const place = (x0) => [left + x0 + (side - width * scale) / 2, top + (side - height * scale) / 2];
  const scaled = (size) => ({ width: size.width * scale, height: size.height * scale });
  const [px, py] = place(side);
  return (
    image(place(0), scaled({ width, height }), 'image/svg+xml', svg) +
    image([px + box.x * scale, py + box.y * scale], scaled(box), 'image/png', await readFile(out))
  );
}

let ready = null;
/** An SVG document of images and paths, `zoom` pixels a unit; letters have no font here. */
export async function rasterize(svg, zoom = 1) {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    initWasm,
  );
  await ready;
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom } }).render();
}

/** The same, written as PNG. */
export async function writePng(file, svg) {
  await writeFile(file, (await rasterize(svg)).asPng());
}

// `npm run sheet`: realizes every drawing in samples/ through the command line and lays drawing and picture side by side.
// In: samples/*.svg, models/. Out: docs/samples.png (all of them) and docs/hero.png (a few, larger), for the README.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const HERO = ['shoe', 'lamp', 'mug', 'handbag', 'car', 'vase'];

/** Runs the command line as a user would; answers one report a drawing: {file, out, box {x, y, width, height}}. */
async function realizeAll(files, folder) {
  const run = promisify(execFile);
  const args = ['src/cli/run.mjs', ...files, '--out-dir', folder, '--size', '512', '--json'];
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1 << 24 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** An SVG document's own size, in its units. */
function sizeOf(svg) {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (!width) throw new Error('sheet: a sample wants a viewBox that begins with 0 0');
  return { width: Number(width), height: Number(height) };
}

/** One cell: the drawing at the left, its picture at the right, at the same scale and with the same features level. */
async function cell(report, left, top, side) {
  const svg = await readFile(join(root, report.file), 'utf8');
  const { width, height } = sizeOf(svg);
  const { box } = report;
  const scale = (0.92 * side) / Math.max(width, height, box.width, box.height);
  const image = (x, y, w, h, href) =>
    `<image x="${x}" y="${y}" width="${w}" height="${h}" href="${href}" preserveAspectRatio="none"/>`;
  const place = (x0) => [left + x0 + (side - width * scale) / 2, top + (side - height * scale) / 2];
  const [dx, dy] = place(0);
  const [px, py] = place(side);
  const picture = await readFile(report.out, 'base64');
  return (
    image(
      dx,
      dy,
      width * scale,
      height * scale,
      `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    ) +
    image(
      px + box.x * scale,
      py + box.y * scale,
      box.width * scale,
      box.height * scale,
      `data:image/png;base64,${picture}`,
    )
  );
}

async function sheet(reports, columns, side, file) {
  const rows = Math.ceil(reports.length / columns);
  const gap = side * 0.12;
  const width = columns * (2 * side + gap) + gap;
  const height = rows * (side + gap) + gap;
  const cells = await Promise.all(
    reports.map((report, i) =>
      cell(
        report,
        gap + (i % columns) * (2 * side + gap),
        gap + Math.floor(i / columns) * (side + gap),
        side,
      ),
    ),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${cells.join('')}</svg>`;
  await writeFile(join(root, file), new Resvg(svg).render().asPng());
  console.log(`${file}  ${reports.length} drawings`);
}

await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
const folder = await mkdtemp(join(tmpdir(), 'realize-sheet-'));
try {
  const names = (await readdir(join(root, 'samples'))).filter((name) => name.endsWith('.svg')).sort();
  const reports = await realizeAll(
    names.map((name) => `samples/${name}`),
    folder,
  );
  await sheet(reports, 3, 250, 'docs/samples.png');
  await sheet(
    HERO.map((name) => reports.find((report) => report.file === `samples/${name}.svg`)),
    2,
    330,
    'docs/hero.png',
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

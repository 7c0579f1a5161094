// `npm run sheet`: realizes every drawing in samples/ through the command line and lays drawing and picture
// side by side.
// In: samples/*.svg, docs/advice/*.svg, models/. Out: docs/samples.png (all of them), docs/hero.png (a few,
// larger, for the README) and docs/advice.png (what reads badly and what reads well, for docs/drawing.md).
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cell, realizeAll, root, writePng } from './realized.mjs';

const HERO = ['shoe', 'lamp', 'mug', 'handbag', 'car', 'vase'];
/** The rows of docs/drawing.md, in its order; each has a drawing that reads badly and one that reads well. */
const ADVICE = ['parts', 'closed', 'rim', 'hidden', 'names', 'hatching'];

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
  await writePng(join(root, file), svg);
  console.log(`${file}  ${reports.length} drawings`);
}

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
  const advice = await realizeAll(
    ADVICE.flatMap((name) => [`docs/advice/${name}-bad.svg`, `docs/advice/${name}-good.svg`]),
    folder,
  );
  await sheet(advice, 2, 220, 'docs/advice.png');
} finally {
  await rm(folder, { recursive: true, force: true });
}

// `npm run subjects -- --before COMMIT`: six subjects that anybody would try, realized by that commit and by
// this one.
// In: docs/subjects/*.svg. Out: docs/subjects.png, a row each: drawing and picture before, drawing and
// picture now.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { treeOf } from '../bench/tree-of.mjs';
import { cell, realizeAll, root, writePng } from './realized.mjs';

const SIDE = 330;
const GAP = 16;
const { values } = parseArgs({ options: { before: { type: 'string' } } });
if (!values.before) throw new Error('wanted --before COMMIT');
const { tree } = await treeOf(values.before);
const names = (await readdir(join(root, 'docs/subjects'))).filter((name) => name.endsWith('.svg')).sort();
const files = names.map((name) => resolve(root, 'docs/subjects', name));
const folder = await mkdtemp(join(tmpdir(), 'realize-subjects-'));
try {
  const columns = [];
  for (const [name, from] of [
    ['before', tree],
    ['now', root],
  ]) {
    await mkdir(join(folder, name));
    columns.push(await realizeAll(files, join(folder, name), { size: 1024, tree: from }));
  }
  const [width, height] = [4 * SIDE + 3 * GAP, files.length * (SIDE + GAP) + GAP];
  const cells = await Promise.all(
    columns.flatMap((reports, column) =>
      reports.map((report, row) =>
        cell(report, GAP + column * (2 * SIDE + GAP), GAP + row * (SIDE + GAP), SIDE),
      ),
    ),
  );
  await writePng(
    join(root, 'docs/subjects.png'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${cells.join('')}</svg>`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

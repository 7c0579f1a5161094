// `npm run matrix -- [--rows 0-99] [--kind ID,…] [--fault ID|none,…] [--frame ID,…] [--all] [--pages 2]
//   [--dist dist] [--build NAME] [--results FILE] [--again] [--minutes 5] [--table]`: runs the rows that the
// results file lacks, adds them to it, prints the table and writes docs/matrix.md. Stopped and started again
// it goes on where it was; --minutes: begins no row later. --again runs those that did not pass once more;
// --table runs nothing and writes the table.
// Rows with a fault of WebGL get a browser that has it, the others one without, which is faster.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { launchBrowser } from '../e2e/browser.ts';
import { openDriver, readFiles, type Files } from './drive.ts';
import { endOf, judge } from './judge.ts';
import { faultOf, nameOf, pairwise, product, untroubled, type Row } from './rows.ts';
import type { Seen } from './seen.ts';
import { table, type Result } from './table.ts';

/**
 * A page is opened anew after so many rows: what a browser does not give back must not make later rows fail.
 */
const FRESH_EVERY = 25;

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string' },
      kind: { type: 'string' },
      fault: { type: 'string' },
      frame: { type: 'string' },
      all: { type: 'boolean', default: false },
      pages: { type: 'string', default: '2' },
      dist: { type: 'string', default: 'dist' },
      build: { type: 'string' },
      results: { type: 'string', default: 'node_modules/.cache/realize/matrix.jsonl' },
      again: { type: 'boolean', default: false },
      minutes: { type: 'string', default: 'Infinity' },
      table: { type: 'boolean', default: false },
    },
  });
  const build =
    values.build ?? execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const every = values.all ? product() : pairwise();
  const known = await readResults(values.results);
  const wanted = chosen(values.fault === 'none' ? untroubled() : every, values);
  if (!values.table) {
    const isMissing = (one: Result | undefined): boolean => !one || (values.again && one.wrong.length > 0);
    const missing = wanted.filter((row) => isMissing(known.get(nameOf(row))));
    console.log(`${missing.length} rows to run, ${wanted.length - missing.length} known, build ${build}`);
    const files = await readFiles(values.dist);
    await mkdir(dirname(values.results), { recursive: true });
    const begun = performance.now();
    const until = begun + 60_000 * Number(values.minutes);
    const total = missing.length;
    let done = 0;
    await Promise.all(
      Array.from({ length: Number(values.pages) }, () =>
        work(files, { rows: missing, until }, async (row, seen, wrong) => {
          const struck = seen?.struck.some(({ id }) => id === faultOf(row)) ?? false;
          const end = (seen && endOf(seen)) ?? 'failed';
          const result: Result = { row, wrong, end, struck, ms: seen?.ms ?? 0, build };
          known.set(nameOf(row), result);
          await appendFile(values.results, `${JSON.stringify(result)}\n`);
          done += 1;
          const pace = (performance.now() - begun) / done / 1000;
          console.log(
            `${done}/${total} ${pace.toFixed(1)} s each · ${nameOf(row)} · ${end} ${(result.ms / 1000).toFixed(1)} s${wrong.length > 0 ? `\n   WRONG ${wrong.join('\n         ')}` : ''}`,
          );
        }),
      ),
    );
  }
  const names = new Set(wanted.map(nameOf));
  const results = [...known].filter(([name]) => names.has(name)).map(([, result]) => result);
  const text = table(results, every.length, 'npm run matrix');
  console.log(text);
  // Part of the matrix is looked at, not kept.
  if (!values.kind && !values.fault && !values.frame && !values.rows)
    await writeFile('docs/matrix.md', await format(text, { parser: 'markdown', printWidth: 110 }));
  if (results.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

function chosen(
  rows: readonly Row[],
  { rows: range, kind, fault, frame }: { rows?: string | undefined; kind?: string | undefined; fault?: string | undefined; frame?: string | undefined }, // prettier-ignore
): Row[] {
  const [from, to] =
    /^(\d+)-(\d+)$/
      .exec(range ?? `0-${rows.length}`)
      ?.slice(1)
      .map(Number) ?? [];
  if (from === undefined || to === undefined)
    throw new Error(`--rows ${range}: wanted FROM-TO, such as 0-99`);
  return rows
    .slice(from, to + 1)
    .filter((row) => isOf(kind, row.kind) && isOf(frame, row.frame) && isOf(fault, faultOf(row)));
}

/** Whether a list with commas has it; no list has all. */
const isOf = (list: string | undefined, id: string): boolean => !list || list.split(',').includes(id);

const needsWebgl = (row: Row): boolean => faultOf(row).startsWith('webgl-');

async function readResults(file: string): Promise<Map<string, Result>> {
  if (!existsSync(file)) return new Map();
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as Result).map((one) => [nameOf(one.row), one]));
}

/**
 * One browser: takes rows off the list until none is left. A browser that dies is replaced, and its row has
 * failed.
 */
async function work(
  files: Files,
  { rows, until }: { rows: Row[]; until: number },
  tell: (row: Row, seen: Seen | null, wrong: string[]) => Promise<void>,
): Promise<void> {
  const isLate = (): boolean => performance.now() > until;
  while (rows.length > 0 && !isLate()) {
    const webgl = needsWebgl(rows[0]!);
    const browser = await launchBrowser({ webgl });
    const driver = await openDriver(browser, files);
    for (let i = 0; i < FRESH_EVERY && !isLate(); i += 1) {
      const next = rows.findIndex((row) => needsWebgl(row) === webgl);
      if (next < 0) break;
      const row = rows.splice(next, 1)[0]!;
      try {
        const seen = await driver.run(row);
        await tell(row, seen, judge(row, seen));
      } catch (error) {
        await tell(row, null, [`the row could not be run: ${String(error).split('\n')[0]}`]);
        break;
      }
    }
    await browser.close();
  }
}

// In: two programs, the one before and the one now. Out: a table of their times and of the ratios between
// them.
// Both take turns in one process, each drawing once before it counts; the ratio is the median of pairs.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { openPipeline as OpenPipeline } from '../src/core/pipeline.ts';
import type { Size } from '../src/core/sketch.ts';
import { busy } from './busy.ts';
import { draft } from './edit.ts';
import { sneaker } from './sneaker.ts';
import { browserRows } from './versus-browser.ts';
import { lineOf, within, type Row, type Took } from './versus-rows.ts';
import { picture, relight, settingsOf, type Program, type Work, type Task } from './versus-tasks.ts';

// A picture of 4096 takes half a minute: two samples stand for all.
const FEW = ['car', 'mug'];

export async function main(before: Program, now: Program, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '1024,2048' },
      samples: { type: 'string', default: '' },
      browser: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  const sizes = values.sizes.split(',').map(Number) as Size[];
  console.log(`${before.name} and now in turns, ${runs} pairs each after one that does not count\n`);
  const programs = [before, now] as const;
  const opened = [await within(before, before.openEngine), await within(now, now.openEngine)] as const;
  const rows: Row[] = [];
  const wanted = values.samples === '' ? null : values.samples.split(',');
  const names = (await readdir('samples'))
    .filter((name) => name.endsWith('.svg') && (wanted?.includes(name.slice(0, -4)) ?? true))
    .sort();
  if (names.length === 0) throw new Error(`samples/ has none of ${values.samples}`);
  const compare = async (what: string, tasks: readonly Task[]): Promise<void> => {
    const row: Row = { what, before: [], now: [] };
    for (const task of tasks) {
      for (let run = -1; run < runs; run++) {
        const order = run % 2 ? [0, 1] : [1, 0];
        for (const k of order as (0 | 1)[]) {
          const work = await task(programs[k], opened[k]);
          const took = await timed(work);
          if (run >= 0) (k === 0 ? row.before : row.now).push(took);
        }
      }
    }
    rows.push(row);
    console.log(lineOf(row));
  };
  for (const size of sizes) {
    const chosen = names.filter((name) => size < 4096 || FEW.includes(name.slice(0, -4)));
    const drawings = await Promise.all(
      chosen.map(async (name) => ({ name, svg: await readFile(join('samples', name), 'utf8') })),
    );
    await compare(
      `drawing → PNG, ${size} px`,
      drawings.map((drawing) => picture(drawing, size)),
    );
    await compare(
      `another light → PNG, ${size} px`,
      drawings.map((drawing) => relight(drawing, size)),
    );
  }
  let edits = 0;
  const editing = new Map<Program, ReturnType<typeof OpenPipeline>>();
  await compare(
    'edit of 100 paths → draft',
    Array.from({ length: 3 }, (): Task => (program, { engine, cards }) => {
      const pipeline = editing.get(program) ?? program.openPipeline(engine, cards);
      editing.set(program, pipeline);
      const sketch = { id: '1:2', name: 'sneaker', svg: sneaker(1, edits++) };
      return () => draft(pipeline, sketch, settingsOf(program, cards, 512));
    }),
  );
  if (values.browser) rows.push(...(await browserRows(before, now, runs)));
  console.log(`\n${rows.length} rows; ratios below 1 are faster now`);
}

async function timed(work: Work): Promise<Took> {
  const [wall, own] = [performance.now(), busy()];
  await work();
  return { wall: performance.now() - wall, busy: busy() - own };
}

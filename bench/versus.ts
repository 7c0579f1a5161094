// In: two programs, the one before and the one now. Out: a table of their times and memory, of the ratios
// between them beside what was aimed at, and the pieces of what a picture and a draft take.
// Both take turns in one process, each drawing once before it counts; the ratio is the median of pairs.
import { readdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Size } from '../src/core/sketch.ts';
import { busy } from './busy.ts';
import { pieceRows, piecesOf } from './pieces.ts';
import { ratioOf, lineOf, within, type Row, type Took } from './versus-rows.ts';
import { placeAllRows, startRows, webglRow } from './versus-browser.ts';
import { peakRow } from './versus-peak.ts';
import { table } from './table.ts';
import {
  editing,
  picture,
  relight,
  type Program,
  type Sample,
  type Work,
  type Task,
} from './versus-tasks.ts';

const KINDS = ['picture', 'light', 'edit', 'pieces', 'memory', 'start', 'webgl', 'all'] as const;
type Kind = (typeof KINDS)[number];

// As issue 15 set them against 7655ec0.
const PICTURE_GOALS: Partial<Record<number, number>> = { 1024: 0.6, 2048: 0.6, 4096: 0.5 };
const LIGHT_GOALS: Partial<Record<number, number>> = { 1024: 0.9 };
const EDIT_GOAL = 0.8;
/** At which another light is compared on WebGL. */
const LIT = 1024;
/** Made in bands: memory is weighed there. */
const LARGEST = 4096;
const PIECE_RUNS = 5;
/** Of pictures above LIT, which take seconds. */
const LARGE_RUNS = 2;
/** Smaller pieces are told as one, in percent. */
const LEAST_PIECE = 1.5;

/** What is asked for, checked. */
interface Asked {
  runs: number;
  sizes: Size[];
  drawings: Sample[];
  wants: (kind: Kind) => boolean;
}

export async function main(before: Program, now: Program, args: string[]): Promise<void> {
  const { runs, sizes, drawings, wants } = await asked(args);
  console.log(`${before.name} and now in turns, ${runs} pairs each after one that does not count\n`);
  const programs = [before, now] as const;
  const opened = [await within(before, before.openEngine), await within(now, now.openEngine)] as const;
  const rows: Row[] = [];
  const tell = (row: Row): void => {
    rows.push(row);
    console.log(lineOf(row));
  };
  const compare = async (what: string, goal: number | null, tasks: readonly Task[]): Promise<Row> => {
    const row: Row = { what, unit: 'ms', goal, before: [], now: [] };
    for (const task of tasks) {
      for (let run = -1; run < runs; run++) {
        for (const k of run % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
          const took = await timed(await task(programs[k], opened[k]));
          if (run >= 0) (k === 0 ? row.before : row.now).push(took);
        }
      }
    }
    tell(row);
    return row;
  };
  let onWasm: Row | null = null;
  for (const size of sizes) {
    const pictures = drawings.map((drawing) => picture(drawing, size));
    const lights = drawings.map((drawing) => relight(drawing, size));
    if (wants('picture')) await compare(`drawing → PNG, ${size} px`, PICTURE_GOALS[size] ?? null, pictures);
    if (!wants('light')) continue;
    const row = await compare(`another light → PNG, ${size} px`, LIGHT_GOALS[size] ?? null, lights);
    if (size === LIT) onWasm = row;
  }
  const edit = editing();
  if (wants('edit')) await compare('edit of 100 paths → draft', EDIT_GOAL, [edit, edit, edit]);
  if (wants('memory')) tell(await peakRow(before, now, drawings[0]!, LARGEST));
  if (wants('start')) for (const row of await startRows(before, now, runs)) tell(row);
  const names = drawings.map(({ name }) => name);
  if (wants('webgl') && onWasm) tell(await webglRow(now, onWasm, { names, runs }));
  if (wants('all')) for (const row of await placeAllRows(before, now)) tell(row);
  const aimed = rows.filter(({ goal }) => goal !== null);
  const met = aimed.filter((row) => ratioOf(row) <= row.goal!);
  console.log(`\nratios below 1 are faster now; ${met.length} of ${aimed.length} goals met\n`);
  if (!wants('pieces')) return;
  const works = [
    ...sizes.map((size) => ({
      what: `drawing → PNG, ${size} px`,
      tasks: drawings.map((drawing) => picture(drawing, size)),
      again: size > LIT ? LARGE_RUNS : PIECE_RUNS,
    })),
    { what: 'edit of 100 paths → draft', tasks: [editing()], again: PIECE_RUNS },
  ];
  for (const { what, tasks, again } of works)
    for (const [k, program] of programs.entries()) {
      const { engine, ...rest } = opened[k]!;
      const pieces = await piecesOf(engine, program.bundle, (engine) =>
        Array.from({ length: again }, () =>
          tasks.map((task) => async () => (await task(program, { engine, ...rest }))()),
        ).flat(),
      );
      table([`${what}, ${program.name}`, 'ms', '%'], pieceRows(pieces, LEAST_PIECE));
    }
}

async function asked(args: string[]): Promise<Asked> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '3' },
      sizes: { type: 'string', default: `${LIT},2048,${LARGEST}` },
      samples: { type: 'string', default: 'car,mug' },
      only: { type: 'string', default: KINDS.join() },
    },
  });
  const kinds = values.only.split(',');
  const stranger = kinds.find((kind) => !KINDS.some((known) => known === kind));
  if (stranger !== undefined) throw new Error(`saw --only ${stranger}, wanted some of ${KINDS.join()}`);
  const wants = (kind: Kind): boolean => kinds.includes(kind);
  const sizes = values.sizes.split(',').map(Number) as Size[];
  if (wants('webgl') && !(wants('light') && sizes.includes(LIT)))
    throw new Error(`saw webgl alone, wanted light at ${LIT} px with it: its ratio goes by that`);
  const drawings = await samplesOf(values.samples.split(','));
  return { runs: Number(values.runs), sizes, drawings, wants };
}

async function samplesOf(wanted: readonly string[]): Promise<Sample[]> {
  const there = (await readdir('samples')).filter((name) => name.endsWith('.svg'));
  const missing = wanted.filter((name) => !there.includes(`${name}.svg`));
  if (missing.length > 0) throw new Error(`samples/ has no ${missing.join(', ')}`);
  return Promise.all(
    wanted.map(async (name) => ({ name, svg: await readFile(`samples/${name}.svg`, 'utf8') })),
  );
}

async function timed(work: Work): Promise<Took> {
  const [wall, own] = [performance.now(), busy()];
  await work();
  return { wall: performance.now() - wall, busy: busy() - own };
}

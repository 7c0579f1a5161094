// In: two programs. Out: rows of what their built plugins take in the browser: cold starts, and thirty frames
// at once.
import { execFileSync } from 'node:child_process';
import { lineOf, within, type Row } from './versus-rows.ts';
import type { Program } from './versus-tasks.ts';

/** Builds both first. */
export async function browserRows(before: Program, now: Program, runs: number): Promise<Row[]> {
  for (const { tree } of [before, now])
    execFileSync('node', ['esbuild.config.mjs'], { cwd: tree, stdio: 'ignore' });
  return [...(await startRows(before, now, runs)), await thirtyRow(before, now)];
}

/** Cold starts in the browser, each program's own built plugin. */
async function startRows(before: Program, now: Program, runs: number): Promise<Row[]> {
  const times = new Map<string, Row>();
  for (let run = 0; run < runs; run++) {
    for (const program of run % 2 ? [before, now] : [now, before]) {
      for (const { what, ms } of await within(program, () => program.timeStart(1))) {
        const row = times.get(what) ?? { what, before: [], now: [] };
        times.set(what, row);
        (program === before ? row.before : row.now).push({ wall: ms, busy: ms });
      }
    }
  }
  const rows = [...times.values()];
  for (const row of rows) console.log(lineOf(row));
  return rows;
}

/**
 * Place all, once each: frame by frame, and what the process holds of memory from the fifth frame to the
 * last.
 */
async function thirtyRow(before: Program, now: Program): Promise<Row> {
  const row: Row = { what: 'Place all of 30 frames, per frame', before: [], now: [] };
  for (const program of [before, now]) {
    const { each, memory } = await within(program, () => program.timeThirty(1));
    (program === before ? row.before : row.now).push(...each.map((ms) => ({ wall: ms, busy: ms })));
    const held = memory.map(({ process }) => process.toFixed(0)).join(', ');
    console.log(`  ${program.name}: MB of the process after every fifth frame ${held}`);
  }
  console.log(lineOf(row));
  return row;
}

// In: two programs, a drawing. Out: a row of the most memory that each takes for one picture of it, in a
// process of its own (peak.mjs).
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Program, Sample } from './versus-tasks.ts';
import type { Row } from './versus-rows.ts';

export async function peakRow(before: Program, now: Program, { name }: Sample, size: number): Promise<Row> {
  const peakOf = async ({ bundle, tree }: Program): Promise<Row['now']> => {
    const args = ['--no-warnings', 'bench/peak.mjs', bundle, tree, `samples/${name}.svg`, String(size)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return [{ wall: Number(stdout), busy: null }];
  };
  const what = `peak memory of ${name}.svg → PNG, ${size} px`;
  return { what, unit: 'MB', goal: 1, before: await peakOf(before), now: await peakOf(now) };
}

// In: what was timed of the program before and of the one now. Out: a line of the table: medians, and the
// median ratio of pairs.
import { median } from './median.ts';
import type { Program } from './versus-tasks.ts';

/** Milliseconds of wall clock and of this process's processor time. */
export interface Took {
  wall: number;
  busy: number;
}

export interface Row {
  what: string;
  before: Took[];
  now: Took[];
}

/** Runs from a tree's own folder, as its files are found by that. */
export async function within<T>({ tree }: Program, work: () => Promise<T>): Promise<T> {
  const here = process.cwd();
  process.chdir(tree);
  try {
    return await work();
  } finally {
    process.chdir(here);
  }
}

/** A row's medians, and the median of its pairs' ratios. */
export function lineOf({ what, before, now }: Row): string {
  const of = (key: keyof Took): string => {
    const ratio = median(now.map((took, i) => took[key] / before[i]![key]));
    const [old, own] = [before, now].map((list) => median(list.map((took) => took[key])).toFixed(0));
    return `${old} → ${own} ms, ${ratio.toFixed(2)}`;
  };
  return `${what.padEnd(34)} wall ${of('wall').padEnd(26)} processor ${of('busy')}`;
}

// In: what was timed or weighed of the program before and of the one now. Out: a line of the table: medians,
// the median ratio of pairs, and whether it is what was aimed at.
import { median } from './median.ts';
import type { Program } from './versus-tasks.ts';

export interface Took {
  /** Milliseconds of wall clock; of a row of memory, megabytes. */
  wall: number;
  /** Milliseconds of this process's processor time; null: what took the time is another process. */
  busy: number | null;
}

export interface Row {
  what: string;
  unit: 'ms' | 'MB';
  /** The ratio that is aimed at; null: none was set. */
  goal: number | null;
  before: Took[];
  now: Took[];
}

/** Runs from a tree's own folder, as its files are found by that. */
export async function within<T>({ tree }: Pick<Program, 'tree'>, work: () => Promise<T>): Promise<T> {
  const here = process.cwd();
  process.chdir(tree);
  try {
    return await work();
  } finally {
    process.chdir(here);
  }
}

/**
 * The median of the pairs' ratios, now to before. Of processor time where that is known: a machine that does
 * other work spoils it least.
 */
export function ratioOf({ before, now }: Pick<Row, 'before' | 'now'>): number {
  const busy = ratiosOf(before, now, 'busy');
  return median(busy.includes(null) ? ratiosOf(before, now, 'wall').map(Number) : busy.map(Number));
}

/** A row's medians, ratios and verdict. */
export function lineOf(row: Row): string {
  const { what, unit, goal, before, now } = row;
  const of = (key: keyof Took): string => {
    const ratio = median(ratiosOf(before, now, key).map(Number));
    const [old, own] = [before, now].map((list) => median(list.map((took) => Number(took[key]))).toFixed(0));
    return `${old} → ${own} ${unit}, ${ratio.toFixed(2)}`;
  };
  const timed = [...before, ...now].every(({ busy }) => busy !== null);
  const wall = `${unit === 'ms' ? 'wall ' : ''}${of('wall')}`;
  const verdict = goal === null ? '' : `goal ${goal}: ${ratioOf(row) <= goal ? 'met' : 'missed'}`;
  return `${what.padEnd(46)} ${wall.padEnd(28)} ${(timed ? `processor ${of('busy')}` : '').padEnd(32)} ${verdict}`.trimEnd();
}

function ratiosOf(before: readonly Took[], now: readonly Took[], key: keyof Took): (number | null)[] {
  return now.map((took, i) => {
    const [own, old] = [took[key], before[i]![key]];
    return own === null || old === null ? null : own / old;
  });
}

// How long the fuzz goes on: a fixed seed and few runs in `npm test`; FUZZ_RUNS=50 FUZZ_SEED=7 for a night.
import type { Parameters } from 'fast-check';

const TIMES = Number(process.env['FUZZ_RUNS'] ?? 1);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122);

export function runs<T>(count: number): Parameters<T> {
  return {
    numRuns: Math.max(1, Math.round(count * TIMES)),
    seed: SEED,
    unbiased: true,
    endOnFailure: TIMES > 1,
  };
}

/** Seconds of this process's own CPU that `work` takes: other work on the machine does not count. */
export async function secondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

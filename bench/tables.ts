// What was measured in; its tables on the terminal out.
import type { Spread } from './edit.ts';
import { endure, type Endurance } from './endure.ts';
import { tryLarge, type Large } from './large.ts';
import { median } from './median.ts';
import { TIMED, type StageTiming } from './stages.ts';
import { ms, table } from './table.ts';
import type { Stage } from '../src/core/picture.ts';

export async function showEndurance(runs: number): Promise<Endurance> {
  const report = await endure(runs, console.log);
  table(
    ['memory after warm-up, MB', 'first third', 'last third', 'growth'],
    report.growth.map(({ phase, memory, from, to }) => [
      `${phase}, ${memory}`,
      from.toFixed(1),
      to.toFixed(1),
      `${(100 * (to / from - 1)).toFixed(1)} %`,
    ]),
  );
  const { minutes, workersLeft, imagesStored, imagesUnplaced, trouble } = report;
  console.log(
    `${runs} runs in ${minutes.toFixed(0)} minutes; ${workersLeft} workers left, ${imagesUnplaced} of ${imagesStored} stored images not placed, ${trouble.length} errors or requests`,
  );
  return report;
}

export async function showLarge(seed: number): Promise<Large[]> {
  const found = await tryLarge(seed);
  for (const { what, steps, peak, said } of found) {
    const times = steps.map(([name, took]) => `${name} ${(took / 1000).toFixed(1)} s`).join(', ');
    console.log(`${what}: ${times}; peak ${peak.toFixed(0)} MB; ${said}`);
  }
  return found;
}

export function stageTable(timings: readonly StageTiming[]): void {
  const stages: Stage[] = ['read', 'lines', 'generate', 'parts', 'light', 'encode'];
  const row = (name: string, group: readonly StageTiming[]): string[] => [
    name,
    ...stages.map((stage) => ms(median(group.map((timing) => timing.stages[stage] ?? 0)))),
    ms(median(group.map(({ total }) => total))),
    ms(median(group.map(({ relight }) => relight))),
  ];
  for (const size of TIMED) {
    const group = timings.filter((timing) => timing.size === size);
    table(
      [`${size} × ${size}`, ...stages, 'total', 'new light'],
      [...group.map((timing) => row(timing.sample, [timing])), row('median', group)],
    );
  }
}

export function spreadTable(title: string, spreads: readonly Spread[]): void {
  const stages: Stage[] = ['read', 'lines', 'generate', 'parts', 'light'];
  const at = (times: readonly number[], share: number): number | undefined =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))];
  table(
    [title, 'min', 'median', 'p90', 'max', 'busy', 'least', 'a second', ...stages],
    spreads.map(({ what, times, busy, stages: each }) => [
      what,
      ...[0, 0.5, 0.9, 1].map((share) => ms(at(times, share))),
      ms(median(busy)),
      ms(busy[0]),
      (1000 / median(busy)).toFixed(1),
      ...stages.map((stage) => (each[stage] ? ms(median(each[stage])) : '')),
    ]),
  );
}

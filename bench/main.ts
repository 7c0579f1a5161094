// What is wished for on the command line → tables on the terminal and, with --json FILE, all numbers as JSON.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Stage } from '../src/core/picture.ts';
import { timeDrags } from './drag.ts';
import { timeEdits, type Spread } from './edit.ts';
import { endure, type Endurance } from './endure.ts';
import { openEngine } from './engine.ts';
import { timeFour } from './four.ts';
import { tryLarge, type Large } from './large.ts';
import { timeLight } from './light.ts';
import { timeLive } from './live.ts';
import { median } from './median.ts';
import { timeNetworks } from './networks.ts';
import { timeShapes } from './shapes.ts';
import { timeStages, type StageTiming, TIMED } from './stages.ts';
import { timeStart, traceStart } from './start.ts';
import { timeThirty } from './thirty.ts';
import { pictureOf, rowsOf } from './timeline.ts';

const PARTS = [
  'networks',
  'stages',
  'start',
  'edit',
  'drag',
  'live',
  'four',
  'thirty',
  'light',
  'shapes',
  'endure',
  'large',
] as const;
const ms = (value: number | undefined): string =>
  value === undefined ? '' : `${value.toFixed(value < 10 ? 1 : 0)}`;

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      timeline: { type: 'boolean', default: false },
      picture: { type: 'string', default: 'dist/timeline.svg' },
    },
  });
  const runs = Number(values.runs);
  const seed = Number(values.seed);
  const stranger = positionals.find((part) => !PARTS.some((known) => known === part));
  if (stranger !== undefined || !(runs >= 1) || !Number.isInteger(seed))
    throw new Error(
      `saw ${args.join(' ')}, wanted [${PARTS.join('] [')}] [--runs N] [--seed N] [--json FILE] [start --timeline [--picture FILE]]`,
    );
  const wants = (part: (typeof PARTS)[number]): boolean =>
    positionals.length === 0 || positionals.includes(part);

  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'} × ${cpus().length}, Node ${process.versions.node}`;
  console.log(`${machine}; median of ${runs} runs, seed ${seed}; milliseconds\n`);
  const report: Record<string, unknown> = { machine, runs, seed };
  // Half an hour for 1,000 runs: only when it is named.
  if (positionals.includes('endure')) report['endure'] = await showEndurance(runs);
  // Gigabytes of memory and minutes: the same.
  if (positionals.includes('large')) report['large'] = await showLarge(seed);
  if (
    ['networks', 'stages', 'edit', 'drag', 'shapes'].some((part) => wants(part as (typeof PARTS)[number]))
  ) {
    const opened = await openEngine();
    if (wants('networks')) {
      const timings = await timeNetworks(opened, runs, seed);
      report['networks'] = timings;
      table(
        ['network', 'median', 'best'],
        timings.map((timing) => [timing.what, ms(timing.ms), ms(timing.best)]),
      );
    }
    if (wants('stages')) {
      const timings = await timeStages(opened, runs, seed);
      report['stages'] = timings;
      stageTable(timings);
    }
    if (wants('shapes')) {
      const timings = await timeShapes(opened, runs, seed);
      report['shapes'] = timings;
      const stages: Stage[] = ['read', 'lines', 'generate', 'parts', 'light', 'encode'];
      table(
        ['shapes', ...stages],
        timings.map(({ shapes, stages: each }) => [
          String(shapes),
          ...stages.map((stage) => ms(each[stage])),
        ]),
      );
    }
    if (wants('edit')) {
      const spreads = await timeEdits(opened, runs, seed);
      report['edit'] = spreads;
      spreadTable('from edit to draft', spreads);
    }
    if (wants('drag')) {
      const spreads = await timeDrags(opened, runs, seed);
      report['drag'] = spreads;
      spreadTable('from a turn of the light to draft', spreads);
    }
  }
  if (wants('start') && values.timeline) {
    const traces = await traceStart(runs);
    report['timeline'] = traces;
    for (const { what, spans } of traces) table([what, 'from', 'to', 'in all', 'times'], rowsOf(spans));
    await writeFile(values.picture, pictureOf(traces.map(({ what, spans }) => [what, spans])));
    console.log(`drawn in ${values.picture}\n`);
  } else if (wants('start')) {
    const timings = await timeStart(runs);
    report['start'] = timings;
    table(
      ['cold start in the browser', 'median', 'best'],
      timings.map((timing) => [timing.what, ms(timing.ms), ms(timing.best)]),
    );
  }
  if (wants('live')) {
    const timings = await timeLive(runs, seed);
    report['live'] = timings;
    const at = (times: readonly number[], share: number): string =>
      ms(times[Math.min(times.length - 1, Math.floor(share * times.length))]);
    table(
      ['live in the browser', 'count', 'min', 'median', 'p90', 'p99', 'max'],
      timings.map(({ what, times }) => [
        what,
        String(times.length),
        ...[0, 0.5, 0.9, 0.99, 1].map((share) => at(times, share)),
      ]),
    );
  }
  if (wants('light')) {
    const timings = await timeLight(runs);
    report['light'] = timings;
    table(
      ['light of a turned set-up, in the browser', 'WASM', 'best', 'WebGL', 'best'],
      timings.map(({ what, wasm, webgl }) => [
        what,
        ...[wasm, webgl].flatMap((times) => [ms(median(times)), ms(Math.min(...times))]),
      ]),
    );
  }
  if (wants('four')) {
    const grids = await timeFour(runs);
    report['four'] = grids;
    table(
      ['pictures side by side', 'first', 'last', 'workers', 'MB'],
      grids.map(({ what, first, last, workers, memory }) => [
        what,
        ms(first),
        ms(last),
        String(workers),
        memory.toFixed(0),
      ]),
    );
  }
  if (wants('thirty')) {
    const thirty = await timeThirty(seed);
    report['thirty'] = thirty;
    const { frames, placed, total, each, memory } = thirty;
    const at = (share: number): string => ms(each[Math.min(frames - 1, Math.floor(share * frames))]);
    console.log(`${placed} of ${frames} frames placed in ${(total / 1000).toFixed(1)} s`);
    table(['a frame', 'min', 'median', 'p90', 'max'], [['1024 px', at(0), at(0.5), at(0.9), at(1)]]);
    table(
      ['memory on the way, MB', ...memory.map((_, i) => `${5 * (i + 1)}`), 'peak'],
      (['page', 'worker', 'process'] as const).map((name) => [
        name,
        ...memory.map((each) => each[name].toFixed(0)),
        Math.max(...memory.map((each) => each[name])).toFixed(0),
      ]),
    );
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

async function showEndurance(runs: number): Promise<Endurance> {
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

async function showLarge(seed: number): Promise<Large[]> {
  const found = await tryLarge(seed);
  for (const { what, steps, peak, said } of found) {
    const times = steps.map(([name, took]) => `${name} ${(took / 1000).toFixed(1)} s`).join(', ');
    console.log(`${what}: ${times}; peak ${peak.toFixed(0)} MB; ${said}`);
  }
  return found;
}

function stageTable(timings: readonly StageTiming[]): void {
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

function spreadTable(title: string, spreads: readonly Spread[]): void {
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

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  console.log(
    [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n'),
  );
}

// What is wished for on the command line → tables on the terminal and, with --json FILE, all numbers as JSON.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Stage } from '../src/core/picture.ts';
import { timeDrags } from './drag.ts';
import { timeEdits } from './edit.ts';
import { openEngine } from './engine.ts';
import { timeFour } from './four.ts';
import { timeLight } from './light.ts';
import { timeLive } from './live.ts';
import { median } from './median.ts';
import { timeNetworks } from './networks.ts';
import { timeShapes } from './shapes.ts';
import { timeStages } from './stages.ts';
import { timeStart, traceStart } from './start.ts';
import { timeThirty } from './thirty.ts';
import { pictureOf, rowsOf } from './timeline.ts';
import { ms, table } from './table.ts';
import { showEndurance, showLarge, stageTable, spreadTable } from './tables.ts';

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

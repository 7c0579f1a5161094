// In: two programs. Out: rows of what their built plugins take in the browser: cold starts, thirty frames at
// once and their memory, another light on WebGL 2.
import { execFileSync } from 'node:child_process';
import { timeLight } from './light.ts';
import { median } from './median.ts';
import { timeStart } from './start.ts';
import { timeThirty } from './thirty.ts';
import { ratioOf, within, type Row } from './versus-rows.ts';
import type { Program } from './versus-tasks.ts';

// As issue 15 set them against 7655ec0.
const START_GOAL = 0.5;
const ALL_GOAL = 0.6;
const WEBGL_GOAL = 0.3;

const built = new Set<string>();

function build({ tree }: Program): void {
  if (built.has(tree)) return;
  built.add(tree);
  execFileSync('node', ['esbuild.config.mjs'], { cwd: tree, stdio: 'ignore' });
}

/** Cold starts, each program's own built plugin. */
export async function startRows(before: Program, now: Program, runs: number): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (let run = 0; run < runs; run++) {
    for (const program of run % 2 ? [before, now] : [now, before]) {
      build(program);
      for (const { what, ms } of await within(program, () => timeStart(1))) {
        const row = rows.get(what) ?? { what, unit: 'ms', goal: START_GOAL, before: [], now: [] };
        rows.set(what, row);
        (program === before ? row.before : row.now).push({ wall: ms, busy: null });
      }
    }
  }
  return [...rows.values()];
}

/** Place all, once each: frame by frame, and how memory grows from the fifth frame to the last. */
export async function placeAllRows(before: Program, now: Program): Promise<Row[]> {
  const row: Row = {
    what: 'Place all of 30 frames, a frame',
    unit: 'ms',
    goal: ALL_GOAL,
    before: [],
    now: [],
  };
  const peak: Row = { what: '… peak memory of the process', unit: 'MB', goal: null, before: [], now: [] };
  for (const program of [before, now]) {
    build(program);
    const { each, memory } = await within(program, () => timeThirty(1));
    const side = program === before ? 'before' : 'now';
    row[side] = each.map((ms) => ({ wall: ms, busy: null }));
    peak[side] = [{ wall: Math.max(...memory.map(({ process }) => process)), busy: null }];
    for (const kind of ['page', 'worker', 'process'] as const)
      console.log(
        `  ${program.name}: MB of the ${kind} after every fifth frame ${memory.map((one) => one[kind].toFixed(0)).join(', ')}`,
      );
  }
  return [row, peak];
}

/**
 * What was before knew no WebGL: the ratio of WASM's light to its own, times that of WebGL to WASM, both of
 * the built plugin now, in turns in one page. `lit`: the row of WASM's light.
 */
export async function webglRow(
  now: Program,
  lit: Row,
  { names, runs }: { names: readonly string[]; runs: number },
): Promise<Row> {
  build(now);
  const lights = await within(now, () => timeLight(runs, names));
  const factor = median(lights.flatMap(({ wasm, webgl }) => webgl.map((ms, i) => ms / wasm[i]!)));
  const wasm = ratioOf(lit);
  const before = median(lit.before.map(({ wall }) => wall));
  console.log(
    `  WebGL 2 takes ${factor.toFixed(2)} of what WASM takes now, WASM ${wasm.toFixed(2)} of before`,
  );
  return {
    what: 'another light → PNG, 1024 px, WebGL 2 in software',
    unit: 'ms',
    goal: WEBGL_GOAL,
    before: [{ wall: before, busy: null }],
    now: [{ wall: before * wasm * factor, busy: null }],
  };
}

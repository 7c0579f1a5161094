// In: a program, what it shall do again and again. Out: what that takes, piece by piece: networks,
// rasteriser, and each of the program's own files; milliseconds of processor time, one run.
// V8's sampling profiler for the files (self time), a clock around what the engine is asked for.
import { readFile } from 'node:fs/promises';
import { Session, type Profiler } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';
import type { Engine } from '../src/core/engine.ts';
import { busy } from './busy.ts';

export interface Piece {
  name: string;
  /** Milliseconds a run. */
  ms: number;
}

/** Both networks and the rasteriser. */
const GENERATOR = 'generator';
const LIGHT = 'light network';
const RASTERISER = 'drawing by resvg';
// Whatever these run is timed from outside.
const ENGINE = /^(wasm:|.*(onnxruntime|resvg|worker\/|image\/raster))/;
// Told by the profiler of nobody's code.
const IDLE = '(idle)';

/** `open`: what is done, one run after the other, on the engine that it is handed. */
export async function piecesOf(
  engine: Engine,
  bundle: string,
  open: (engine: Engine) => readonly (() => Promise<unknown>)[],
): Promise<Piece[]> {
  const spent = new Map<string, number>();
  const works = open(timing(engine, spent));
  for (const work of works) await work(); // warm
  spent.clear();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  const began = busy();
  for (const work of works) await work();
  const whole = busy() - began;
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const hits = hitsOf(profile, pathToFileURL(bundle).href, filesOf(await readFile(bundle, 'utf8')));
  const asked = [...spent].map(([name, ms]) => ({ name, ms: ms / works.length }));
  const rest = whole / works.length - asked.reduce((sum, { ms }) => sum + ms, 0);
  return [...asked, ...shared(hits, rest)].sort((a, b) => b.ms - a.ms);
}

/** The same engine, that adds up what it takes. */
function timing(engine: Engine, spent: Map<string, number>): Engine {
  const add = (name: string, began: number): void =>
    void spent.set(name, (spent.get(name) ?? 0) + busy() - began);
  const network =
    (name: string, run: Engine['light']): Engine['light'] =>
    async (inputs) => {
      const began = busy();
      const result = await run(inputs);
      add(name, began);
      return result;
    };
  return {
    ...engine,
    generate: network(GENERATOR, engine.generate),
    light: network(LIGHT, engine.light),
    rasterise: (...drawing) => {
      const began = busy();
      const image = engine.rasterise(...drawing);
      add(RASTERISER, began);
      return image;
    },
  };
}

/** Of a bundle of esbuild's, line by line the file that it comes from, as its comments say. */
export function filesOf(bundle: string): string[] {
  let file = '';
  return bundle.split('\n').map((line) => {
    file = /^\/\/ (\S+\.m?[jt]sx?)$/.exec(line)?.[1] ?? file;
    return file;
  });
}

/** How often the profiler saw each file at work; the engine's are left out. */
export function hitsOf(
  { nodes }: Pick<Profiler.Profile, 'nodes'>,
  bundle: string,
  files: readonly string[],
): Map<string, number> {
  const hits = new Map<string, number>();
  for (const { callFrame, hitCount = 0 } of nodes) {
    const { url, lineNumber, functionName } = callFrame;
    const place = url === bundle ? (files[lineNumber] ?? '') : url || functionName;
    if (hitCount === 0 || place === IDLE || ENGINE.test(place)) continue;
    const name = place.replace(/^.*src\/core\//, '').replace(/\.ts$/, '');
    hits.set(name, (hits.get(name) ?? 0) + hitCount);
  }
  return hits;
}

/** Hits as their share of `ms`. */
function shared(hits: ReadonlyMap<string, number>, ms: number): Piece[] {
  const all = [...hits.values()].reduce((sum, count) => sum + count, 0);
  return [...hits].map(([name, count]) => ({ name, ms: (ms * count) / all }));
}

/**
 * Rows of a table: name, milliseconds, percent; pieces of less than `least` percent as one. Folders of the
 * program come last, whole.
 */
export function pieceRows(pieces: readonly Piece[], least: number): string[][] {
  const whole = pieces.reduce((sum, { ms }) => sum + ms, 0);
  const row = (name: string, ms: number): string[] => [name, ms.toFixed(1), ((100 * ms) / whole).toFixed(1)];
  const large = pieces.filter(({ ms }) => 100 * ms >= least * whole);
  const small = pieces.filter(({ ms }) => 100 * ms < least * whole);
  const folders = new Map<string, number>();
  for (const { name, ms } of pieces) {
    const [folder] = /^[a-z]+\//.exec(name) ?? [];
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? 0) + ms);
  }
  const sum = (list: readonly Piece[]): number => list.reduce((all, { ms }) => all + ms, 0);
  return [
    ...large.map(({ name, ms }) => row(name, ms)),
    row(`${small.length} smaller ones`, sum(small)),
    row('all', whole),
    ...[...folders].sort(([, a], [, b]) => b - a).map(([name, ms]) => row(`${name} in all`, ms)),
  ];
}

// In: ONNX Runtime's module and networks of ours. Out: a module that begins with these networks opened, with
// the functions that running them calls, and no others.
// Pre-initialisation (Wizer, Bytecode Alliance) and dead code elimination by profile: each function of the
// original notes that it was called; what was not, once the networks stand, becomes a trap. Who meets one
// opens the original.
import { networkOf, type Ort, type PreparedNetwork } from '../src/worker/prepared-network.ts';
import { CONTENTS, startRuntime, type Contents } from '../src/worker/prepared.ts';
import type { Network } from '../src/core/engine.ts';
import { weightsIn } from './weights.ts';
import {
  bodiesOf,
  codeOf,
  customSection,
  dataSection,
  exportSection,
  exportsOf,
  globalSection,
  globalsOf,
  i32Global,
  importsOf,
  moduleOf,
  NOTHING,
  noting,
  SECTION,
  sectionsOf,
  TRAP,
  type Segment,
} from './wasm.ts';

/** The part of ONNX Runtime that opens networks. */
type Opening = Ort & {
  _OrtInit: (threads: number, logLevel: number) => number;
  _OrtCreateSessionOptions: (...options: number[]) => number;
  _OrtReleaseSessionOptions: (options: number) => number;
  _OrtCreateSession: (onnx: number, bytes: number, options: number) => number | Promise<number>;
  _OrtGetInputOutputCount: (session: number, inputs: number, outputs: number) => number;
  _OrtGetInputOutputMetadata: (session: number, index: number, name: number, more: number) => number;
};

const PAGE = 65_536;
// Graph optimisation "all"; no arena, memory pattern, parallel execution or profiling; warnings: as
// onnxruntime-web's own JavaScript asks where nothing is said.
const OPTIONS = [99, 0, 0, 0, 0, 0, 0, 2, 0, 0];
/** As generator.ts says: one thread, errors alone. */
const INIT = [1, 3] as const;
const [NOTED, KEPT] = ['noted', 'kept'];
/** Runs of zeros from this length on are left out of the data. */
const GAP = 32;

/** `exercise` runs all that is to run without the original. */
export async function prepare(
  original: Uint8Array,
  onnx: Readonly<Record<string, Uint8Array>>,
  exercise: (network: (name: string) => Network) => Promise<void>,
): Promise<Buffer> {
  const sections = sectionsOf(original);
  const section = (id: number): Uint8Array => {
    const found = sections.find((each) => each.id === id);
    if (!found) throw new Error(`saw no section ${id}`);
    return found.bytes;
  };
  const bodies = bodiesOf(section(SECTION.code));
  const globals = globalsOf(section(SECTION.global));
  const exports = exportsOf(section(SECTION.export));
  const imported = importsOf(section(SECTION.import)).functions;

  const noted = moduleOf(
    sections.map(({ id, bytes }) => {
      const notes = bodies.map((_, i) => ({ name: `${NOTED}${i}`, kind: 3, index: globals.length + i }));
      const kept = globals.map((_, i) => ({ name: `${KEPT}${i}`, kind: 3, index: i }));
      if (id === SECTION.global)
        return { id, bytes: globalSection([...globals, ...bodies.map(() => i32Global(0))]) };
      if (id === SECTION.export) return { id, bytes: exportSection([...exports, ...kept, ...notes]) };
      if (id === SECTION.code)
        return { id, bytes: codeOf(bodies.map((body, i) => noting(body, globals.length + i))) };
      return { id, bytes };
    }),
  );
  const ort = await startNameless(await WebAssembly.compile(noted as Uint8Array<ArrayBuffer>));
  const globalAt = (name: string): WebAssembly.Global<'i32'> =>
    ort.exports[name] as WebAssembly.Global<'i32'>;
  if (ort._OrtInit(...INIT) !== 0) throw new Error('ONNX Runtime did not start');
  const sessions: Record<string, PreparedNetwork> = {};
  for (const [name, bytes] of Object.entries(onnx)) sessions[name] = await openSession(ort, bytes);
  sweep(ort);

  const image = Buffer.from(new Uint8Array(ort.memory.buffer));
  const kept = globals.map((global, i) =>
    global.mutable ? i32Global(globalAt(`${KEPT}${i}`).value) : global,
  );
  for (const i of bodies.keys()) globalAt(`${NOTED}${i}`).value = 0;
  await exercise((name) => networkOf(ort, sessions[name]!));
  const called = bodies.map((_, i) => globalAt(`${NOTED}${i}`).value === 1);

  // What the glue calls at the start has been done, and is in the memory.
  const done = exports.find(({ name }) => name === AT_START)?.index;
  const weights = Object.fromEntries(
    Object.entries(onnx).map(([name, file]) => [name, weightsIn(file, image)]),
  );
  const contents: Contents = { pages: image.length / PAGE, sessions, weights };
  return moduleOf([
    ...sections
      .filter(({ id }) => id !== SECTION.start && id !== SECTION.dataCount && id !== 0)
      .map(({ id, bytes }) => {
        if (id === SECTION.global) return { id, bytes: globalSection(kept) };
        if (id === SECTION.data) return { id, bytes: dataSection(segmentsOf(image)) };
        if (id === SECTION.code)
          return {
            id,
            bytes: codeOf(
              bodies.map((body, i) => (called[i] ? body : done === i + imported ? NOTHING : TRAP)),
            ),
          };
        return { id, bytes };
      }),
    { id: 0, bytes: customSection(CONTENTS, Buffer.from(JSON.stringify(contents))) },
  ]);
}

/**
 * The runtime writes into its memory, which is shipped, by which script it was started: without one it is the
 * same memory in whichever folder it is built, and packed once for all of them.
 */
async function startNameless(
  module: WebAssembly.Module,
): Promise<Opening & { exports: WebAssembly.Exports }> {
  const { argv } = process;
  process.argv = argv.slice(0, 1);
  try {
    return (await startRuntime(module, 0)) as Opening & { exports: WebAssembly.Exports };
  } finally {
    process.argv = argv;
  }
}

/** Constructors of C++. */
const AT_START = 'Va';

async function openSession(ort: Opening, onnx: Uint8Array): Promise<PreparedNetwork> {
  const at = ort._malloc(onnx.length);
  new Uint8Array(ort.memory.buffer).set(onnx, at);
  const options = ort._OrtCreateSessionOptions(...OPTIONS);
  const handle = await ort._OrtCreateSession(at, onnx.length, options);
  if (handle === 0) throw new Error('ONNX Runtime did not open the network');
  ort._OrtReleaseSessionOptions(options);
  ort._free(at);
  const told = ort._malloc(8);
  const word = (i: number): number => new Uint32Array(ort.memory.buffer, told, 2)[i]!;
  ort._OrtGetInputOutputCount(handle, told, told + 4);
  const [inputs, outputs] = [word(0), word(1)];
  const names = Array.from({ length: inputs + outputs }, (_, i) => {
    if (ort._OrtGetInputOutputMetadata(handle, i, told, told + 4) !== 0)
      throw new Error(`port ${i} has no name`);
    const [name, more] = [word(0), word(1)];
    const text = ort.UTF8ToString(name);
    ort._OrtFree(name);
    ort._OrtFree(more);
    return text;
  });
  ort._free(told);
  return { handle, inputs: names.slice(0, inputs), outputs: names.slice(inputs) };
}

/** Zeros over all memory that is free: what lay there would be shipped. */
function sweep(ort: Ort): void {
  const grow = ort.memory.grow.bind(ort.memory);
  ort.memory.grow = () => {
    throw new RangeError('swept');
  };
  const taken: number[] = [];
  for (let size = 2 ** 26; size >= 8; size = Math.min(size - 8, 8 * Math.floor(size / 9)))
    for (let at = ort._malloc(size); at !== 0; at = ort._malloc(size)) {
      new Uint8Array(ort.memory.buffer, at, size).fill(0);
      taken.push(at);
    }
  for (const at of taken) ort._free(at);
  ort.memory.grow = grow;
}

function segmentsOf(image: Buffer): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  while (from < image.length) {
    while (from < image.length && image[from] === 0) from++;
    if (from === image.length) break;
    let [to, zeros] = [from, 0];
    for (let i = from; i < image.length && zeros < GAP; i++) {
      zeros = image[i] === 0 ? zeros + 1 : 0;
      if (zeros === 0) to = i + 1;
    }
    segments.push({ at: from, bytes: image.subarray(from, to) });
    from = to;
  }
  return segments;
}

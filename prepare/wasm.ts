// In: a WebAssembly module. Out: its sections, to be read and written anew; a body with code before it.
// WebAssembly core specification 2.0, 5: binary format.
import { Reader, s32, sized, text, u32, vector } from './wasm-bytes.ts';

export const SECTION = { import: 2, global: 6, export: 7, start: 8, code: 10, data: 11, dataCount: 12 };

const [I32, MUTABLE, I32_CONST, GLOBAL_SET, UNREACHABLE, END] = [0x7f, 1, 0x41, 0x24, 0, 0x0b];

export interface Section {
  id: number;
  bytes: Uint8Array;
}

/** In order. */
export function sectionsOf(wasm: Uint8Array): Section[] {
  const reader = new Reader(wasm, 8);
  const sections: Section[] = [];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    sections.push({ id, bytes: reader.take(reader.u32()) });
  }
  return sections;
}

export function moduleOf(sections: readonly Section[]): Buffer {
  const magic = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return Buffer.concat([magic, ...sections.flatMap(({ id, bytes }) => [Buffer.from([id]), sized(bytes)])]);
}

/** Bodies of a code section, each without its size. */
export function bodiesOf(bytes: Uint8Array): Uint8Array[] {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.u32() }, () => reader.take(reader.u32()));
}

export const codeOf = (bodies: readonly Uint8Array[]): Buffer => vector(bodies.map(sized));

/** Where the instructions of a body begin, behind its locals. */
function instructionsAt(body: Uint8Array): number {
  const reader = new Reader(body);
  for (let runs = reader.u32(); runs > 0; runs--) {
    reader.u32();
    reader.byte();
  }
  return reader.at;
}

/** The body that first sets a global to 1. */
export function noting(body: Uint8Array, global: number): Buffer {
  const at = instructionsAt(body);
  const note = Buffer.concat([Buffer.from([I32_CONST, 1, GLOBAL_SET]), u32(global)]);
  return Buffer.concat([body.subarray(0, at), note, body.subarray(at)]);
}

/** Whoever calls it is told by a trap. */
export const TRAP = Buffer.from([0, UNREACHABLE, END]);
/** Of a function without arguments and results. */
export const NOTHING = Buffer.from([0, END]);

/** How many functions are imported: they are counted before those that have bodies. */
export function importsOf(bytes: Uint8Array): { functions: number } {
  const reader = new Reader(bytes);
  const found = { functions: 0 };
  for (let left = reader.u32(); left > 0; left--) {
    reader.name();
    reader.name();
    const kind = reader.byte();
    if (kind === 0) {
      reader.u32();
      found.functions++;
    } else if (kind === 2) limits(reader);
    else throw new Error(`saw an import of kind ${kind}, wanted functions and a memory`);
  }
  return found;
}

function limits(reader: Reader): void {
  const flags = reader.byte();
  reader.u32();
  if (flags & 1) reader.u32();
}

export interface Global {
  type: number;
  mutable: boolean;
  /** The whole expression. */
  init: Uint8Array;
}

export function globalsOf(bytes: Uint8Array): Global[] {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.u32() }, () => {
    const [type, mutable] = [reader.byte(), reader.byte() === 1];
    const from = reader.at;
    if (type !== I32 || reader.byte() !== I32_CONST) throw new Error('saw a global that is no i32');
    reader.u32();
    if (reader.byte() !== END) throw new Error('saw a global with a long beginning, wanted one constant');
    return { type, mutable, init: reader.bytes.subarray(from, reader.at) };
  });
}

export const i32Global = (value: number): Global => ({
  type: I32,
  mutable: true,
  init: Buffer.concat([Buffer.from([I32_CONST]), s32(value), Buffer.from([END])]),
});

export const globalSection = (globals: readonly Global[]): Buffer =>
  vector(
    globals.map(({ type, mutable, init }) =>
      Buffer.concat([Buffer.from([type, mutable ? MUTABLE : 0]), init]),
    ),
  );

export interface Export {
  name: string;
  /** 0: a function; 3: a global. */
  kind: number;
  index: number;
}

export function exportsOf(bytes: Uint8Array): Export[] {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.u32() }, () => ({
    name: reader.name(),
    kind: reader.byte(),
    index: reader.u32(),
  }));
}

export const exportSection = (exports: readonly Export[]): Buffer =>
  vector(
    exports.map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), u32(index)])),
  );

/** Bytes that stand at an address when the module is made: an active segment. */
export interface Segment {
  at: number;
  bytes: Uint8Array;
}

export const customSection = (name: string, content: Uint8Array): Buffer =>
  Buffer.concat([text(name), content]);

export const dataSection = (segments: readonly Segment[]): Buffer =>
  vector(
    segments.map(({ at, bytes }) =>
      Buffer.concat([Buffer.from([0, I32_CONST]), s32(at), Buffer.from([END]), sized(bytes)]),
    ),
  );

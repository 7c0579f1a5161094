// In: QuickJS as WebAssembly. Out: the engine, one for each wasm; and the globals that a sandbox in it may
// keep.
import {
  RELEASE_SYNC,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten';

/**
 * The language's own globals; whatever else the engine brings is taken away. P: "Treat DOM, URL, TextEncoder,
 * atob, Blob, Worker, crypto, performance, Intl, WebAssembly as absent."
 */
export const LANGUAGE = new Set(
  `globalThis undefined NaN Infinity parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape unescape Object Function Error EvalError RangeError ReferenceError SyntaxError TypeError
  URIError AggregateError Array Iterator Number Boolean String Symbol Math Reflect Date RegExp JSON Proxy Map Set WeakMap
  WeakSet WeakRef FinalizationRegistry ArrayBuffer SharedArrayBuffer Uint8ClampedArray Int8Array Uint8Array Int16Array
  Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array DataView
  Atomics Promise BigInt queueMicrotask`.split(/\s+/),
);

const engines = new WeakMap<Uint8Array, Promise<QuickJSWASMModule>>();

/** One engine for each wasm: every run gets a fresh runtime in it. */
export function engineFor(wasm: Uint8Array): Promise<QuickJSWASMModule> {
  const known = engines.get(wasm);
  if (known) return known;
  const binary = wasm.slice().buffer;
  const engine = newQuickJSWASMModuleFromVariant(newVariant(RELEASE_SYNC, { wasmBinary: binary }));
  engines.set(wasm, engine);
  return engine;
}

// Node only: the two WebAssembly files of the stand-in, from node_modules.
// Out: { quickjs, resvg } as Uint8Array.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const QUICKJS_WASM = require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
export const RESVG_WASM = require.resolve('@resvg/resvg-wasm/index_bg.wasm');

export async function readEngines() {
  const [quickjs, resvg] = await Promise.all([readFile(QUICKJS_WASM), readFile(RESVG_WASM)]);
  return { quickjs: new Uint8Array(quickjs), resvg: new Uint8Array(resvg) };
}

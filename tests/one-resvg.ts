// In: nothing. Out: resvg, started in this worker before any test file. It starts once in a process, which
// all files of a worker share; core's door wants to be the first, the stand-in's takes what is there.
import { readFileSync } from 'node:fs';
import { openRaster } from '../src/core/image/raster.ts';

await openRaster(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));

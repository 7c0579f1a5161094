// `node bench/shader.mjs [models/light.onnx]`: a light graph in, the fragment shader that is made of it out,
// on the terminal.
import { readFileSync } from 'node:fs';
import { bundled } from './bundled.mjs';

const { compile } = await bundled('src/core/shader/compile.ts');
console.log(compile(readFileSync(process.argv[2] ?? 'models/light.onnx')).source);

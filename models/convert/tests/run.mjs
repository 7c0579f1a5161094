// In: lines of JSON {folder, shape} on stdin; folder/model.onnx and folder/in. Out: folder/out, and a line
// {shape} or {error} for each.
// The same build of onnxruntime-web on one thread of WebAssembly that the plugin uses.
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as ort from 'onnxruntime-web/wasm';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

async function run({ folder, shape }) {
  const session = await ort.InferenceSession.create(await readFile(`${folder}/model.onnx`), {
    executionProviders: ['wasm'],
  });
  const bytes = await readFile(`${folder}/in`);
  const data = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const { picture } = await session.run({ drawing: new ort.Tensor('float32', data, shape) });
  await writeFile(
    `${folder}/out`,
    new Uint8Array(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength),
  );
  await session.release();
  return { shape: picture.dims };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await run(JSON.parse(line)).catch((error) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

#!/usr/bin/env bash
# ONNX Runtime Web 1.30.0 on WebGPU: InstanceNormalization has an epsilon of 1e-5, whatever the file says, and
# a linear Resize whose channels stand last leaves half of the picture empty.
#
# Guess: a provider takes an operator with its attributes and axes, or leaves it to WASM. Seen on 1 December
# 2026, Chromium 147 with SwiftShader. Of a map that is half 0, half 0.02 (a variance of 1e-4), its brighter
# half normed:
#   epsilon   1e-5    1e-3    0.1
#   reckoned  0.953   0.302   0.032
#   WASM      0.953   0.302   0.032
#   WebGPU    0.953   0.953   0.953
# and of 0 4 / 8 12, made twice as large each way:
#   [1, 1, 2, 2], by [1, 1, 2, 2]   0 1 3 4  2 3 5 6  6 7 9 10  8 9 11 12   both
#   [1, 2, 2, 1], by [1, 2, 2, 1]   the same                                WASM
#                                   0 1 3 4  8 9 11 12  0 0 0 0  0 0 0 0    WebGPU; "nearest" is right
# PyTorch's default is 1e-5 and its channels stand first. TensorFlow Addons has 1e-3, and so have CycleGANs of
# Keras: what is nearly plain in their maps comes out up to ten times too strong. Converters from TensorFlow
# leave channels last. No error and no warning; of 490 files of one layer each these were the two operators
# that came out otherwise than on WASM. Ends with 0 while that is so, with 1 once one of them is right. Our
# builds with WebGPU let every network prove itself against WASM first (src/worker/prove.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 numpy==2.4.6
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund onnxruntime-web@1.30.0 playwright-core@1.65.1 @sparticuz/chromium@147.0.0

cat >norms.py <<'PYTHON'
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

def written(graph, name):
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, f"{name}.onnx")


one = [numpy_helper.from_array(np.ones(1, "f"), "scale"), numpy_helper.from_array(np.zeros(1, "f"), "shift")]
ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, 8, 8]) for name in "xy"]
for epsilon in (1e-5, 1e-3, 1e-1):
    node = helper.make_node("InstanceNormalization", ["x", "scale", "shift"], ["y"], epsilon=epsilon)
    graph = helper.make_graph([node], "norm", ends[:1], ends[1:], one)
    written(graph, f"{epsilon:g}")
for name, shape, scales in (("first", [1, 1, 2, 2], [1, 1, 2, 2]), ("last", [1, 2, 2, 1], [1, 2, 2, 1])):
    for mode in ("nearest", "linear"):
        node = helper.make_node("Resize", ["x", "", "scales"], ["y"], mode=mode)
        ends = [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)]
        ends.append(helper.make_tensor_value_info("y", TensorProto.FLOAT, [a * b for a, b in zip(shape, scales)]))
        factors = numpy_helper.from_array(np.array(scales, "f"), "scales")
        graph = helper.make_graph([node], "resize", ends[:1], ends[1:], [factors])
        written(graph, f"{name}-{mode}")
PYTHON

cat >look.mjs <<'NODE'
import { execFileSync } from 'node:child_process';
import { readFile, writeFile, mkdir, chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

// The packed Chromium, its libraries and its graphics card of software, unpacked here.
const packed = 'node_modules/@sparticuz/chromium/bin';
const home = join(process.cwd(), 'browser');
await mkdir(join(home, 'fonts'), { recursive: true });
const inflated = async (name) => brotliDecompressSync(await readFile(join(packed, name)));
await writeFile(join(home, 'chromium'), await inflated('chromium.br'));
await chmod(join(home, 'chromium'), 0o755);
for (const [name, to] of [['al2023', home], ['swiftshader', home], ['fonts', join(home, 'fonts')]])
  execFileSync('tar', ['-x', '-C', to], { input: await inflated(`${name}.tar.br`) });
const gpu = ['--use-angle=swiftshader', '--ignore-gpu-blocklist', '--enable-unsafe-webgpu'];
const software = ['--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan', '--use-vulkan=swiftshader'];
const browser = await chromium.launch({
  executablePath: join(home, 'chromium'),
  args: ['--no-sandbox', '--disable-dev-shm-usage', ...gpu, ...software],
  env: { ...process.env, LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
});
const page = await browser.newPage();
const KINDS = { html: 'text/html', mjs: 'text/javascript', wasm: 'application/wasm' };
await page.route('**/*', async (route) => {
  const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
  const file = existsSync(name) ? name : join('node_modules/onnxruntime-web/dist', name);
  const body = name === 'index.html' ? '<title>norms</title>' : await readFile(file);
  await route.fulfill({ body, contentType: KINDS[name.split('.').at(-1)] ?? 'application/octet-stream' });
});
await page.goto('http://localhost/');
const seen = await page.evaluate(async () => {
  const ort = await import('/ort.webgpu.min.mjs');
  Object.assign(ort.env.wasm, { numThreads: 1, wasmPaths: 'http://localhost/' });
  ort.env.logLevel = 'fatal';
  // Half of the map 0, half of it 0.02: a variance of 1e-4.
  const x = new ort.Tensor('float32', Float32Array.from({ length: 64 }, (_, i) => (i % 2) / 50), [1, 1, 8, 8]);
  const rows = {};
  for (const provider of ['wasm', 'webgpu'])
    for (const epsilon of ['1e-05', '0.001', '0.1']) {
      const options = { executionProviders: [provider], logSeverityLevel: 4 };
      const session = await ort.InferenceSession.create(`/${epsilon}.onnx`, options);
      const { y } = await session.run({ x });
      (rows[provider] ??= []).push(Number(y.data[1].toFixed(3)));
    }
  const enlarged = {};
  for (const provider of ['wasm', 'webgpu'])
    for (const name of ['first-nearest', 'last-nearest', 'first-linear', 'last-linear']) {
      const options = { executionProviders: [provider], logSeverityLevel: 4 };
      const session = await ort.InferenceSession.create(`/${name}.onnx`, options);
      const sides = name.startsWith('first') ? [1, 1, 2, 2] : [1, 2, 2, 1];
      const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.of(0, 4, 8, 12), sides) });
      (enlarged[provider] ??= {})[name] = Array.from(y.data).join(' ');
    }
  return { version: ort.env.versions.web, ...rows, enlarged };
});
await browser.close();
const right = [1e-5, 1e-3, 1e-1].map((epsilon) => Number((0.01 / Math.sqrt(1e-4 + epsilon)).toFixed(3)));
console.log('ONNX Runtime Web', seen.version, 'epsilon 1e-05 0.001 0.1: reckoned', ...right);
console.log('wasm  ', ...seen.wasm);
console.log('webgpu', ...seen.webgpu);
for (const [provider, rows] of Object.entries(seen.enlarged))
  for (const [name, numbers] of Object.entries(rows)) console.log(provider.padEnd(6), name.padEnd(13), numbers);
const { wasm, webgpu } = seen.enlarged;
const same = ['first-nearest', 'last-nearest', 'first-linear'].every((name) => wasm[name] === webgpu[name]);
const otherwise = wasm['last-linear'] === wasm['first-linear'] && webgpu['last-linear'] !== wasm['last-linear'];
const close = (a, b) => a.every((value, i) => Math.abs(value - b[i]) < 0.005);
const deaf = close(seen.wasm, right) && close(seen.webgpu, right.map(() => right[0]));
process.exit(deaf && same && otherwise ? 0 : 1);
NODE
venv/bin/python norms.py
node look.mjs

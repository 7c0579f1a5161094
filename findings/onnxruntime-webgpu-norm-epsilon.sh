#!/usr/bin/env bash
# ONNX Runtime Web 1.30.0 on WebGPU: InstanceNormalization has an epsilon of 1e-5, whatever the file says.
#
# Guess: a provider takes an operator with its attributes or leaves it to WASM. Seen on 1 December 2026 of a
# map that is half 0, half 0.02 (a variance of 1e-4), its brighter half, Chromium 147 with SwiftShader:
#   epsilon   1e-5    1e-3    0.1
#   reckoned  0.953   0.302   0.032
#   WASM      0.953   0.302   0.032
#   WebGPU    0.953   0.953   0.953
# PyTorch's default is 1e-5, so most networks never meet it. TensorFlow Addons has 1e-3, and so have CycleGANs
# of Keras: what is nearly plain in their maps comes out up to ten times too strong. No error and no warning.
# Ends with 0 while that is so, with 1 once WebGPU hears the epsilon. Our builds with WebGPU let every network
# prove itself against WASM first (src/worker/prove.ts).
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

one = [numpy_helper.from_array(np.ones(1, "f"), "scale"), numpy_helper.from_array(np.zeros(1, "f"), "shift")]
ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, 8, 8]) for name in "xy"]
for epsilon in (1e-5, 1e-3, 1e-1):
    node = helper.make_node("InstanceNormalization", ["x", "scale", "shift"], ["y"], epsilon=epsilon)
    graph = helper.make_graph([node], "norm", ends[:1], ends[1:], one)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, f"{epsilon:g}.onnx")
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
  return { version: ort.env.versions.web, ...rows };
});
await browser.close();
const right = [1e-5, 1e-3, 1e-1].map((epsilon) => Number((0.01 / Math.sqrt(1e-4 + epsilon)).toFixed(3)));
console.log('ONNX Runtime Web', seen.version, 'epsilon 1e-05 0.001 0.1: reckoned', ...right);
console.log('wasm  ', ...seen.wasm);
console.log('webgpu', ...seen.webgpu);
const close = (a, b) => a.every((value, i) => Math.abs(value - b[i]) < 0.005);
process.exit(close(seen.wasm, right) && close(seen.webgpu, right.map(() => right[0])) ? 0 : 1);
NODE
venv/bin/python norms.py
node look.mjs

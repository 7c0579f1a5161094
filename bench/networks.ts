// Our generator and light against the paper's U-Net-256, in one process, turn by turn: milliseconds on one WASM thread.
import { readFileSync } from 'node:fs';
import { readLightCard, readModelCard } from '../src/core/card.ts';
import type { Network, Tensor } from '../src/core/engine.ts';
import { openNetwork } from '../src/worker/generator.ts';
import { median } from './median.ts';
import { randomFrom } from './random.ts';
import { UNET, unet256 } from './unet.ts';

export interface Timing {
  what: string;
  /** Median and best of all runs. */
  ms: number;
  best: number;
}

const ORT = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';

export async function timeNetworks(runs: number, seed: number): Promise<Timing[]> {
  const runtime = { ort: new Uint8Array(readFileSync(ORT)), name: 'WASM' } as const;
  const random = randomFrom(seed);
  const filled = (shape: readonly number[]): Tensor => ({
    shape,
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, random),
  });

  const card = readModelCard(JSON.parse(readFileSync('models/realize.json', 'utf8')));
  const light = readLightCard(JSON.parse(readFileSync('models/light.json', 'utf8')));
  const generate = await openNetwork(new Uint8Array(readFileSync('models/realize.onnx')), runtime);
  const shade = await openNetwork(new Uint8Array(readFileSync('models/light.onnx')), runtime);
  const baseline = unet256(seed);
  const paper = await openNetwork(baseline.onnx, runtime);

  const square = card.input.size;
  const lit = (side: number): Record<string, Tensor> =>
    Object.fromEntries(
      light.inputs.map(({ tensor, channels }) => [
        tensor,
        filled(channels?.length ? [1, channels.length, side, side] : [1, light.studios[0]!.vector.length]),
      ]),
    );
  const contestants: { what: string; network: Network; inputs: Record<string, Tensor> }[] = [
    {
      what: `ours: generator, ${square} × ${square}`,
      network: generate,
      inputs: { [card.input.tensor]: filled([1, card.input.channels.length, square, square]) },
    },
    { what: 'ours: light, 256 × 256', network: shade, inputs: lit(256) },
    { what: 'ours: light, 512 × 512', network: shade, inputs: lit(512) },
    {
      what: `Pix2Pix U-Net-256, ${(baseline.parameters / 1e6).toFixed(1)} M parameters, 256 × 256`,
      network: paper,
      inputs: { [UNET.input]: filled(UNET.shape) },
    },
  ];

  const times = contestants.map((): number[] => []);
  for (let run = -1; run < runs; run++)
    // the first round warms up and is not counted
    for (const [i, { network, inputs }] of contestants.entries()) {
      const began = performance.now();
      await network(inputs);
      if (run >= 0) times[i]!.push(performance.now() - began);
    }
  return contestants.map(({ what }, i) => ({ what, ms: median(times[i]!), best: Math.min(...times[i]!) }));
}

// Our generator and light against the paper's U-Net-256, in one process, turn by turn: milliseconds on one WASM thread.
import type { Network, Tensor } from '../src/core/engine.ts';
import { openNetwork } from '../src/worker/generator.ts';
import type { Opened } from './engine.ts';
import { median } from './median.ts';
import { randomFrom } from './random.ts';
import { UNET, unet256 } from './unet.ts';

export interface Timing {
  what: string;
  /** Median and best of all runs. */
  ms: number;
  best: number;
}

export async function timeNetworks(
  { engine, cards, runtime }: Opened,
  runs: number,
  seed: number,
): Promise<Timing[]> {
  const random = randomFrom(seed);
  const filled = (shape: readonly number[]): Tensor => ({
    shape,
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, random),
  });
  const baseline = unet256(seed);
  const paper = await openNetwork(baseline.onnx, runtime);

  const { input } = cards.model;
  const lit = (side: number): Record<string, Tensor> =>
    Object.fromEntries(
      cards.light.inputs.map(({ tensor, channels }) => [
        tensor,
        filled(
          channels?.length ? [1, channels.length, side, side] : [1, cards.light.studios[0]!.vector.length],
        ),
      ]),
    );
  const contestants: { what: string; network: Network; inputs: Record<string, Tensor> }[] = [
    {
      what: `ours: generator, ${input.size} × ${input.size}`,
      network: engine.generate,
      inputs: { [input.tensor]: filled([1, input.channels.length, input.size, input.size]) },
    },
    { what: 'ours: light, 256 × 256', network: engine.light, inputs: lit(256) },
    { what: 'ours: light, 512 × 512', network: engine.light, inputs: lit(512) },
    {
      what: `Pix2Pix U-Net-256 (${(baseline.parameters / 1e6).toFixed(1)} M weights)`,
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

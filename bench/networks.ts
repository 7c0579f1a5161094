// Every shipped generator and the light against the paper's U-Net-256, in one process, turn by turn:
// milliseconds on one WASM thread.
import { readdir, readFile } from 'node:fs/promises';
import { readModelCard, type ModelCard } from '../src/core/card.ts';
import type { Network, Tensor } from '../src/core/engine.ts';
import { openNetwork, type Runtime } from '../src/worker/generator.ts';
import type { Opened } from './engine.ts';
import { median } from './median.ts';
import { randomFrom } from './random.ts';
import { UNET, unet256 } from './unet.ts';

export interface Timing {
  what: string;
  /**
   * CARD@SIDE of a generator; the paper's own is vanilla@256. models/training/evaluation/compare.py finds it
   * by this.
   */
  id?: string;
  /** Median and best of all runs. */
  ms: number;
  best: number;
}

/** Cards in models/ and their networks, each at its own side and, where it takes one, at the preview's. */
async function openGenerators(
  runtime: Runtime,
): Promise<{ card: ModelCard; network: Network; side: number }[]> {
  const opened = [];
  for (const name of (await readdir('models')).filter((file) => file.endsWith('.json')).sort()) {
    const json: unknown = JSON.parse(await readFile(`models/${name}`, 'utf8'));
    if (!isGenerator(json)) continue;
    const card = readModelCard(json);
    const network = await openNetwork(await readFile(`models/${json.file}`), runtime);
    for (const side of new Set([json.input.size, json.input.preview ?? json.input.size]))
      opened.push({ card, network, side });
  }
  return opened;
}

interface Generator {
  file: string;
  input: { size: number; preview?: number };
}

function isGenerator(json: unknown): json is Generator {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 'realize-card';
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

  const lit = (side: number): Record<string, Tensor> =>
    Object.fromEntries(
      cards.light.inputs.map(({ tensor, channels }) => [
        tensor,
        filled(
          channels?.length ? [1, channels.length, side, side] : [1, cards.light.studios[0]!.vector.length],
        ),
      ]),
    );
  const generators = (await openGenerators(runtime)).map(({ card: { id, name, input }, network, side }) => ({
    what: `${name}: generator, ${side} × ${side}`,
    id: `${id}@${side}`,
    network,
    inputs: { [input.tensor]: filled([1, input.channels.length, side, side]) },
  }));
  const contestants: { what: string; id?: string; network: Network; inputs: Record<string, Tensor> }[] = [
    ...generators,
    { what: 'ours: light, 256 × 256', network: engine.light, inputs: lit(256) },
    { what: 'ours: light, 512 × 512', network: engine.light, inputs: lit(512) },
    { what: 'ours: light, 1024 × 1024', network: engine.light, inputs: lit(1024) },
    {
      what: `Pix2Pix U-Net-256 (${(baseline.parameters / 1e6).toFixed(1)} M weights)`,
      id: 'vanilla@256',
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
  return contestants.map(({ what, id }, i) => ({
    what,
    ...(id !== undefined && { id }),
    ms: median(times[i]!),
    best: Math.min(...times[i]!),
  }));
}

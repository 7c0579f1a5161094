// In: ONNX Runtime's module, our generator and light with their cards. Out: the runtime that has both opened
// (prepare.ts).
import { readLightCard, readModelCard } from '../src/core/card.ts';
import type { Network, Tensor } from '../src/core/engine.ts';
import { prepare } from './prepare.ts';

interface Ours {
  onnx: Uint8Array;
  card: unknown;
}

// Pixels of a strip: one alone, few, not a multiple of what is computed at once, as many as shade.ts takes.
const STRIPS = [1, 2, 3, 16, 17, 1000, 65_536];

export async function main(ort: Uint8Array, generator: Ours, light: Ours): Promise<Uint8Array> {
  const model = readModelCard(generator.card);
  const lightCard = readLightCard(light.card);
  return prepare(ort, { generator: generator.onnx, light: light.onnx }, async (network) => {
    const { size, preview = size } = model.input;
    const generate = network('generator');
    // A size that comes again is met by what was kept of it.
    for (const side of [size, preview, size])
      await generate({ [model.input.tensor]: filled([1, model.input.channels.length, side, side]) });
    await exerciseLight(network('light'), lightCard);
  });
}

async function exerciseLight(
  light: Network,
  { inputs, studios }: ReturnType<typeof readLightCard>,
): Promise<void> {
  for (const pixels of STRIPS)
    for (const { vector } of studios) {
      // All but the studio are planes.
      const planes = inputs.flatMap(({ tensor, channels }) =>
        channels ? [[tensor, filled([1, channels.length, 1, pixels])] as const] : [],
      );
      await light({
        ...Object.fromEntries(planes),
        studio: { shape: [1, vector.length], data: Float32Array.from(vector) },
      });
    }
}

/** Numbers in 0…1 that differ. */
function filled(shape: readonly number[]): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  return { shape, data: Float32Array.from({ length }, (_, i) => ((i * 7919) % 97) / 96) };
}

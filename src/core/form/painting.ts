// In: what a generator of kind `picture` gave. Out: its picture by name, and where it painted something.
import { channelAt, type ModelCard } from '../card.ts';
import type { Tensor } from '../engine.ts';

/** A picture over the model square, on white. */
export interface Painting {
  size: number;
  /** Red, green, blue: sRGB 0…1. */
  rgb: [Float32Array, Float32Array, Float32Array];
  /**
   * 0…1: 0 on white. Such a generator knows no alpha; what it leaves white where lines enclose it is a hole.
   */
  coverage: Float32Array;
}

// The darkest channel, from the one as good as white to the other surely painted:
// weights leave paper a little grey.
const WHITE_LEVEL = 0.985;
const PAINTED_LEVEL = 0.93;

/** Throws when the output's shape is not the card's; null when it holds something that is no number. */
export function readPainting(card: ModelCard, tensor: Tensor): Painting | null {
  const { size } = card.input;
  const { channels } = card.output;
  const wanted = [1, channels.length, size, size];
  if (tensor.shape.join() !== wanted.join())
    throw new Error(`the generator gave ${tensor.shape.join(' × ')}, wanted ${wanted.join(' × ')}`);
  if (!tensor.data.every(Number.isFinite)) return null;
  const area = size * size;
  const plane = (name: string): Float32Array => {
    const at = channelAt(channels, name);
    const [low, high] = channels[at]?.range ?? [0, 1];
    return tensor.data
      .slice(at * area, (at + 1) * area)
      .map((value) => Math.min(1, Math.max(0, (value - low) / (high - low))));
  };
  const rgb: Painting['rgb'] = [plane('r'), plane('g'), plane('b')];
  const coverage = new Float32Array(area);
  for (let i = 0; i < area; i++) {
    const darkest = Math.min(rgb[0][i]!, rgb[1][i]!, rgb[2][i]!);
    coverage[i] = Math.min(1, Math.max(0, (WHITE_LEVEL - darkest) / (WHITE_LEVEL - PAINTED_LEVEL)));
  }
  return { size, rgb, coverage };
}

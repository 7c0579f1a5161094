// In: how rough and how large surfaces are wished, material values. Out: the same stuff, smoother or rougher,
// its grain finer or coarser.
import { channelAt } from '../card.ts';
import type { SurfaceTune } from '../part-choice.ts';
import type { Settings } from '../sketch.ts';
import type { Appearance } from './appearance.ts';
import type { Keys } from '../parts/part-keys.ts';

// At the upper end of its slider a texture is so many times as large as found, at the lower end as many times
// smaller.
const MOST_TIMES = 4;

/** What was chosen for a part, else what was for the whole drawing. */
export function surfaceTuneOf(
  key: string,
  { parts, surface }: Pick<Settings, 'parts' | 'surface'>,
): SurfaceTune {
  const { roughness = surface.roughness, scale = surface.scale } = parts[key] ?? {};
  return { roughness, scale };
}

/** 0…1 as a factor, 0.5 as 1. */
export const timesAsLarge = (scale: number): number => MOST_TIMES ** (2 * scale - 1);

type Channels = readonly { name: string; range: readonly [number, number] }[];

/** In place. `channels`: the light's, in the order of `values`. */
export function tuneSurface(
  values: Float32Array,
  channels: Channels,
  { roughness, scale }: SurfaceTune,
): void {
  const change = (name: string, to: (value: number) => number): void => {
    const at = channelAt(channels, name);
    const [low, high] = channels[at]!.range;
    values[at] = Math.min(high, Math.max(low, to(values[at]!)));
  };
  if (roughness < 0.5) change('roughness', (value) => 2 * roughness * value);
  if (roughness > 0.5) {
    const more = 2 * roughness - 1;
    change('roughness', (value) => value + more * (1 - value));
    // What is sanded loses its lacquer first.
    change('coat', (value) => value * (1 - more));
  }
  if (scale === 0.5) return;
  const times = timesAsLarge(scale);
  for (const name of ['grain_x', 'grain_y']) change(name, (value) => value / times);
  // Slopes stay as steep.
  change('bump', (value) => value * times);
}

/** Parts in place, and what stands behind glass when it is asked for. */
export function withSurfaceTunes(
  appearance: Appearance,
  keys: Keys,
  channels: Channels,
  wished: Pick<Settings, 'parts' | 'surface'>,
): Appearance {
  const { materialValues } = appearance;
  keys.ofPart.forEach((key, k) =>
    tuneSurface(materialValues.materials[k]!, channels, surfaceTuneOf(key, wished)),
  );
  return {
    ...appearance,
    materialValues: {
      ...materialValues,
      ofPiece(piece) {
        const found = materialValues.ofPiece(piece);
        tuneSurface(found.values, channels, surfaceTuneOf(keys.ofPiece(piece), wished));
        return found;
      },
    },
  };
}

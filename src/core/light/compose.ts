// In: a surface with its appearance maps, a studio. Out: its lit image, over what stands behind its glass.
import { fromFront, layBehind, LAYERS_BEHIND } from '../appearance/depth-peel.ts';
import type { Sampler } from '../form/upsample.ts';
import { openMemo, type Memo } from '../memo.ts';
import type { Packed, Surface } from './pack.ts';
import type { Lamp, shade } from './shade.ts';
import type { Rgba } from '../sketch.ts';
import { softenBorders } from './soften-borders.ts';

/** What lights a surface, and what it keeps from one light to the next. */
export interface Lighting extends Lamp {
  lit: typeof shade;
  /** The samplers of what stands behind glass. */
  fronts: Memo<readonly Sampler[]>;
}

export function openLightMemos(): Pick<Lighting, 'strips' | 'fronts'> {
  return { strips: openMemo<Packed>(1 + LAYERS_BEHIND), fronts: openMemo<readonly Sampler[]>() };
}

/** Null: asked to stop. */
export async function compose(
  surface: Surface,
  lighting: Lighting,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Rgba | null> {
  const { found, maps, samplers } = surface;
  const { lit, fronts } = lighting;
  const image = await lit(surface, lighting, goOn);
  if (!image) return null;
  softenBorders(image, found.labels);
  // Nearest first: each layer goes under what is there so far, lit with the form of what stands in front.
  for (const layer of maps.behind) {
    const seen = { ...found, parts: [], labels: layer.labels, alpha: layer.alpha };
    const form = fronts([found.labels, ...samplers], () =>
      samplers.map((sampler) => fromFront(sampler, found.labels)),
    );
    const under = {
      ...surface,
      found: seen,
      maps: { ...layer, behind: [] },
      samplers: form,
      relief: null,
      texture: null,
      gains: null,
    };
    const back = await lit(under, lighting, () => goOn(1));
    if (!back) return null;
    layBehind(image, back, found.alpha);
  }
  return image;
}

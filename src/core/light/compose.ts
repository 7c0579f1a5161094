// In: a surface with its appearance maps, a studio. Out: its lit image, over what stands behind its glass.
import { fromFront, layBehind, LAYERS_BEHIND, type LayerBehind } from '../appearance/depth-peel.ts';
import { refracted } from '../appearance/refraction.ts';
import type { Sampler } from '../form/upsample.ts';
import { openMemo, type Memo } from '../memo.ts';
import type { Packed, Surface } from './pack.ts';
import type { StudioLight, shade } from './shade.ts';
import type { Rgba } from '../sketch.ts';
import { softenBorders } from './soften-borders.ts';

/** What lights a surface, and what it keeps from one light to the next. */
export interface Lighting extends StudioLight {
  lit: typeof shade;
  fronts: Memo<Behind>;
}

/** What stands behind glass, as it is seen through that, and the samplers of its form. */
interface Behind {
  layers: readonly LayerBehind[];
  samplers: readonly Sampler[];
}

export function openLightMemos(): Pick<Lighting, 'strips' | 'fronts'> {
  return { strips: openMemo<Packed>(1 + LAYERS_BEHIND), fronts: openMemo<Behind>() };
}

/** Null: asked to stop. */
export async function compose(
  surface: Surface,
  lighting: Lighting,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Rgba | null> {
  const { found, maps } = surface;
  const { lit, fronts } = lighting;
  const image = await lit(surface, lighting, goOn);
  if (!image) return null;
  softenBorders(image, found.labels);
  if (maps.behind.length === 0) return image;
  const { layers, samplers } = fronts([found.labels, maps.behind, ...surface.samplers], () =>
    behindOf(surface),
  );
  // Nearest first: each layer goes under what is there so far, lit with the form of what stands in front.
  for (const layer of layers) {
    const seen = { ...found, parts: [], labels: layer.labels, alpha: layer.alpha };
    const under = {
      ...surface,
      found: seen,
      maps: { ...layer, behind: [] },
      samplers,
      relief: null,
      texture: null,
      gains: null,
      bounce: null,
    };
    const back = await lit(under, lighting, () => goOn(1));
    if (!back) return null;
    layBehind(image, back, found.alpha);
  }
  return image;
}

function behindOf({ found, maps, samplers, zones, views }: Surface): Behind {
  const { labels, grid } = found;
  const side = (views[0]!.square.box.width * grid.width) / grid.box.width;
  const front = { labels, samplers, zones, side };
  return {
    layers: maps.behind.map((layer) => refracted(layer, front)),
    samplers: samplers.map((sampler) => fromFront(sampler, labels)),
  };
}

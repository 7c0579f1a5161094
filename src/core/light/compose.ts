// In: a dressed surface and a studio. Out: its lit image: inner borders softened, what stands behind glass under it.
import { fromFront, layBehind } from '../appearance/depth-peel.ts';
import type { LightCard, Studio } from '../card.ts';
import type { Network } from '../engine.ts';
import type { Surface } from './pack.ts';
import type { shade } from './shade.ts';
import type { Rgba } from '../sketch.ts';
import { softenBorders } from './soften-borders.ts';

export interface Lamp {
  studio: Studio;
  card: LightCard;
  network: Network;
  lit: typeof shade;
}

/** Null: asked to stop. */
export async function compose(
  surface: Surface,
  { studio, card, network, lit }: Lamp,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Rgba | null> {
  const { found, dressed, samplers } = surface;
  const image = await lit(surface, studio, card, network, goOn);
  if (!image) return null;
  softenBorders(image, found.labels);
  // Nearest first: each layer goes under what is there so far, lit with the form of what stands in front.
  for (const layer of dressed.behind) {
    const seen = { ...found, parts: [], labels: layer.labels, alpha: layer.alpha };
    const fronts = samplers.map((sampler) => fromFront(sampler, found.labels));
    const under = { ...surface, found: seen, dressed: { ...layer, behind: [] }, samplers: fronts };
    const back = await lit(under, studio, card, network, () => goOn(1));
    if (!back) return null;
    layBehind(image, back, found.alpha);
  }
  return image;
}

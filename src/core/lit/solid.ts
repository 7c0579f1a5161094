// In: a Form, its Figure, appearance and Relief. Out: its Solid, when it is asked for.
import { bevelOf } from '../relief/bevel.ts';
import { solidViews, type Solid, type Viewed, type PartMaterial } from '../relief/solid.ts';
import { zonesOver } from '../scene/objects.ts';
import { type LightCard, materialChannels } from '../card.ts';
import type { FigureAppearance } from './appearance.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { FigureRelief } from './relief.ts';

interface Solidly {
  form: Form;
  figure: Figure;
  appearance: FigureAppearance;
  relief: FigureRelief;
}

/** At the figure's own size. Null: asked to stop. */
export async function makeSolid(
  { form, figure, appearance, relief }: Solidly,
  card: LightCard,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Solid | null> {
  const { scene, views } = form;
  const { parts, zones, samplers, stacking } = figure;
  const { levels, bevel } = relief;
  const viewed = samplers.map((sampler, k): Viewed => {
    const { square } = views[k]!;
    return { square, form: sampler, zones: zonesOver(scene.found.objects, square) };
  });
  const made = await solidViews(viewed, stacking.contacts, levels, goOn);
  if (!made) return null;
  const { grid, labels } = parts;
  const edges = bevel ?? bevelOf(labels, levels, grid.box.width / grid.width);
  return {
    parts,
    zones,
    bevel: edges,
    views: made,
    base: appearance.maps.base,
    worn: wornOf(figure, appearance, card),
  };
}

function wornOf({ parts }: Figure, { ofParts, maps }: FigureAppearance, card: LightCard): PartMaterial[] {
  const channels = materialChannels(card);
  return parts.parts.map(({ piece }, i) => ({
    name: piece?.shape.names.at(-1) ?? ofParts.materialValues.named[i]?.name ?? '',
    values: Object.fromEntries(channels.map(({ name }, c) => [name, maps.materials[i]![c]!])),
  }));
}

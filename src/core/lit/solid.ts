// In: a Form, its Figure and Relief. Out: its Solid, when it is asked for.
import { bevelOf } from '../relief/bevel.ts';
import { solidViews, type Solid, type Viewed } from '../relief/solid.ts';
import { zonesOver } from '../scene/objects.ts';
import type { View } from '../form/view.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { FigureRelief } from './relief.ts';

/** At the figure's own size. Null: asked to stop. */
export async function makeSolid(
  { scene, views }: Form,
  { parts, zones, samplers, stacking }: Figure,
  { levels, bevel }: FigureRelief,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Solid | null> {
  const viewed = samplers.map((form, k): Viewed => {
    const { square } = views[k] as View;
    return { square, form, zones: zonesOver(scene.found.objects, square) };
  });
  const made = await solidViews(viewed, stacking.contacts, levels, goOn);
  if (!made) return null;
  const { grid, labels } = parts;
  const edges = bevel ?? bevelOf(labels, levels, grid.box.width / grid.width);
  return { parts, zones, bevel: edges, views: made };
}

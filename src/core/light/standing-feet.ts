// In: a Scene, its objects as the generator saw them. Out: where those stand that stand on a ground.
// Of a drawing of lines alone the outline is what is drawn and what that encloses: the generator's guess
// has specks where there are bars.
import type { Rasterise } from '../engine.ts';
import type { View } from '../form/view.ts';
import { enclosedBy } from '../image/closing.ts';
import type { Grid } from '../image/grid.ts';
import { drawCoverage } from '../scene/lineart.ts';
import { zonesOver } from '../scene/objects.ts';
import type { Scene } from '../scene/scene.ts';
import type { Plane } from '../sketch.ts';
import { findFeet, type Feet } from './ground-contact.ts';
import { hovers } from './hovering.ts';

/** Coverage, of 255, from which on a pixel is drawn. */
const DRAWN = 96;

/** `views`: one an object; `name`: the drawing's. */
export function standingFeet(
  scene: Scene,
  views: readonly View[],
  name: string,
  rasterise: Rasterise,
): Feet[] {
  return views.flatMap((view, object) => {
    if (hovers(scene, view.square.box, name)) return [];
    const silhouette = view.silhouette ?? drawnOutline(scene, object, view.square, rasterise);
    const feet = findFeet({ ...view, silhouette });
    return feet ? [feet] : [];
  });
}

/** 1 where lines and what they enclose are, over a model square; else 0. */
function drawnOutline(scene: Scene, object: number, square: Grid, rasterise: Rasterise): Plane {
  const { drawing, found } = scene;
  const pieces = scene.pieces.filter(({ role }) => role !== 'air');
  const drawn = drawCoverage({ drawing, pieces, traces: found.traces }, { grid: square }, rasterise);
  const ink = { ...drawn, data: drawn.data.map((value) => (value >= DRAWN ? 1 : 0)) };
  const inside = enclosedBy(ink, (found.closing * square.width) / square.box.width).data;
  const zones = zonesOver(found.objects, square);
  const data = Float32Array.from(inside, (value, i) => (zones && zones[i] !== object ? 0 : value));
  return { width: square.width, height: square.height, data };
}

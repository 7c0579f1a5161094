// In: what a picture is made of, at a size that memory holds; a finer grid. Out: the picture as a PNG file.
// Made and written band by band: no plane of the whole is ever there.
import type { Bounce } from './bounce.ts';
import { compose, openLightMemos, type Lighting } from './compose.ts';
import { drawPaint, mapsOf } from '../appearance/base-colour.ts';
import type { DrawnShading } from '../appearance/drawn-shading.ts';
import { evened } from '../appearance/even-shading.ts';
import { bendReach } from '../appearance/refraction.ts';
import type { Rasterise } from '../engine.ts';
import type { UpsampledForm } from '../form/upsample.ts';
import { bevelOf, reachOf } from '../relief/bevel.ts';
import type { Relief } from '../relief/relief.ts';
import type { Grid } from '../image/grid.ts';
import { withoutRetraced } from '../scene/retraced.ts';
import { zonesOver } from '../scene/objects.ts';
import type { Parts } from '../parts/parts.ts';
import { openPng } from '../image/png.ts';
import type { View } from '../form/view.ts';
import type { Scene } from '../scene/scene.ts';
import { drawSeams, rimOf } from '../parts/inner-edges.ts';
import type { Rgba } from '../sketch.ts';
import type { Texture } from '../texture/texture.ts';
import { bandsOf, refine, type Band } from '../parts/bands.ts';
import type { Appearance } from '../appearance/appearance.ts';

export interface LargeFigure {
  scene: Scene;
  views: readonly View[];
  /** Over the whole picture. */
  parts: Parts;
  samplers: readonly UpsampledForm[];
  appearance: Appearance;
  /** Of the drawing's own; null: it is left. */
  shading: DrawnShading | null;
  relief: Relief;
  seen: readonly Float32Array[];
  texture: Texture | null;
  /** As in Surface. */
  gains: Float32Array | null;
  bounce: Bounce | null;
}

interface Making {
  lamp: Omit<Lighting, 'strips' | 'fronts'>;
  rasterise: Rasterise;
  /** Lays under each band what is to lie there. */
  finish: (image: Rgba, grid: Grid) => void;
  goOn: (fraction: number) => Promise<boolean>;
}

/** Null: asked to stop. */
export async function drawLarge(
  { scene, views, parts, samplers, appearance, shading, relief, seen, texture, gains, bounce }: LargeFigure,
  grid: Grid,
  { lamp, rasterise, finish, goOn }: Making,
): Promise<{ png: Uint8Array; width: number; height: number } | null> {
  const file = openPng(grid.width, grid.height);
  const { square } = views[0]!;
  const pixel = grid.box.width / grid.width;
  const bent = bendReach(appearance.materialValues, square.box.width / pixel);
  const once = { ...scene, pieces: withoutRetraced(scene.pieces) };
  const bands = bandsOf(grid, Math.max(rimOf(scene, grid, square) + 2, reachOf(relief.levels, pixel), bent));
  for (const [k, band] of bands.entries()) {
    if (!(await goOn(k / bands.length))) return null;
    const found = refine(scene, parts, band.grid, rasterise);
    const image = drawPaint(scene, found, rasterise, appearance.pen);
    const maps = mapsOf(scene, { found, image }, appearance, rasterise);
    const surface = {
      found,
      maps: shading ? { ...maps, base: evened(maps.base, found, shading) } : maps,
      views,
      samplers: samplers.map((form) => form.over(band.grid)),
      zones: zonesOver(scene.found.objects, band.grid),
      seams: drawSeams(once, found, square, rasterise),
      relief: { ...relief, bevel: bevelOf(found.labels, relief.levels, pixel), seen },
      texture,
      gains,
      bounce,
    };
    leaveOut(found, band);
    const lit = await compose(surface, { ...lamp, ...openLightMemos() }, (done) =>
      goOn((k + done) / bands.length),
    );
    if (!lit) return null;
    finish(lit, band.grid);
    const row = 4 * grid.width;
    file.rows(lit.data.subarray(row * band.above, row * (band.above + band.rows)));
  }
  return { png: file.end(), width: grid.width, height: grid.height };
}

/** Margins need no light, but for the row beside the band that its borders are softened with. */
function leaveOut({ alpha }: Parts, { above, rows, grid }: Band): void {
  alpha.data.fill(0, 0, grid.width * Math.max(0, above - 1));
  alpha.data.fill(0, Math.min(alpha.data.length, grid.width * (above + rows + 1)));
}

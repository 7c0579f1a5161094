// In: a Form and a pixel grid. Out: its Figure: the parts at that size, what is painted
// in them, and samplers of their form.
import { drawPaint, meansOf } from '../appearance/base-colour.ts';
import { handleByName } from '../appearance/handle-by-name.ts';
import { looksOf } from '../appearance/part-looks.ts';
import { CANCELLED, type Clock } from '../clock.ts';
import type { Rasterise } from '../engine.ts';
import { openSampler, type UpsampledForm as Enlarged } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import { drawWalls } from '../parts/crease-mask.ts';
import { drawSeams } from '../parts/inner-edges.ts';
import { findParts, type Parts } from '../parts/parts.ts';
import { zonesOver } from '../scene/objects.ts';
import type { Plane, Refusal, Rgba } from '../sketch.ts';
import { withoutRetraced } from '../scene/retraced.ts';
import { stackingOf, type Stacking } from '../relief/stacking.ts';
import type { Form } from './form.ts';

/** What depends on the drawing and on the size. */
export interface Figure {
  parts: Parts;
  zones: Uint8Array | null;
  /** What is painted, as drawn. */
  paint: Rgba;
  /** Per part, its mean. */
  means: ReturnType<typeof meansOf>;
  /** Per part, what it looks made of to the generator. */
  looks: ReturnType<typeof looksOf>;
  seams: Plane;
  stacking: Stacking;
  samplers: Enlarged[];
}

/** `name`: the drawing's; `coarse`: a draft's form will do. */
export async function makeFigure(
  { scene, views }: Form,
  grid: Grid,
  clock: Clock,
  { name, rasterise, coarse }: { name: string; rasterise: Rasterise; coarse: boolean },
): Promise<Figure | Refusal> {
  if (!(await clock.next('parts', 0.35))) return CANCELLED;
  clock.step('regions');
  const zones = zonesOver(scene.found.objects, grid);
  const coverings = views.map(({ square, intrinsic }) => ({ square, ...intrinsic }));
  const parts = findParts(scene, grid, { coverings, zones, handle: handleByName(name) }, rasterise);
  if (parts.parts.length === 0) return { refused: scene.found.open ? 'nothing-closed' : 'nothing-drawn' };
  if (!(await clock.next('parts', 0.45))) return CANCELLED;
  clock.step('form');
  const paint = drawPaint(scene, parts, rasterise);
  const once = { ...scene, pieces: withoutRetraced(scene.pieces) };
  const seams = drawSeams(once, parts, views[0]!.square, rasterise);
  const walls = drawWalls(once, parts, rasterise);
  const samplers = views.map(({ intrinsic, square }) =>
    openSampler(intrinsic, square, parts, { walls, coarse }),
  );
  return {
    parts,
    zones,
    paint,
    means: meansOf(parts, paint),
    looks: looksOf(parts, views, zones),
    seams,
    stacking: stackingOf(parts),
    samplers,
  };
}

/** The same box in pixels twice as large: above a certain size parts are found there. */
export function halved({ box, width, height }: Grid): Grid {
  return { box, width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

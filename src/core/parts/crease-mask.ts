// In: a Scene and its parts. Out: where lines run inside parts, at the picture's size: form may break there.
// Inner lines in ink, at half coverage, without those that have another part within reach on four sides.
import type { Rasterise } from '../engine.ts';
import { drawInner } from '../scene/lineart.ts';
import type { Parts } from './parts.ts';
import type { Scene } from '../scene/scene.ts';
import type { Plane } from '../sketch.ts';

// Pixels of the picture: no way leads through a line of this width without touching it.
const WIDTH_PIXELS = 1.5;

/**
 * 1 along the middle of every drawn line that is no part's border; null when there are none. A line that runs
 * along a border, half a stroke inside the part, would cut off what lies between both: it is left out.
 */
export function drawWalls(
  scene: Scene,
  { grid, labels }: Parts,
  rasterise: Rasterise,
): Plane<Uint8Array> | null {
  const { drawing, pieces, found } = scene;
  const pixel = grid.box.width / grid.width;
  const lines = drawInner({
    drawing,
    pieces,
    traces: found.traces,
    grid,
    width: WIDTH_PIXELS * pixel,
    rasterise,
  });
  if (!lines) return null;
  const { width, height } = grid;
  const strokes = pieces.map(({ role, shape }) => (role === 'line' ? shape.stroke.width : 0));
  const reach = Math.ceil(2 + (0.55 * Math.max(0, ...strokes)) / pixel);
  const data = new Uint8Array(width * height);
  const label = labels.data;
  let any = false;
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const i = y * width + x;
      if (lines.data[i]! < 0.5) continue;
      const own = label[i];
      if (label[i - reach] !== own || label[i + reach] !== own) continue;
      if (label[i - reach * width] !== own || label[i + reach * width] !== own) continue;
      data[i] = 1;
      any = true;
    }
  }
  return any ? { width, height, data } : null;
}

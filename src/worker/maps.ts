// In: a Solid, which part is where. Out: maps of the surface as PNG files, of 8 bits a channel, as canvases
// show them.
import { encodePng } from '../core/image/png.ts';
import { heightMap, normalMap } from '../core/relief/maps.ts';
import type { Solid } from '../core/relief/solid.ts';
import type { Rgba } from '../core/sketch.ts';
import type { Seen } from '../protocol/worker.ts';

export function mapFiles(solid: Solid, parts: Rgba): NonNullable<Seen['maps']> {
  return {
    normal: encodePng(normalMap(solid)),
    height: encodePng(heightImage(solid)),
    parts: encodePng(parts),
  };
}

/** Grey, black the lowest; alpha: how much of the pixel is covered. */
function heightImage(solid: Solid): Rgba {
  const { width, height, data: heights } = heightMap(solid);
  const alpha = solid.parts.alpha.data;
  const data = new Uint8Array(4 * heights.length);
  for (let i = 0; i < heights.length; i++) {
    data.fill(heights[i]! >> 8, 4 * i, 4 * i + 3);
    data[4 * i + 3] = alpha[i]!;
  }
  return { width, height, data };
}

// In: a Solid. Out: maps of it at the picture's size, as other programs take them: normals and heights.
// Normals as lit, rounded edges included, in OpenGL's convention (x right, y up, z to the viewer).
import { SAMPLED } from '../form/upsample.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { lean } from './lean.ts';
import { openOwnSide } from './own-side.ts';
import type { Solid } from './solid.ts';

export interface HeightMap extends Plane<Uint16Array> {
  /** In drawing units: what 1 stands for, and 65535. 0 is where nothing is. */
  range: readonly [number, number];
}

const HIGHEST = 65_535;

/** x, y, z as red, green, blue; alpha: how much of the pixel is covered. */
export function normalMap({ parts, zones, bevel, views }: Solid): Rgba {
  const { width, height } = parts.grid;
  const data = new Uint8Array(4 * width * height);
  const normal = new Float32Array(SAMPLED);
  for (let y = 0, i = 0; y < height; y++) {
    for (const { form } of views) form.row(y);
    for (let x = 0; x < width; x++, i++) {
      const alpha = parts.alpha.data[i]!;
      if (alpha === 0) continue;
      views[zones ? zones[i]! : 0]?.form.pixel(x, parts.labels.data[i]!, normal);
      lean(normal, bevel.x[i]!, bevel.y[i]!);
      for (let c = 0; c < 3; c++) data[4 * i + c] = Math.round(127.5 * (normal[c]! + 1));
      data[4 * i + 3] = alpha;
    }
  }
  return { width, height, data };
}

export function heightMap({ parts, zones, views }: Solid): HeightMap {
  const { grid, labels, alpha } = parts;
  const { width, height } = grid;
  const heights = new Float32Array(width * height);
  const sides = views.map((view) => ({
    ...view,
    own: openOwnSide(view.labels, view.square, grid),
    // Where a part is too thin to have a sample of its own: of all that is there.
    covered: view.labels.map((label) => (label === 0 ? 0 : 1)),
  }));
  const around = sides.map(({ covered, square }) => openOwnSide(covered, square, grid));
  let [low, high] = [Infinity, -Infinity];
  for (let y = 0, i = 0; y < height; y++) {
    for (const { own } of sides) own.row(y);
    for (const side of around) side.row(y);
    for (let x = 0; x < width; x++, i++) {
      if (alpha.data[i] === 0) continue;
      const k = zones ? zones[i]! : 0;
      const side = sides[k]!;
      const known = side.own.pixel(x, labels.data[i]!, side.heights, NaN);
      const value = Number.isNaN(known) ? (around[k]?.pixel(x, 1, side.heights, 0) ?? 0) : known;
      heights[i] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const scale = high > low ? (HIGHEST - 1) / (high - low) : 0;
  const data = Uint16Array.from(heights, (value, i) =>
    alpha.data[i] === 0 ? 0 : 1 + Math.round(scale * (value - low)),
  );
  return { width, height, data, range: [low, high] };
}

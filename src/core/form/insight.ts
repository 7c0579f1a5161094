// In: what the stages found. Out: images of it for people: the line art, the normals, the parts.
import type { Parts } from '../parts/parts.ts';
import type { Corners } from '../photo-tune.ts';
import type { Box, Plane, Rgba } from '../sketch.ts';
import type { Intrinsic } from './tensor.ts';
import type { Trace } from '../scene/trace.ts';

export interface Insights {
  /** What the generator saw: dark ink on white, at the model's size. */
  lines: Rgba;
  /** What it found: x, y, z as red, green, blue; transparent off the object. Null: its kind finds no form. */
  normals: Rgba | null;
  /** One colour a part, at the picture's size. */
  parts: Rgba;
  /** The drawing's coordinates that traced images cover; null: there were none. */
  photo: Box | null;
  /** Where a sheet's corners are seen in them, in shares of `photo`; null: nowhere. */
  sheet: Corners | null;
}

export function photoIn(traces: readonly Trace[]): Pick<Insights, 'photo' | 'sheet'> {
  const image = traces.find((trace) => trace.of === 'image');
  return { photo: image?.grid.box ?? null, sheet: image?.sheet ?? null };
}

export function showLines(lines: Plane): Rgba {
  return show(lines.width, lines.height, (i) => {
    const v = 255 * (1 - lines.data[i]!);
    return [v, v, v, 255];
  });
}

export function showNormals({ size, normal, coverage }: Intrinsic): Rgba {
  const [x, y, z] = normal;
  const byte = (value: number): number => 127.5 * (value + 1);
  return show(size, size, (i) => [byte(x[i]!), byte(y[i]!), byte(z[i]!), 255 * coverage[i]!]);
}

export function showParts({ labels, alpha }: Parts): Rgba {
  return show(labels.width, labels.height, (i) => {
    const label = labels.data[i]!;
    // The golden angle keeps neighbouring numbers far apart in hue.
    const hue = (label * 137.508 * Math.PI) / 180;
    const wave = (shift: number): number => 150 + 90 * Math.cos(hue + shift);
    return [wave(0), wave(2.094), wave(4.189), label === 0 ? 0 : alpha.data[i]!];
  });
}

function show(width: number, height: number, pixel: (i: number) => [number, number, number, number]): Rgba {
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) data.set(pixel(i).map(Math.round), 4 * i);
  return { width, height, data };
}

// In: a strip's pixels, a surface. Out: the strip's colours and materials, and its textures laid on colours
// and form.
import { openTexture } from '../texture/texture-sampler.ts';
import { antialiasMetal } from './specular-antialias.ts';
import type { Bounce } from './bounce.ts';
import { ENCODE, pigment } from './pigment.ts';
import { takeBounce } from './take-bounce.ts';
import { channelOf, type Layout, type Strip, type Surface } from './surface.ts';

/** Fills in the colours, and lays the textures on them and on the form. */
export function paint(strip: Strip, surface: Surface, order: Layout): void {
  const { pixels, base } = strip;
  const { found, maps } = surface;
  const count = pixels.length;
  const labels = found.labels.data;
  const factors = surface.gains?.map((gain) => gain ** ENCODE);
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    pigment(maps.base, 3 * i, factors ? factors[labels[i]! - 1]! : 1, { to: base, at: k, step: count });
  }
  if (surface.bounce) brighten(strip, surface, surface.bounce, order);
  wear(strip, surface, order);
}

/** In place: by what neighbours send. */
function brighten(
  { pixels, base, intrinsic, bare }: Strip,
  { found }: Surface,
  bounce: Bounce,
  order: Layout,
): void {
  const count = pixels.length;
  const form = order.sampled.map((at, c) =>
    bare && c < 3
      ? bare.subarray(c * count, (c + 1) * count)
      : intrinsic.subarray(at * count, (at + 1) * count),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  takeBounce(bounce, found.grid, { pixels, labels: found.labels.data, form, pigments: base });
}

/**
 * Fills in the materials: channel after channel, as they lie, each run of pixels of one part at once. The
 * strip has its form already, with its textures.
 */
export function fillMaterial(strip: Strip, { found, maps }: Surface, order: Layout): void {
  const { pixels, material } = strip;
  const count = pixels.length;
  const labels = found.labels.data;
  const depth = material.length / count;
  for (let from = 0, to = 0; from < count; from = to) {
    const label = labels[pixels[from]!]!;
    for (to = from + 1; to < count && labels[pixels[to]!] === label; to++);
    const values = maps.materials[label - 1]!;
    for (let c = 0; c < depth; c++) material.fill(values[c]!, c * count + from, c * count + to);
  }
  if (maps.materials.some((values) => values[order.metal]! > 0))
    antialiasMetal(strip, { labels, width: found.grid.width }, order);
}

/** In place. */
function wear(strip: Strip, { found, zones, texture }: Surface, order: Layout): void {
  const { pixels, base, intrinsic } = strip;
  const count = pixels.length;
  const axes = order.sampled.slice(0, 3).map((at) => channelOf(strip, intrinsic, at));
  if (strip.bare)
    for (const [c, axis] of axes.entries()) axis.set(strip.bare.subarray(c * count, (c + 1) * count));
  if (!texture) return;
  if (!strip.bare) {
    strip.bare = new Float32Array(3 * count);
    for (const [c, axis] of axes.entries()) strip.bare.set(axis, c * count);
  }
  const [nx, ny, nz] = axes as [Float32Array, Float32Array, Float32Array];
  const worn = openTexture(texture, found.grid);
  const { width } = found.grid;
  const labels = found.labels.data;
  const own = new Float32Array(3);
  let row = -1;
  for (let k = 0; k < count; k++) {
    const i = pixels[k]!;
    const y = Math.floor(i / width);
    if (y !== row) worn.row(y);
    row = y;
    if (!worn.pixel(i - y * width, labels[i]!, zones ? zones[i]! : 0, own)) continue;
    const x = nx[k]! - own[0]!;
    const up = ny[k]! - own[1]!;
    const z = nz[k]!;
    const per = 1 / Math.sqrt(x * x + up * up + z * z + 1e-9);
    nx[k] = x * per;
    ny[k] = up * per;
    nz[k] = z * per;
    const tone = own[2]! ** ENCODE;
    for (let c = 0; c < 3; c++) base[c * count + k] = Math.min(1, base[c * count + k]! * tone);
  }
}

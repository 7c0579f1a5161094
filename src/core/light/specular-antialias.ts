// In: a strip with form and materials. Out: metal's roughness, raised where its normals turn from pixel to
// pixel.
// Geometric specular antialiasing (after Kaplanyan et al. 2016 and Tokuyoshi 2019): what one pixel mirrors of
// a bent face is as broad as its normals are apart, so the lobe takes that width on, and no lamp has a jagged
// edge.
import type { Layout, Strip } from './surface.ts';

/** Of metal; what is less shows its own colour first. */
const LEAST_METAL = 0.5;
/** Half the lobe's width, as the light graph has it of a roughness r: a + r (b + c r). */
const [A, B, C] = [0.02, 0.3, 1.6];
/** A mirrored ray turns twice as far as the normal; this much of it is the pixel's own width. */
const SHARE = 1.5;
/** Turns of a normal from a pixel to the next that no lobe of metal sees, squared. */
const LEAST = 0.004 ** 2;
/** A normal that turns further than this meets another face there, squared. */
const MOST = 0.3 ** 2;

/** In place. `labels`, `width`: of the picture; channels of `order` as the light's card has them. */
export function antialiasMetal(
  { pixels, material, intrinsic }: Strip,
  { labels, width }: { labels: Int32Array; width: number },
  { roughness, metal, sampled }: Pick<Layout, 'roughness' | 'metal' | 'sampled'>,
): void {
  const count = pixels.length;
  const rough = material.subarray(roughness * count, (roughness + 1) * count);
  const metals = material.subarray(metal * count, (metal + 1) * count);
  const [x, y, z] = sampled.slice(0, 3).map((at) => intrinsic.subarray(at * count, (at + 1) * count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  /** Square of the turn between two places of the strip; 0: they are of two parts or faces. */
  const turn = (k: number, other: number, i: number): number => {
    if (pixels[other] !== i || labels[i] !== labels[pixels[k]!]) return 0;
    const [dx, dy, dz] = [x[k]! - x[other]!, y[k]! - y[other]!, z[k]! - z[other]!];
    const far = dx * dx + dy * dy + dz * dz;
    return far < MOST ? far : 0;
  };
  for (let k = 0, above = 0, below = 0; k < count; k++) {
    if (metals[k]! < LEAST_METAL) continue;
    const i = pixels[k]!;
    while (above < k && pixels[above]! < i - width) above++;
    below = Math.max(below, k);
    while (below < count - 1 && pixels[below]! < i + width) below++;
    const across = Math.max(turn(k, k - 1, i - 1), turn(k, k + 1, i + 1));
    const down = Math.max(turn(k, above, i - width), turn(k, below, i + width));
    if (across + down < LEAST) continue;
    const own = rough[k]!;
    const lobe = A + own * (B + C * own);
    const wide = Math.sqrt(lobe * lobe + SHARE * SHARE * (across + down));
    rough[k] = Math.min(1, (Math.sqrt(B * B + 4 * C * (wide - A)) - B) / (2 * C));
  }
}

// In: opaque RGBA pixels at a multiple of the wanted size. Out: RGBA of that size, each pixel the mean of its
// square.
// Box filter on the stored (sRGB) values.

export interface Pixels {
  width: number;
  height: number;
  /** RGBA, 0…255. */
  pixels: Uint8Array;
}

/** Throws where the sides are no multiples of `factor`. */
export function average(
  { width, height, pixels }: Pixels,
  factor: number,
): { width: number; height: number; data: Uint8Array } {
  const [across, down] = [width / factor, height / factor];
  if (!Number.isInteger(across) || !Number.isInteger(down))
    throw new Error(`${width} × ${height} pixels are no squares of ${factor}`);
  const sums = new Float64Array(4 * across * down);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = 4 * (Math.floor(y / factor) * across + Math.floor(x / factor));
      for (let c = 0; c < 4; c++, from++) sums[to + c]! += pixels[from]!;
    }
  }
  return {
    width: across,
    height: down,
    data: Uint8Array.from(sums, (sum) => Math.round(sum / factor ** 2)),
  };
}

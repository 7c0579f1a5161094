// In: a PNG and a size. Out: it at that size, by the mean over the pixels that fall on each (a box filter).
import { decode } from 'fast-png';
import type { Rgba } from '../../src/core/sketch.ts';

/** The mean over the pixels that fall on each, colours weighed by alpha. */
export function shrunk(png: Uint8Array, width: number, height: number): Rgba {
  const image = decode(png);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [y, y + 1].map((edge) => Math.round((edge * image.height) / height));
    for (let x = 0; x < width; x++) {
      const [left, right] = [x, x + 1].map((edge) => Math.round((edge * image.width) / width));
      const sum = [0, 0, 0, 0];
      for (let v = top!; v < Math.max(bottom!, top! + 1); v++)
        for (let u = left!; u < Math.max(right!, left! + 1); u++) {
          const at = 4 * (Math.min(v, image.height - 1) * image.width + Math.min(u, image.width - 1));
          const alpha = image.data[at + 3]!;
          for (let channel = 0; channel < 3; channel++) sum[channel]! += alpha * image.data[at + channel]!;
          sum[3]! += alpha;
        }
      const count = Math.max(1, bottom! - top!) * Math.max(1, right! - left!);
      const at = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = sum[3]! > 0 ? Math.round(sum[channel]! / sum[3]!) : 0;
      data[at + 3] = Math.round(sum[3]! / count);
    }
  }
  return { width, height, data };
}

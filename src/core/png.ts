// In: an image. Out: the bytes of a PNG file of it.
import { encode } from 'fast-png';
import type { Rgba } from './sketch.ts';

export function encodePng(image: Rgba): Uint8Array {
  return encode(
    { width: image.width, height: image.height, data: image.data, channels: 4, depth: 8 },
    { zlib: { level: 3 } },
  );
}

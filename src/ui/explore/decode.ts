// An image file in, its pixels out, small: enough to see its colours by.
// Null for what this frame cannot read.
import type { Rgba } from '../../core/sketch.ts';

/** Longest side, in pixels. */
const SIDE_PIXELS = 96;

export async function pixelsOf(file: Uint8Array): Promise<Rgba | null> {
  const bitmap = await createImageBitmap(new Blob([file as BlobPart])).catch(() => null);
  if (!bitmap) return null;
  try {
    const scale = Math.min(1, SIDE_PIXELS / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    if (!pen) return null;
    pen.drawImage(bitmap, 0, 0, width, height);
    return { width, height, data: new Uint8Array(pen.getImageData(0, 0, width, height).data.buffer) };
  } finally {
    bitmap.close();
  }
}

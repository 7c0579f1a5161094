// A picture's PNG in, the small JPEG out that the history keeps of it; null when this frame cannot make one.

/** Longest side, in pixels: twice what the list shows. */
const SIDE_PIXELS = 96;
/** Plugin data holds little: so many bytes a picture, tried from the best quality down. */
const MOST_BYTES = 8192;
const QUALITIES = [0.8, 0.6, 0.4, 0.2];

export async function thumbOf(png: Uint8Array): Promise<Uint8Array | null> {
  const bitmap = await createImageBitmap(new Blob([png as BlobPart], { type: 'image/png' })).catch(
    () => null,
  );
  if (!bitmap) return null;
  try {
    const { width, height } = thumbSize(bitmap.width, bitmap.height);
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    pen.fillStyle = '#fff'; // a JPEG cannot be clear
    pen.fillRect(0, 0, width, height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, width, height);
    for (const quality of QUALITIES) {
      const file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (file.size <= MOST_BYTES) return new Uint8Array(await file.arrayBuffer());
    }
    return null;
  } finally {
    bitmap.close(); // its pixels, up to 64 MB, would wait for the collector
  }
}

/** Scaled down, never up, to at most `SIDE_PIXELS`; at least one pixel. */
export function thumbSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, SIDE_PIXELS / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

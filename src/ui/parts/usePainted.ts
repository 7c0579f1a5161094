// A canvas and an image in, the image that stands on it out.
// A new one is painted when it is ready, and the one before stays until then, so that nothing flickers.
// Drafts come as pixels and are there at once; pictures are files.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Picture, Shown } from '../../core/picture.ts';

/** Longest side of the canvas. */
const MOST_PIXELS = 4096;

type Source = ImageBitmap | OffscreenCanvas;

export function usePainted<T extends Picture | Shown>(
  canvas: RefObject<HTMLCanvasElement | null>,
  image: T,
  scale: number,
): T | null {
  const [painted, setPainted] = useState<T | null>(null);
  const source = useRef<Source | null>(null);

  useLayoutEffect(() => {
    let wanted = true;
    const show = (next: Source) => {
      if (!wanted || !canvas.current) return drop(next);
      drop(source.current);
      source.current = next;
      paint(canvas.current, next);
      setPainted(image);
    };
    if ('data' in image) show(pixelsOf(image));
    else void createImageBitmap(new Blob([image.png as BlobPart], { type: 'image/png' })).then(show);
    return () => {
      wanted = false;
    };
  }, [image]);

  useLayoutEffect(() => () => drop(source.current), []);

  useLayoutEffect(() => {
    const shown = canvas.current;
    if (!shown) return;
    const observer = new ResizeObserver(() => source.current && paint(shown, source.current));
    observer.observe(shown);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (canvas.current && source.current) paint(canvas.current, source.current);
  }, [scale]);

  return painted;
}

/** A bitmap's pixels, up to four megabytes, would wait for the collector. */
function drop(source: Source | null): void {
  if (source instanceof ImageBitmap) source.close();
}

function pixelsOf({ data, width, height }: Shown): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** At the screen's own pixels: a browser that shrinks a canvas by itself leaves stairs at its borders. */
function paint(canvas: HTMLCanvasElement, source: Source): void {
  const { width: wide, height: high } = canvas.getBoundingClientRect();
  const isShown = wide > 0 && high > 0;
  // Zoomed in, no more than there are: its largest sides are some megapixels.
  const share = Math.min(devicePixelRatio, MOST_PIXELS / Math.max(1, wide, high));
  const width = isShown ? Math.max(1, Math.round(wide * share)) : source.width;
  const height = isShown ? Math.max(1, Math.round(high * share)) : source.height;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
}

// A canvas and an image in, the image that stands on it out: a new one is painted when it is ready, and the one before stays
// until then, so that nothing flickers. Drafts come as pixels and are there at once; pictures are files.
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Picture, Shown } from '../../core/sketch.ts';

export function usePainted<T extends Picture | Shown>(
  canvas: RefObject<HTMLCanvasElement | null>,
  image: T,
): T | null {
  const [painted, setPainted] = useState<T | null>(null);
  useLayoutEffect(() => {
    let wanted = true;
    const paint = (draw: (context: CanvasRenderingContext2D) => void) => {
      const context = canvas.current?.getContext('2d');
      if (!context || !wanted) return;
      context.canvas.width = image.width;
      context.canvas.height = image.height;
      draw(context);
      setPainted(image);
    };
    if ('data' in image) {
      const { data, width, height } = image;
      const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length);
      paint((context) => context.putImageData(new ImageData(pixels, width, height), 0, 0));
    } else
      void createImageBitmap(new Blob([image.png as BlobPart], { type: 'image/png' })).then((bitmap) => {
        paint((context) => context.drawImage(bitmap, 0, 0));
        bitmap.close();
      });
    return () => {
      wanted = false;
    };
  }, [image]);
  return painted;
}

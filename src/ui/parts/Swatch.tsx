// Lit balls and which of them in, that one out; an empty ring until they are lit.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Rgba } from '../../core/sketch.ts';

export function Swatch({ swatches, index }: { swatches: Rgba | null; index: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = swatches?.width ?? 1;
  const isLit = swatches !== null && index >= 0;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !swatches || index < 0) return;
    const size = 4 * side * side;
    const pixels = new Uint8ClampedArray(swatches.data.subarray(index * size, (index + 1) * size));
    context.putImageData(new ImageData(pixels, side, side), 0, 0);
  }, [swatches, index]);
  return (
    <canvas
      ref={canvas}
      class={isLit ? 'swatch-ball' : 'swatch-ball swatch-dark'}
      width={side}
      height={side}
      aria-hidden="true"
    />
  );
}

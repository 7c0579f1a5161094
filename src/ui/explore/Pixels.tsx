// Raw pixels in, a canvas that shows them out, whole and undistorted in whatever room it has.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Rgba } from '../../core/sketch.ts';

export function Pixels({ image }: { image: Rgba }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, data } = image;
  useLayoutEffect(() => {
    const bytes = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
    canvas.current?.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
  }, [width, height, data]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden="true" />;
}

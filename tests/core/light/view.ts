// In: where an object is. Out: its View in a model square, form aside, for what goes by outlines alone.
import type { View } from '../../../src/core/form/view.ts';

/** A square of `size` model pixels over 100 drawing units, in which `covered` says where the object is. */
export function openView(size: number, covered: (x: number, y: number) => boolean): View {
  const plane = Float32Array.from({ length: size * size }, (_, i) =>
    covered(((i % size) + 0.5) * (100 / size), (Math.floor(i / size) + 0.5) * (100 / size)) ? 1 : 0,
  );
  const none = new Float32Array(size * size);
  const silhouette = { width: size, height: size, data: plane };
  const intrinsic = {
    size,
    normal: [none, none, none] as [Float32Array, Float32Array, Float32Array],
    occlusion: none,
    thickness: none,
    shadow: none,
    coverage: plane,
  };
  const square = { box: { x: 0, y: 0, width: 100, height: 100 }, width: size, height: size };
  return { square, lines: silhouette, silhouette, intrinsic, look: null };
}

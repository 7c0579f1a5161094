// In: the intrinsic image, and where something has a form. Out: the same, flat and open to the sky elsewhere:
// below light and paint beside the bodies, of which the network knows nothing.
import type { Plane } from '../sketch.ts';
import type { Intrinsic } from './tensor.ts';

/** In place. `solid`: 0…255, over the square. */
export function flattenOutside({ normal, occlusion }: Intrinsic, solid: Plane<Uint8Array>): void {
  const [right, up, near] = normal;
  solid.data.forEach((covered, i) => {
    if (covered === 255) return;
    const keep = covered / 255;
    const [x, y] = [keep * right[i]!, keep * up[i]!];
    right[i] = x;
    up[i] = y;
    near[i] = Math.sqrt(1 - x * x - y * y);
    occlusion[i] = 1 + keep * (occlusion[i]! - 1);
  });
}

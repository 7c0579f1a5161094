// In: a normal, and the way out over an edge. Out: the normal, leaned over it.

// Sine of the lean at the very edge: a quarter round seen from the front would reach 1, and be black there.
export const STEEPEST = 0.78;
// No surface that is seen turns further away than this.
const LEAST_FACING = 0.05;

/**
 * In place, a normal (x, y, z): leaned over an edge as far as it does not lean that way itself. `x`, `y` as
 * in Bevel.
 */
export function lean(normal: Float32Array, x: number, y: number): void {
  if (x === 0 && y === 0) return;
  const wanted = Math.sqrt(x * x + y * y);
  const [ux, uy] = [x / wanted, y / wanted];
  const short = wanted / 127 - (normal[0]! * ux + normal[1]! * uy);
  if (short <= 0) return;
  const nx = normal[0]! + short * ux;
  const ny = normal[1]! + short * uy;
  const nz = Math.sqrt(Math.max(LEAST_FACING * LEAST_FACING, 1 - (nx * nx + ny * ny)));
  const long = Math.sqrt(nx * nx + ny * ny + nz * nz);
  normal[0] = nx / long;
  normal[1] = ny / long;
  normal[2] = nz / long;
}

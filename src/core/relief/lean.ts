// In: a normal, and the way out over an edge. Out: the normal, leaned over it.

// Sine of the lean at the very edge: a quarter round seen from the front would reach 1, and be black there.
export const STEEPEST = 0.78;
// No surface that is seen turns further away than this.
const LEAST_FACING = 0.05;

/**
 * In place, a normal (x, y, z): over an edge it leans at least as far as the edge; where its face leans the
 * other way, as a bowl's wall does, it turns over evenly. `x`, `y` as in Bevel.
 */
export function lean(normal: Float32Array, x: number, y: number): void {
  if (x === 0 && y === 0) return;
  const long = Math.sqrt(x * x + y * y);
  const [ux, uy] = [x / long, y / long];
  const wanted = long / 127;
  const own = normal[0]! * ux + normal[1]! * uy;
  const left = own < 0 ? own * Math.max(0, 1 - wanted / STEEPEST) : 0;
  const short = wanted + left - own;
  if (short <= 0) return;
  const nx = normal[0]! + short * ux;
  const ny = normal[1]! + short * uy;
  const nz = Math.sqrt(Math.max(LEAST_FACING * LEAST_FACING, 1 - (nx * nx + ny * ny)));
  const per = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  normal[0] = nx * per;
  normal[1] = ny * per;
  normal[2] = nz * per;
}

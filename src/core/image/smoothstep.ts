// In: a value and two edges. Out: 0 below the first edge, 1 above the second, a smooth step between.
// The cubic Hermite step 3t² − 2t³ (OpenGL Shading Language, `smoothstep`).

export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

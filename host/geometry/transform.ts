// Affine transforms as Figma writes them, two rows of three: compose, invert, move, apply.

export type Transform = readonly [readonly [number, number, number], readonly [number, number, number]];

export const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];

/** `outer` after `inner`. */
export function compose(outer: Transform, inner: Transform): Transform {
  const row = (r: readonly [number, number, number]): [number, number, number] => [
    r[0] * inner[0][0] + r[1] * inner[1][0],
    r[0] * inner[0][1] + r[1] * inner[1][1],
    r[0] * inner[0][2] + r[1] * inner[1][2] + r[2],
  ];
  return [row(outer[0]), row(outer[1])];
}

export function invert(t: Transform): Transform {
  const [[a, c, e], [b, d, f]] = t;
  const det = a * d - b * c;
  if (det === 0) throw new Error(`a transform without inverse: ${JSON.stringify(t)}`);
  return [
    [d / det, -c / det, (c * f - d * e) / det],
    [-b / det, a / det, (b * e - a * f) / det],
  ];
}

export function move(t: Transform, x: number, y: number): Transform {
  const [[a, c], [b, d]] = t;
  return [
    [a, c, x],
    [b, d, y],
  ];
}

export const translation = (x: number, y: number): Transform => move(IDENTITY, x, y);

export function apply(t: Transform, x: number, y: number): [number, number] {
  return [t[0][0] * x + t[0][1] * y + t[0][2], t[1][0] * x + t[1][1] * y + t[1][2]];
}

/** Degrees, counter-clockwise on screen, −180 to 180. (plugin-api.d.ts, rotation) */
export const rotationOf = (t: Transform): number => (Math.atan2(-t[1][0], t[0][0]) * 180) / Math.PI;

/** SVG's order: [a, b, c, d, e, f]. */
export const svgOrder = (t: Transform): [number, number, number, number, number, number] => [
  t[0][0],
  t[1][0],
  t[0][1],
  t[1][1],
  t[0][2],
  t[1][2],
];

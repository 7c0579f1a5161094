// An ellipse with a sweep or a hole → path data. In: size and arcData. Out: path data and
// whether it needs the even-odd rule.
// D: plugin-api.d.ts, ArcData: angles in radians, clockwise from the right;
// innerRadius is a share of the outer one.

export interface Arc {
  readonly startingAngle: number;
  readonly endingAngle: number;
  readonly innerRadius: number;
}

export const isWhole = ({ startingAngle, endingAngle, innerRadius }: Arc): boolean =>
  Math.abs(endingAngle - startingAngle) >= 2 * Math.PI - 1e-6 && innerRadius === 0;

export function arcPath(
  { startingAngle, endingAngle, innerRadius }: Arc,
  width: number,
  height: number,
): string {
  const [rx, ry] = [width / 2, height / 2];
  const full = Math.abs(endingAngle - startingAngle) >= 2 * Math.PI - 1e-6;
  const from = startingAngle;
  const to = full ? startingAngle + 2 * Math.PI : endingAngle;
  const at = (angle: number, share: number): string =>
    `${rx + share * rx * Math.cos(angle)} ${ry + share * ry * Math.sin(angle)}`;
  const outer = `M${at(from, 1)}${curves(from, to, 1, [rx, ry])}`;
  if (innerRadius === 0) return full ? `${outer}Z` : `${outer}L${rx} ${ry}Z`;
  const inner = curves(to, from, innerRadius, [rx, ry]);
  return full ? `${outer}ZM${at(to, innerRadius)}${inner}Z` : `${outer}L${at(to, innerRadius)}${inner}Z`;
}

/** Béziers of at most a quarter turn each. */
function curves(from: number, to: number, share: number, [rx, ry]: [number, number]): string {
  const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / pieces;
  const k = (4 / 3) * Math.tan(step / 4);
  const x = (value: number): number => rx + share * rx * value;
  const y = (value: number): number => ry + share * ry * value;
  let data = '';
  for (let i = 0; i < pieces; i += 1) {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    data += `C${x(ca - k * sa)} ${y(sa + k * ca)} ${x(cb + k * sb)} ${y(sb - k * cb)} ${x(cb)} ${y(sb)}`;
  }
  return data;
}

// A box in; path data of a rectangle with its corners, an ellipse, or a star in it out.
// Quarter circles as cubic Béziers: kappa = 4 (√2 − 1) / 3.

/** Distance of a Bézier handle for a quarter circle of radius 1. */
const KAPPA = 0.5522847498307936;

export function rectangle(width: number, height: number, radii: readonly number[]): string {
  const most = Math.min(width, height) / 2;
  const [tl = 0, tr = 0, br = 0, bl = 0] = radii.map((radius) => Math.min(radius, most));
  if (tl + tr + br + bl === 0) return `M0 0H${width}V${height}H0Z`;
  const k = 1 - KAPPA;
  return (
    `M${tl} 0H${width - tr}C${width - tr * k} 0 ${width} ${tr * k} ${width} ${tr}` +
    `V${height - br}C${width} ${height - br * k} ${width - br * k} ${height} ${width - br} ${height}` +
    `H${bl}C${bl * k} ${height} 0 ${height - bl * k} 0 ${height - bl}V${tl}C0 ${tl * k} ${tl * k} 0 ${tl} 0Z`
  );
}

export function ellipse(width: number, height: number): string {
  const [rx, ry] = [width / 2, height / 2];
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  return (
    `M${width} ${ry}C${width} ${ry + ky} ${rx + kx} ${height} ${rx} ${height}` +
    `C${rx - kx} ${height} 0 ${ry + ky} 0 ${ry}C0 ${ry - ky} ${rx - kx} 0 ${rx} 0` +
    `C${rx + kx} 0 ${width} ${ry - ky} ${width} ${ry}Z`
  );
}

/** A star of `points` tips in a box; inner radius 1 makes a polygon. First tip on top. */
export function star(points: number, inner: number, width: number, height: number): string {
  const corners: string[] = [];
  const steps = inner === 1 ? points : points * 2;
  for (let i = 0; i < steps; i += 1) {
    const radius = inner !== 1 && i % 2 === 1 ? inner : 1;
    const angle = (i / steps) * 2 * Math.PI - Math.PI / 2;
    corners.push(
      `${(width / 2) * (1 + radius * Math.cos(angle))} ${(height / 2) * (1 + radius * Math.sin(angle))}`,
    );
  }
  return `M${corners.join('L')}Z`;
}

// In: a photo of a sheet, where its corners lie. Out: the same pixels, the sheet seen from the front.
// A homography from the unit square to the corners (Heckbert 1989), asked backwards, bilinear.
import { bilinearClamped, heldInside } from '../image/bilinear.ts';
import type { Corner, Corners } from '../photo-tune.ts';
import type { Rgba } from '../sketch.ts';

// The sheet's own edge and the table's shadow along it are no lines: so much of each side is left out.
const RIM_SHARE = 0.008;

/** Eight numbers, row by row, and a 1: times (u, v, 1) they give (x · w, y · w, w). */
type Homography = readonly [number, number, number, number, number, number, number, number];

/**
 * `corners`: 0…1 of the image, clockwise from the sheet's top left. The sheet keeps its own proportions, as
 * far as a photo tells them (means of opposite sides), lies in the middle of an image of the same size, and
 * what is not on it becomes transparent.
 */
export function straighten(image: Rgba, corners: Corners): Rgba {
  const { width, height } = image;
  const inPixels = ([x, y]: Corner): Corner => [x * width, y * height];
  const [p, q, r, s] = [
    inPixels(corners[0]),
    inPixels(corners[1]),
    inPixels(corners[2]),
    inPixels(corners[3]),
  ] as const;
  const side = ([x0, y0]: Corner, [x1, y1]: Corner): number => Math.hypot(x1 - x0, y1 - y0);
  const [across, down] = [side(p, q) + side(s, r), side(p, s) + side(q, r)];
  const scale = Math.min(width / across, height / down);
  const [w, h] = [across * scale, down * scale];
  const [left, top] = [(width - w) / 2, (height - h) / 2];
  const [m0, m1, m2, m3, m4, m5, m6, m7] = fromSquare([p, q, r, s]);
  const pixels = { ...image, channels: 4 };
  // Corners that are the image's own have nothing around them.
  const rim = corners.every(([x, y]) => (x === 0 || x === 1) && (y === 0 || y === 1)) ? 0 : RIM_SHARE;
  const data = new Uint8Array(4 * width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const v = (y + 0.5 - top) / h;
    for (let x = 0; x < width; x++, i += 4) {
      const u = (x + 0.5 - left) / w;
      if (u < rim || u > 1 - rim || v < rim || v > 1 - rim) continue;
      const z = m6 * u + m7 * v + 1;
      const sx = (m0 * u + m1 * v + m2) / z - 0.5;
      const sy = (m3 * u + m4 * v + m5) / z - 0.5;
      const [px, py] = [heldInside(sx, width), heldInside(sy, height)];
      for (let c = 0; c < 4; c++) data[i + c] = Math.round(bilinearClamped(pixels, px, py, c));
    }
  }
  return { width, height, data };
}

/** Whether they go round clockwise without a crossing or a dent; only such a sheet can be straightened. */
export function isSheet(corners: Corners): boolean {
  return corners.every((corner, i) => {
    const [next, after] = [corners[(i + 1) % 4]!, corners[(i + 2) % 4]!];
    const turn = (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]);
    return turn > 1e-4;
  });
}

/**
 * Unit square → quadrilateral, in closed form (Heckbert 1989, "Fundamentals of Texture Mapping and Image
 * Warping", §2.2.3).
 */
function fromSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): Homography {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
}

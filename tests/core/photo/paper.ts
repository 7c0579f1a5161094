// In: a clean drawing on white. Out: a photo of it as a phone takes one: grey pencil, light that falls off, a
// shadow, grain, squared or lined paper, seen at an angle. Seeded.
import type { Corners } from '../../../src/core/photo-tune.ts';
import type { Rgba } from '../../../src/core/sketch.ts';

export interface How {
  /** 0…1: how dark the lines are; 1 as drawn. */
  pencil?: number;
  /** How much darker the corner far from the lamp is. */
  lamp?: number;
  /** A soft shadow's depth across one half. */
  shadow?: number;
  tint?: readonly [number, number, number];
  /** Standard deviation, of 1. */
  grain?: number;
  /** Pixels between the lines of squared, and of lined paper; `ruling`: how dark they are. */
  squares?: number;
  lines?: number;
  ruling?: number;
  /** Where the sheet's corners lie in the photo; a table is around it. */
  sheet?: Corners;
}

/** A sheet seen from below left. */
export const SHEET: Corners = [
  [0.16, 0.1],
  [0.83, 0.16],
  [0.95, 0.93],
  [0.06, 0.86],
];

export function photographed(image: Rgba, how: How): Rgba {
  const { width, height } = image;
  const { pencil = 1, lamp = 0, shadow = 0, tint = [1, 1, 1], grain = 0, ruling = 0 } = how;
  const random = normal(7);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      const [u, v] = how.sheet
        ? onSheet(how.sheet, (x + 0.5) / width, (y + 0.5) / height)
        : [(x + 0.5) / width, (y + 0.5) / height];
      const on = u >= 0 && v >= 0 && u < 1 && v < 1;
      const [px, py] = [Math.floor(u * width), Math.floor(v * height)];
      const ink = on ? 1 - image.data[4 * (py * width + px)]! / 255 : 0.75;
      let paper = on ? 1 - pencil * ink : 0.25;
      const ruled = (step?: number, at = 0): boolean => step !== undefined && at % step < 1.5;
      if (on && (ruled(how.squares, px) || ruled(how.squares, py) || ruled(how.lines, py)))
        paper = Math.min(paper, paper * (1 - ruling) + 0.02);
      const light = 1 - (lamp * (x + y)) / (width + height);
      const shade = 1 - shadow / (1 + Math.exp((x - 0.55 * width) / (0.03 * width)));
      for (let c = 0; c < 3; c++)
        data[i + c] = Math.round(
          255 * Math.min(1, Math.max(0, (0.96 * paper * light * shade + grain * random()) * tint[c]!)),
        );
      data[i + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Where a photo's point lies on the sheet: the perspective map the other way round. */
function onSheet(sheet: Corners, x: number, y: number): [number, number] {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = sheet;
  const [ax, bx, cx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [ay, by, cy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const det = ax * by - bx * ay;
  const [g, h] = [(cx * by - bx * cy) / det, (ax * cy - cx * ay) / det];
  // a u + b v = c from x (g u + h v + 1) = …, two equations
  const [a1, b1, c1] = [x1 - x0 + g * (x1 - x), x3 - x0 + h * (x3 - x), x - x0];
  const [a2, b2, c2] = [y1 - y0 + g * (y1 - y), y3 - y0 + h * (y3 - y), y - y0];
  const d = a1 * b2 - a2 * b1;
  return [(c1 * b2 - c2 * b1) / d, (a1 * c2 - a2 * c1) / d];
}

/** Standard normal numbers of a seed (mulberry32, Box and Muller). */
function normal(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

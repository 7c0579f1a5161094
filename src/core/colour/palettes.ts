// In: nothing; or an image. Out: palettes: those that products wear, and the main colours of the image.
// k-means in Oklab, its first middles by k-means++ (Arthur and Vassilvitskii 2007).
import { hex } from './colour.ts';
import { apartLab, chroma, toLab, toRgb, type Lab } from './oklab.ts';
import { draws } from '../image/random.ts';
import type { Rgba } from '../sketch.ts';

export interface Palette {
  id: string;
  name: string;
  /** `#rrggbb`; the first is the main one. Ours: body, second, accent, light, dark. */
  colours: readonly string[];
}

const of = (name: string, colours: string): Palette => ({
  id: name.toLowerCase(),
  name,
  colours: colours.split(' ').map((colour) => `#${colour}`),
});

export const PRODUCT_PALETTES: readonly Palette[] = [
  of('Clay', 'c4623f e8d5bd 2f4b4f f4ece0 2e2a28'),
  of('Nordic', '5f7d8c dfe3e2 d99a4e f3f4f2 26303a'),
  of('Sage', '7f9a80 efe6d4 b5573a f5f2ea 2d352f'),
  of('Ink', '27364f c9a66b d9532c f1eee7 171c26'),
  of('Oat', 'dcc8a8 8a5a3c 4c5b52 f6f0e6 33291f'),
  of('Cherry', 'b3263a f0d9cf 1f2f46 f7f1ec 241a1d'),
  of('Saffron', 'e3a72f 3d4f5c f2e8d5 faf4e8 2a2a2c'),
  of('Lilac', 'a692c7 ebe2f0 4d4070 f7f4fa 2a2536'),
  of('Mint', '8fc9b5 f2efe6 e8765a fafaf5 23403a'),
  of('Graphite', '3a3d42 9aa0a6 e85d2a eceef0 17181b'),
  of('Forest', '2f5d46 d8c7a0 c4622d f4efe2 1c2a23'),
  of('Cobalt', '2350c4 e9edf5 f2ae2e f5f7fb 131b38'),
  of('Blush', 'e2a89c f6e6de 7a3b45 fbf4f0 3a2529'),
];

// So many pixels say what an image's colours are.
const SAMPLE = 20_000;
const ROUNDS = 12;
// Nearer than this two colours are one.
const ALIKE = 0.06;

/** Main colours of what is opaque, most common first; fewer where there are not so many. k-means in Oklab. */
export function coloursOf({ width, height, data }: Rgba, count: number): string[] {
  const step = Math.max(1, Math.floor((width * height) / SAMPLE));
  const points: Lab[] = [];
  for (let i = 0; i < width * height; i += step) {
    const at = 4 * i;
    if (data[at + 3]! < 128) continue;
    points.push(toLab([data[at]!, data[at + 1]!, data[at + 2]!]));
  }
  if (points.length === 0 || count < 1) return [];
  let middles = seeds(points, count);
  let sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = middles.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const point of points) {
      const sum = sums[nearest(point, middles)];
      if (!sum) continue;
      for (const c of [0, 1, 2] as const) sum[c] += point[c];
      sum[3]++;
    }
    middles = sums.map(([l, a, b, n], k) => (n > 0 ? [l / n, a / n, b / n] : middles[k]!));
    sizes = sums.map(([, , , n]) => n);
  }
  // A small strong colour is what one remembers of an image.
  const weight = (k: number): number => sizes[k]! * (1 + 6 * chroma(middles[k]!));
  const order = middles.map((_, k) => k).filter((k) => sizes[k]! > 0.004 * points.length);
  order.sort((a, b) => weight(b) - weight(a));
  const kept: Lab[] = [];
  for (const k of order) {
    const middle = middles[k]!;
    if (kept.every((other) => apartLab(other, middle) >= ALIKE)) kept.push(middle);
  }
  return kept.map((lab) => hex(toRgb(lab)));
}

/** First middles: far from each other, chosen at random but always the same. */
function seeds(points: readonly Lab[], count: number): Lab[] {
  const draw = draws(1);
  const chosen: Lab[] = [points[Math.floor(draw() * points.length)]!];
  const far = points.map(() => Infinity);
  while (chosen.length < count) {
    const last = chosen.at(-1)!;
    let total = 0;
    points.forEach((point, i) => {
      far[i] = Math.min(far[i]!, apartLab(point, last) ** 2);
      total += far[i];
    });
    if (total < 1e-9) break;
    let left = draw() * total;
    const at = far.findIndex((value) => (left -= value) <= 0);
    chosen.push(points[Math.max(0, at)]!);
  }
  return chosen;
}

function nearest(point: Lab, middles: readonly Lab[]): number {
  let [best, least] = [0, Infinity];
  middles.forEach((middle, k) => {
    const far = apartLab(point, middle);
    if (far < least) [best, least] = [k, far];
  });
  return best;
}

// In: a photo of paper (transparent: no paper). Out: how much darker each pixel is than the paper around it.
// Flat-field correction, so that shade does not matter: sliding maximum (monotonic queue), then box blur.
import type { Plane, Rgba } from '../sketch.ts';

// The paper's brightness is looked for in a window this wide, as a share of
// the image: wider than any pen's line.
const WINDOW_SHARE = 1 / 16;

/** 0 (paper, or none) … 1 (black). */
export function darkness(image: Rgba): Plane {
  const { width, height } = image;
  const grey = greyOf(image);
  const reach = Math.max(4, Math.round((WINDOW_SHARE * Math.max(width, height)) / 2));
  // Paper is the brightest nearby; smoothed, so that a bright speck is not taken for it.
  // Beside the sheet nothing is bright, and so the sheet's own pixels, spread as far as the
  // smoothing reaches, are all that it sees.
  const paper = blurred(most(grey, width, height, reach), width, height, reach);
  const data = new Float32Array(grey.length);
  for (let i = 0; i < data.length; i++)
    if (image.data[4 * i + 3]) data[i] = Math.min(1, Math.max(0, 1 - grey[i]! / Math.max(16, paper[i]!)));
  return { width, height, data };
}

function greyOf({ data }: Rgba): Float32Array {
  const grey = new Float32Array(data.length / 4);
  for (let i = 0; i < grey.length; i++)
    grey[i] = 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;
  return grey;
}

/**
 * Lines of values: how many, of how many values each; from one value to the next, from one line to the next.
 */
interface Lines {
  lines: number;
  count: number;
  step: number;
  stride: number;
}

/** The largest value within `reach`, along rows and then along columns. */
function most(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const rows = slid(values, { count: width, lines: height, step: 1, stride: width }, reach);
  return slid(rows, { count: height, lines: width, step: width, stride: 1 }, reach);
}

/** Sliding maximum by a queue of candidates: each value enters and leaves once. */
function slid(from: Float32Array, { lines, count, step, stride }: Lines, reach: number): Float32Array {
  const to = new Float32Array(from.length);
  const queue = new Int32Array(count);
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    const at = (i: number): number => from[start + i * step]!;
    let [head, tail, next] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      for (; next < count && next <= i + reach; next++) {
        while (tail > head && at(queue[tail - 1]!) <= at(next)) tail--;
        queue[tail++] = next;
      }
      while (queue[head]! < i - reach) head++;
      to[start + i * step] = at(queue[head]!);
    }
  }
  return to;
}

function blurred(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const rows = meant(values, { count: width, lines: height, step: 1, stride: width }, reach);
  return meant(rows, { count: height, lines: width, step: width, stride: 1 }, reach);
}

/** Mean over a window of 2 · reach + 1, cut at the ends. */
function meant(from: Float32Array, { lines, count, step, stride }: Lines, reach: number): Float32Array {
  const to = new Float32Array(from.length);
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    let [sum, n, next, last] = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      for (; next < count && next <= i + reach; next++, n++) sum += from[start + next * step]!;
      for (; last < i - reach; last++, n--) sum -= from[start + last * step]!;
      to[start + i * step] = sum / n;
    }
  }
  return to;
}

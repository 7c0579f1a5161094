// In: Chromium's rendering of a drawing. Out: which of its pixels are a body and no ground. Flood fill from
// the border.
import type { Rgba } from '../../src/core/sketch.ts';

/** Per pixel L, a, b. */
export type Lab = [Float64Array, Float64Array, Float64Array];

/**
 * Of the ring of border pixels: as many are opaque, and as many have one colour, where a drawing stands on a
 * plain ground.
 */
const GROUND = { opaque: 0.85, alike: 0.35, distance: 4 };
/** As much of a ground may be cut out of it: a tile with a hole is no ground, which lies below all else. */
const HOLES = 0.005;

/**
 * Takes out of `drawn`, 0 or 1 a pixel, what reaches the border in the border's own colour: the frame's plain
 * ground.
 */
export function removeGround({ width, height, data }: Rgba, lab: Lab, drawn: Uint8Array): void {
  if (holesIn(drawn, width, height) > HOLES * drawn.length) return;
  const ring = borderOf(width, height);
  const opaque = ring.filter((i) => data[4 * i + 3]! > 250);
  if (opaque.length <= GROUND.opaque * ring.length) return;
  const bins = new Map<string, number[]>();
  for (const i of opaque) {
    const bin = [0, 1, 2].map((channel) => data[4 * i + channel]! >> 3).join();
    bins.set(bin, [...(bins.get(bin) ?? []), i]);
  }
  const [most = []] = [...bins.values()].sort((a, b) => b.length - a.length);
  const first = most[0];
  if (first === undefined || most.length <= GROUND.alike * ring.length) return;
  const near = (i: number): boolean =>
    Math.hypot(...lab.map((channel) => channel[i]! - channel[first]!)) < GROUND.distance;
  const seen = new Uint8Array(drawn.length);
  const waiting = most.filter(near);
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    if (seen[i] || !drawn[i] || !near(i)) continue;
    seen[i] = 1;
    drawn[i] = 0;
    waiting.push(...besides(i, width, drawn.length));
  }
}

/** How many pixels are not `drawn` and do not hang together with the border. */
function holesIn(drawn: Uint8Array, width: number, height: number): number {
  const open = drawn.map((one) => 1 - one);
  const waiting = borderOf(width, height);
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    if (!open[i]) continue;
    open[i] = 0;
    waiting.push(...besides(i, width, open.length));
  }
  return open.reduce((sum, one) => sum + one, 0);
}

function borderOf(width: number, height: number): number[] {
  const ring: number[] = [];
  for (let x = 0; x < width; x++) ring.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) ring.push(y * width, y * width + width - 1);
  return ring;
}

/** The pixels left, right, above and below that there are. */
function besides(i: number, width: number, count: number): number[] {
  const x = i % width;
  return [
    ...(x > 0 ? [i - 1] : []),
    ...(x < width - 1 ? [i + 1] : []),
    ...(i >= width ? [i - width] : []),
    ...(i < count - width ? [i + width] : []),
  ];
}

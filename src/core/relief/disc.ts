// The small disc around a border pixel that edge-pieces.ts looks at: its radius in pixels, the whole pixels
// of that, and the offsets of the pixels in it but its middle, row by row.
export const DISC_RADIUS = 3.5;
export const RIM = Math.floor(DISC_RADIUS);

const DISC = Array.from({ length: (2 * RIM + 1) ** 2 }, (_, k) => ({
  x: (k % (2 * RIM + 1)) - RIM,
  y: Math.floor(k / (2 * RIM + 1)) - RIM,
})).filter(({ x, y }) => (x !== 0 || y !== 0) && Math.hypot(x, y) <= DISC_RADIUS);
export const DISC_X = Int8Array.from(DISC, ({ x }) => x);
export const DISC_Y = Int8Array.from(DISC, ({ y }) => y);

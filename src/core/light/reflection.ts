// In: a lit picture, where its objects stand. Out: their mirror image on a smooth table, laid under the
// picture.
// Planar mirror, column by column: each at its own foot where it stands, else at the lowest; it blurs and
// fades with its distance.
// It is read from a copy of at most COPY pixels, which a large picture fills band by band.
import { between, type Grid } from '../image/grid.ts';
import { layColourUnder } from '../image/over.ts';
import type { Rgba } from '../sketch.ts';
import { CELLS, type Feet } from './ground-contact.ts';

/** Longer side of the copy, in pixels. */
const COPY = 1024;
// A mirror that is seen at a slant gives back so much right below a foot, and nothing this share of the
// object below.
const STRENGTH = 0.34;
const REACH_SHARE = 0.42;
// Half width of the blur at the far end, as a share of the object's height.
const BLUR_SHARE = 0.014;
const TAPS = 2;

export interface Mirror {
  /** Takes in a band of the lit picture, or all of it: straight alpha, nothing laid under it yet. */
  take: (image: Rgba, grid: Grid) => void;
  /** In place. */
  lay: (image: Rgba, grid: Grid, feet: readonly Feet[]) => void;
}

/** `whole`: the grid of the whole picture. */
export function openMirror(whole: Grid): Mirror {
  const less = Math.min(1, COPY / Math.max(whole.width, whole.height));
  const [width, height] = [Math.ceil(whole.width * less), Math.ceil(whole.height * less)];
  const copy: Grid = { box: whole.box, width, height };
  const data = new Uint8Array(4 * width * height);
  const sum = new Float32Array(4);
  return {
    take(image, grid) {
      const to = between(copy, grid);
      for (let y = 0; y < height; y++) {
        const v = Math.floor(to.y(y));
        if (v < 0 || v >= grid.height) continue;
        for (let x = 0; x < width; x++) {
          const from = 4 * (v * grid.width + Math.min(grid.width - 1, Math.max(0, Math.floor(to.x(x)))));
          // Bands overlap, and their margins are empty: what has been seen stays.
          if (image.data[from + 3] === 0) continue;
          data.set(image.data.subarray(from, from + 4), 4 * (y * width + x));
        }
      }
    },
    lay(image, grid, feet) {
      for (const one of feet) layOne({ image, grid }, { data, grid: copy, sum }, one);
    },
  };
}

interface Seen {
  data: Uint8Array;
  grid: Grid;
  /** The last mean: a colour, 0…255, and an alpha, 0…1. */
  sum: Float32Array;
}

function layOne({ image, grid }: { image: Rgba; grid: Grid }, copy: Seen, feet: Feet): void {
  const cell = feet.grid.box.height / feet.grid.height;
  const lines = feetLines(feet);
  const to = between(grid, feet.grid);
  const reach = REACH_SHARE * feet.low;
  const unit = copy.grid.box.width / copy.grid.width;
  const middle = between(grid, copy.grid);
  const { sum } = copy;
  for (let x = 0; x < grid.width; x++) {
    const u = to.x(x);
    if (u < 0.5 || u >= feet.grid.width - 0.5) continue;
    const line = lineAt(lines, u - 0.5);
    const column = middle.x(x);
    for (let y = 0; y < grid.height; y++) {
      const below = to.y(y) - line;
      if (below <= 0 || below >= reach) continue;
      const at = 4 * (y * grid.width + x);
      const over = image.data[at + 3]! / 255;
      if (over === 1) continue;
      const far = below / reach;
      // The mirrored place, in pixels of the copy.
      const row = ((feet.grid.box.y + (line - below) * cell - copy.grid.box.y) / unit) | 0;
      gathered(copy, column, row, (BLUR_SHARE * far * feet.low * cell) / unit);
      const share = STRENGTH * (1 - far) * (1 - far) * sum[3]! * (1 - over);
      if (share < 0.002) continue;
      layColourUnder(image.data, at, sum, share);
    }
  }
}

/** Between two columns the line goes straight on, but not where one thing ends. */
function lineAt(lines: Float32Array, u: number): number {
  const k = Math.floor(u);
  const [a, b] = [lines[k]!, lines[k + 1]!];
  return Math.abs(b - a) > BEND_CELLS ? (u - k < 0.5 ? a : b) : a + (u - k) * (b - a);
}

// Columns whose foot is no higher than this share of the object's size above the lowest stand, and ends of
// legs.
const LOWEST_SHARE = 0.035;
const LEG = 1.05;
// What goes on from them, bending up by at most so many rows a column, is as near the table.
const BEND_CELLS = 2;
// No more than this above the lowest foot, as a share of the object's size: what is higher hangs.
const BENT_SHARE = 0.1;

/**
 * Row of the mirror in each column: its own foot where it stands or bends up from one that does, elsewhere
 * the lowest.
 */
function feetLines({ foot, stands, low }: Feet): Float32Array {
  const near = Uint8Array.from(foot, (row, k) =>
    row >= 0 && (low - row <= LOWEST_SHARE * CELLS || stands[k]! >= LEG) ? 1 : 0,
  );
  const lines = foot.map((row, k) => (near[k] === 1 ? row : low));
  for (const way of [1, -1]) {
    for (let k = way > 0 ? 1 : foot.length - 2; k >= 0 && k < foot.length; k += way) {
      const row = foot[k]!;
      if (near[k] === 1 || near[k - way] !== 1 || row < 0) continue;
      if (Math.abs(row - foot[k - way]!) > BEND_CELLS || low - row > BENT_SHARE * CELLS) continue;
      near[k] = 1;
      lines[k] = row;
    }
  }
  return lines;
}

/** Writes the mean colour, by alpha, around a place, and the mean alpha. */
function gathered({ data, grid, sum: to }: Seen, x: number, y: number, radius: number): void {
  to.fill(0);
  let count = 0;
  for (let j = -TAPS; j <= TAPS; j++) {
    const v = y + Math.round((j * radius) / TAPS);
    for (let i = -TAPS; i <= TAPS; i++) {
      count += 1;
      const u = Math.floor(x + (i * radius) / TAPS);
      if (u < 0 || v < 0 || u >= grid.width || v >= grid.height) continue;
      const at = 4 * (v * grid.width + u);
      const alpha = data[at + 3]! / 255;
      for (let c = 0; c < 3; c++) to[c] = to[c]! + alpha * data[at + c]!;
      to[3] = to[3]! + alpha;
    }
  }
  const weight = to[3]!;
  if (weight === 0) return;
  for (let c = 0; c < 3; c++) to[c] = to[c]! / weight;
  to[3] = weight / count;
}

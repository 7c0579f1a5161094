// In: Parts with their heights, colours and materials. Out: over a coarse grid, what light each place sends
// to its neighbours, and what the walls beside it send to it.
// A coarse copy of the picture, blurred; walls: read where heights rise (their gradient).
import { channelAt, type LightCard, materialChannels } from '../card.ts';
import { blurred } from '../image/blur.ts';
import { between, gridOver, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';

type Colours = readonly [Float32Array, Float32Array, Float32Array];

/** Over a coarse grid: what a place sends on, linear colour times coverage, and what its walls do. */
export interface Bounce {
  grid: Grid;
  colours: Colours;
  walls: Colours;
  /** Per part 0…1: how much of it is dull, and takes what neighbours send. */
  dull: Float32Array;
}

// Longer side of the coarse grid; in its cells: how far light goes, and how far away a wall is looked at.
const CELLS = 128;
const SIGMA_CELLS = 1.6;
const WALL_CELLS = 5;
// Of the highest part a wall of this height is half a wall.
const RISE_SHARE = 0.15;

/** `base`: sRGB, 3 bytes a pixel; `level`: height of each part, in any unit. */
export function bounceOf(
  { grid, labels, alpha }: Parts,
  level: Float32Array,
  { base, materials }: { base: Uint8Array; materials: readonly ArrayLike<number>[] },
  card: LightCard,
): Bounce {
  const channels = materialChannels(card);
  const [metal, clear, glow] = ['metal', 'transmission', 'emission'].map((name) => channelAt(channels, name));
  const solid = Float32Array.from(materials, (values) => 1 - values[clear!]!);
  const dull = Float32Array.from(
    materials,
    (values, k) => solid[k]! * (1 - values[metal!]!) * (1 - values[glow!]!),
  );
  const coarse = gridOver(grid.box, CELLS);
  const { width, height } = coarse;
  // Three colours, and the height.
  const sums = [0, 1, 2, 3].map(() => new Float32Array(width * height));
  const counts = new Uint16Array(width * height);
  const to = between(grid, coarse);
  const columns = Int32Array.from({ length: grid.width }, (_, x) =>
    Math.min(width - 1, Math.max(0, Math.floor(to.x(x)))),
  );
  // Of a cell's pixels a few are enough.
  const step = Math.max(1, Math.floor(grid.width / width / 2));
  for (let y = 0; y < grid.height; y += step) {
    const row = width * Math.min(height - 1, Math.max(0, Math.floor(to.y(y))));
    for (let x = 0; x < grid.width; x += step) {
      const i = y * grid.width + x;
      const at = row + columns[x]!;
      counts[at] = counts[at]! + 1;
      if (labels.data[i] === 0) continue;
      const share = (solid[labels.data[i]! - 1]! * alpha.data[i]!) / 255;
      sums[3]![at] = sums[3]![at]! + level[labels.data[i]! - 1]!;
      for (let c = 0; c < 3; c++) sums[c]![at] = sums[c]![at]! + share * LINEAR[base[3 * i + c]!]!;
    }
  }
  const [red, green, blue, high] = sums.map((sum) => {
    const means = sum.map((value, at) => (counts[at] === 0 ? 0 : value / counts[at]!));
    return blurred({ width, height, data: means }, SIGMA_CELLS, SIGMA_CELLS);
  });
  const highest = Math.max(1e-6, ...level);
  const colours: Colours = [red!, green!, blue!];
  const walls = colours.map(() => new Float32Array(width * height)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const right = high![i + 1]! - high![i - 1]!;
      const down = high![i + width]! - high![i - width]!;
      const steep = Math.hypot(right, down);
      if (steep === 0) continue;
      const u = Math.min(width - 1, Math.max(0, Math.round(x + (WALL_CELLS * right) / steep)));
      const v = Math.min(height - 1, Math.max(0, Math.round(y + (WALL_CELLS * down) / steep)));
      const at = v * width + u;
      // No wall where nothing rises any more.
      const rise = Math.max(0, high![at]! - high![i]!);
      const share = rise / (rise + RISE_SHARE * highest);
      for (let c = 0; c < 3; c++) walls[c]![i] = share * colours[c]![at]!;
    }
  return { grid: coarse, colours, walls, dull };
}

/** Linear light of an sRGB byte, by the power that is near enough. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => (byte / 255) ** 2.2);

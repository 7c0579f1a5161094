// In: Parts and what the generator says of the cells below them. Out: what each part looks made of.
// The mean of the cells under a part's pixels; the training measures the same (evaluation/look.py).
import type { Rgb } from '../colour/colour.ts';
import type { View } from '../form/view.ts';
import { between } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';

export interface PartLook {
  /** Ids in the light's card, most likely first; their chances are 1 together. */
  materials: readonly { id: string; chance: number }[];
  colour: Rgb;
  /** How far each channel of the colour may be off, 0…1 of its range. */
  spread: number;
}

// So many places along the longer side say what a part looks like.
const PLACES = 320;
// What is smaller than this share of all has no cell of its own.
const LEAST_SHARE = 0.004;

/** Null for parts that are too small, and where the generator says nothing. `zones`: each pixel's view. */
export function looksOf(
  { grid, labels, parts }: Parts,
  views: readonly Pick<View, 'square' | 'look'>[],
  zones: Uint8Array | null,
): (PartLook | null)[] {
  const ids = [...(views[0]?.look?.chances.keys() ?? [])];
  if (ids.length === 0) return parts.map(() => null);
  const depth = ids.length + 4;
  const sums = new Float64Array(parts.length * depth);
  const counts = new Float64Array(parts.length);
  const sights = views.flatMap(({ square, look }) => {
    if (!look) return [];
    const planes = [...ids.map((id) => look.chances.get(id)!), ...look.colour, look.spread];
    const cells = { box: square.box, width: look.cells, height: look.cells };
    return [{ planes, cells: look.cells, to: between(grid, cells) }];
  });
  const step = Math.max(1, Math.floor(Math.max(grid.width, grid.height) / PLACES));
  // Places of a row that are of one part and cell go together: `times` of them, at `at` of the sight's
  // planes.
  let run = { part: -1, sight: sights[0], at: 0, times: 0 };
  const add = (): void => {
    if (!run.sight || run.times === 0) return;
    const from = run.part * depth;
    for (let c = 0; c < depth; c++)
      sums[from + c] = sums[from + c]! + run.times * run.sight.planes[c]![run.at]!;
    counts[run.part] = counts[run.part]! + run.times;
  };
  for (let y = step >> 1; y < grid.height; y += step) {
    for (let x = step >> 1; x < grid.width; x += step) {
      const i = y * grid.width + x;
      const part = labels.data[i]! - 1;
      const sight = sights[zones ? zones[i]! : 0];
      if (part < 0 || !sight) continue;
      const column = Math.min(sight.cells - 1, Math.max(0, Math.floor(sight.to.x(x))));
      const row = Math.min(sight.cells - 1, Math.max(0, Math.floor(sight.to.y(y))));
      const at = row * sight.cells + column;
      if (run.part !== part || run.at !== at || run.sight !== sight) {
        add();
        run = { part, sight, at, times: 0 };
      }
      run.times++;
    }
  }
  add();
  const least = LEAST_SHARE * counts.reduce((sum, n) => sum + n, 0);
  return parts.map((_, part) => {
    const count = counts[part]!;
    if (count === 0 || count < least) return null;
    const mean = (c: number): number => sums[part * depth + c]! / count;
    const materials = ids.map((id, c) => ({ id, chance: mean(c) })).sort((a, b) => b.chance - a.chance);
    const [red, green, blue, spread] = [0, 1, 2, 3].map((c) => mean(ids.length + c)) as [
      number,
      number,
      number,
      number,
    ];
    return { materials, colour: [255 * red, 255 * green, 255 * blue], spread };
  });
}

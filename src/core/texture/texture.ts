// In: Parts, their materials, how large their textures are wished, their form. Out: the Texture: what each
// part wears.
// The noun that light and the pipeline share. Its scale is in drawing units, the same all over a drawing.
import type { Material } from '../card.ts';
import type { UpsampledForm } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import { longerSideOf } from '../relief/relief.ts';
import { alongOf, type Along, type Middle } from './along.ts';
import { marble, rings, type SolidPattern } from './solid.ts';
import { tilesByFootprint, type Tiles } from './tile.ts';
import { knit, leather, mesh, suede, twill, weave, type Repeat } from './woven.ts';

const TILES: Readonly<Record<string, Repeat>> = { weave, twill, knit, mesh, leather, suede };
const SOLIDS: Readonly<Record<string, SolidPattern>> = { marble, rings };
/** Height of a repeat, where it is not as high as wide. */
const TALL: Readonly<Record<string, number>> = { mesh: Math.sqrt(3), knit: 0.8 };
// From so many times as long as wide on a part's texture runs along it.
const LONG_TIMES = 1.35;

export interface PartTexture {
  middle: Middle;
  /** Drawing units: one repeat, and how high it is. */
  size: number;
  tall: number;
  /** Cosine and sine of the turn from the drawing's axes to the part's own. */
  turn: readonly [number, number];
  /** What rises, in repeats; how much tone changes the colour. */
  depth: number;
  tone: number;
  /** One of both. */
  tiles: Tiles | null;
  solid: SolidPattern | null;
}

export interface Texture {
  /** One a part; null: it wears none. */
  parts: readonly (PartTexture | null)[];
  /** One a view. */
  along: readonly Along[];
}

/** Tiles by the names of their patterns: they are made once. */
export function openTiles(): (pattern: string) => Tiles | null {
  const made = new Map<string, Tiles>();
  return (pattern) => {
    const repeat = TILES[pattern];
    if (!repeat) return null;
    const tiles = made.get(pattern) ?? tilesByFootprint(repeat);
    made.set(pattern, tiles);
    return tiles;
  };
}

interface Wearing {
  /** One a part. */
  named: readonly Material[];
  /** One a part: how many times as large as usual. */
  scales: readonly number[];
  views: readonly { form: UpsampledForm; square: Grid }[];
  tiles: (pattern: string) => Tiles | null;
}

/** Null: no part wears one. */
export function textureOf(found: Parts, { named, scales, views, tiles }: Wearing): Texture | null {
  if (!named.some(({ texture }) => texture)) return null;
  const extent = longerSideOf(found);
  const parts = named.map(({ texture, id }, k): PartTexture | null => {
    if (!texture) return null;
    const { pattern, size, depth, tone } = texture;
    const own = { tiles: tiles(pattern), solid: SOLIDS[pattern] ?? null };
    if (!own.tiles && !own.solid)
      throw new Error(`material "${id}" wears ${pattern}, which there is none of`);
    const { middle, turn } = layOf(found, k);
    return { ...own, middle, turn, depth, tone, size: size * extent * scales[k]!, tall: TALL[pattern] ?? 1 };
  });
  const middles = parts.map((part) => part?.middle ?? null);
  return { parts, along: views.map(({ form, square }) => alongOf(form, square, middles)) };
}

/** Where a part's middle is, and which way it lies: its principal axis (second moments), where it is long. */
function layOf({ grid, labels, parts }: Parts, k: number): Pick<PartTexture, 'middle' | 'turn'> {
  const { x0, x1, y0, y1 } = parts[k]!.box;
  let [n, sx, sy, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  const step = Math.max(1, Math.floor(Math.max(x1 - x0, y1 - y0) / 64));
  for (let y = y0; y <= y1; y += step)
    for (let x = x0; x <= x1; x += step) {
      if (labels.data[y * labels.width + x] !== k + 1) continue;
      n += 1;
      sx += x;
      sy += y;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
  const [cx, cy] = n > 0 ? [sx / n, sy / n] : [(x0 + x1) / 2, (y0 + y1) / 2];
  const pixel = grid.box.width / grid.width;
  const middle = { x: grid.box.x + (cx + 0.5) * pixel, y: grid.box.y + (cy + 0.5) * pixel };
  const count = Math.max(1, n);
  const [a, b, c] = [xx / count - cx * cx, yy / count - cy * cy, xy / count - cx * cy];
  const [mean, off] = [(a + b) / 2, Math.hypot((a - b) / 2, c)];
  const long = Math.sqrt((mean + off) / Math.max(1e-6, mean - off));
  // The axis, upwards as the drawing's y runs down; whole quarters are the drawing's own.
  const angle = long >= LONG_TIMES ? -0.5 * Math.atan2(2 * c, a - b) : 0;
  const quarter = (Math.PI / 2) * Math.round(angle / (Math.PI / 2));
  const turned = Math.abs(angle - quarter) < 0.06 ? quarter : angle;
  return { middle, turn: [Math.cos(turned), Math.sin(turned)] };
}

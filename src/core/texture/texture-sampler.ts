// In: a Texture and a pixel grid. Out: for each pixel how its texture leans, and how much darker or brighter
// it is.
import { openOwnSide } from '../relief/own-side.ts';
import type { Grid } from '../image/grid.ts';
import type { PartTexture, Texture } from './texture.ts';
import type { PatternTile, Tiles } from './tile.ts';

export interface TextureSampler {
  row: (y: number) => void;
  /**
   * Writes, where the pixel's part wears a texture, the slope of its surface to the right and up, and what
   * its linear colour is multiplied with; false: it wears none.
   */
  pixel: (x: number, label: number, view: number, to: Float32Array) => boolean;
}

// A face that turns away shows more of its texture in a pixel: copies for up to so many doublings, at so many
// steps each, and between two of them their mean (trilinear).
const MOST_DOUBLINGS = 1.5;
const STEPS = 2;

function copiesOf(tiles: Tiles, footprint: number): PatternTile[] {
  return Array.from({ length: MOST_DOUBLINGS * STEPS + 1 }, (_, k) => tiles(footprint * 2 ** (k / STEPS)));
}

export function openTexture({ parts, along }: Texture, grid: Grid): TextureSampler {
  const pixel = grid.box.width / grid.width;
  const sides = along.map(({ labels, square }) => openOwnSide(labels, square, grid));
  const tiles = parts.map((part) => (part?.tiles ? copiesOf(part.tiles, pixel / part.size) : null));
  const coarser = new Float32Array(3);
  let up = 0;
  return {
    row(y) {
      up = grid.box.y + (y + 0.5) * pixel;
      for (const side of sides) side.row(y);
    },
    pixel(x, label, view, to) {
      const part = label > 0 ? parts[label - 1] : null;
      if (!part) return false;
      const { x: over, y: above, doublings } = along[view]!;
      const side = sides[view]!;
      const dx = grid.box.x + (x + 0.5) * pixel - part.middle.x + side.pixel(x, label, over, 0);
      const dy = part.middle.y - up + side.pixel(x, label, above, 0);
      const { turn, size, tall, tone } = part;
      const u = (turn[0] * dx + turn[1] * dy) / size;
      const v = (turn[0] * dy - turn[1] * dx) / (size * tall);
      const copies = tiles[label - 1];
      if (copies) {
        const steps = STEPS * Math.min(MOST_DOUBLINGS, side.pixel(x, label, doublings, 0));
        const step = Math.floor(steps);
        copies[step]!.read(u, v, to);
        if (steps > step) {
          copies[step + 1]!.read(u, v, coarser);
          for (let c = 0; c < 3; c++) to[c] = to[c]! + (steps - step) * (coarser[c]! - to[c]!);
        }
        leanBack(to, part);
      } else {
        to[0] = 0;
        to[1] = 0;
        to[2] = part.solid?.(u, v) ?? 0;
      }
      to[2] = Math.max(0, 1 + tone * to[2]!);
      return true;
    },
  };
}

/** In place: from slopes per repeat along the part's axes to slopes along the drawing's. */
function leanBack(to: Float32Array, { turn, tall, depth }: PartTexture): void {
  const along = depth * to[0]!;
  const across = (depth * to[1]!) / tall;
  to[0] = turn[0] * along - turn[1] * across;
  to[1] = turn[1] * along + turn[0] * across;
}

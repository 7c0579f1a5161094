// In: Parts. Out: their look: a base colour for every pixel, as drawn or out of the palette, and a material for every part;
// and the look of what stands behind glass.
import { findBehind, type Layer } from './behind.ts';
import type { LightCard } from './card.ts';
import { matterOf, opacityOf, paintOf, type Worn } from './matter.ts';
import type { Rasterise } from './engine.ts';
import type { Part, Parts } from './parts.ts';
import { colourParts } from './palette.ts';
import type { Piece } from './roles.ts';
import { painted, redraw } from './restyle.ts';
import type { Scene } from './scene.ts';
import { colourOf } from './shape.ts';

export interface Dress {
  /** sRGB, 3 bytes a pixel of the parts' grid. */
  base: Uint8Array;
  /** Per part, the light's material channels in the card's order. */
  materials: Float32Array[];
  /** What is seen through the parts that let light through, nearest first. */
  behind: Layer[];
}

export function dress(
  { drawing, pieces }: Scene,
  found: Parts,
  name: string,
  seed: number,
  card: LightCard,
  rasterise: Rasterise,
): Dress {
  const { grid, labels, parts } = found;
  const wires = new Set(parts.flatMap((part) => (part.wire && part.piece ? [part.piece] : [])));
  const shown = (piece: Piece): boolean =>
    piece.role === 'form' || piece.role === 'print' || wires.has(piece);
  const pen = (piece: Piece): string => (shown(piece) ? painted(piece) : '');
  const image = rasterise(redraw(drawing, pieces, pen, { grid, paints: true }), grid.width, grid.height);
  const wheels = findWheels(parts);
  const free = parts.filter((part) => part.piece === null);
  const chosen = colourParts(
    free.map((part) => ({ size: part.pixels, wheel: wheels.has(part) })),
    seed,
  );
  const flat = parts.map((part) => {
    const at = free.indexOf(part);
    return at < 0 ? null : (chosen[at] ?? null);
  });

  const base = new Uint8Array(3 * labels.data.length);
  const sums = new Float64Array(4 * (parts.length + 1));
  for (let i = 0; i < labels.data.length; i++) {
    const label = labels.data[i] ?? 0;
    if (label === 0 || (image.data[4 * i + 3] ?? 0) < 16) continue;
    for (let c = 0; c < 3; c++)
      sums[4 * label + c] = (sums[4 * label + c] ?? 0) + (image.data[4 * i + c] ?? 0);
    sums[4 * label + 3] = (sums[4 * label + 3] ?? 0) + 1;
  }
  const mean = parts.map((_, i): [number, number, number] => {
    const at = 4 * (i + 1);
    const n = sums[at + 3] || 1;
    return [(sums[at] ?? 0) / n, (sums[at + 1] ?? 0) / n, (sums[at + 2] ?? 0) / n];
  });
  for (let i = 0; i < labels.data.length; i++) {
    const label = labels.data[i] ?? 0;
    if (label === 0) continue;
    // A region has no paint of its own; what is painted there is the ink around it.
    const shown = !flat[label - 1] && (image.data[4 * i + 3] ?? 0) >= 16;
    const colour = shown ? null : (flat[label - 1] ?? mean[label - 1] ?? [128, 128, 128]);
    for (let c = 0; c < 3; c++) base[3 * i + c] = colour ? (colour[c] ?? 0) : (image.data[4 * i + c] ?? 0);
  }

  const worn = parts.map((part, i): Worn => ({
    part,
    colour: flat[i] ?? mean[i] ?? [128, 128, 128],
    wheel: wheels.has(part),
  }));
  const matter = matterOf(worn, found.grid, pieces, name, card);
  // A material that has a colour of its own wears it where the drawing gives none.
  const own = parts.map(({ piece }, i) => (piece ? null : matter.colours[i]));
  labels.data.forEach((label, i) => {
    const colour = own[label - 1];
    if (colour) base.set(colour, 3 * i);
  });
  const { materials, clear } = matter;
  if (!clear.includes(true)) return { base, materials, behind: [] };
  glaze(base, labels, parts, clear);
  const behind = findBehind({ drawing, pieces }, found, clear, shown, matter.ofPiece, rasterise);
  return { base, materials, behind };
}

/** The colour of glass is its fill as seen over white, without the prints on it: those lie behind it. In place. */
function glaze(
  base: Uint8Array,
  labels: Parts['labels'],
  parts: readonly Part[],
  through: readonly boolean[],
): void {
  const colours = parts.map(({ piece }, i) => {
    const rgb = piece && colourOf(paintOf(piece));
    return through[i] && rgb && rgb.map((v) => Math.round(255 - opacityOf(piece) * (255 - v)));
  });
  labels.data.forEach((label, i) => {
    const colour = colours[label - 1];
    if (colour) base.set(colour, 3 * i);
  });
}

/** Round parts of one size, two or more, with their lowest point near the ground. */
function findWheels(parts: readonly Part[]): ReadonlySet<Part> {
  const ground = Math.max(0, ...parts.map((part) => part.box.y1));
  const top = Math.min(ground, ...parts.map((part) => part.box.y0));
  const round = parts.filter(({ box, pixels }) => {
    const [w, h] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
    return (
      Math.abs(w / h - 1) < 0.12 &&
      pixels > 0.3 * w * h &&
      ground - box.y1 < 0.06 * (ground - top) &&
      h > 0.08 * (ground - top)
    );
  });
  const size = (part: Part): number => part.box.x1 - part.box.x0;
  return new Set(
    round.filter((part) =>
      round.some((twin) => twin !== part && Math.abs(size(twin) / size(part) - 1) < 0.1),
    ),
  );
}

// In: Parts. Out: their look: a base colour for every pixel, as drawn or out of the palette, and a material for every part.
import { valuesOf, materialOf } from './material.ts';
import { channelAt, type LightCard } from './card.ts';
import type { Rasterise } from './engine.ts';
import type { Part, Parts } from './parts.ts';
import { colourParts } from './palette.ts';
import type { Piece } from './roles.ts';
import { painted, redraw } from './restyle.ts';
import type { Scene } from './scene.ts';
import { alphaOf } from './shape.ts';

export interface Dress {
  /** sRGB, 3 bytes a pixel of the parts' grid. */
  base: Uint8Array;
  /** Per part, the light's material channels in the card's order. */
  materials: Float32Array[];
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
  const pen = (piece: Piece): string =>
    piece.role === 'form' || piece.role === 'print' || wires.has(piece) ? painted(piece) : '';
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

  const channels = card.inputs.find((input) => input.tensor === 'material')?.channels ?? [];
  const transmission = channelAt(channels, 'transmission');
  const materials = parts.map((part, i) => {
    const shape = part.piece?.shape;
    const alpha = !shape
      ? 1
      : shape.opacity * alphaOf(part.piece?.area === 'fill' ? shape.fill : shape.stroke.paint);
    const look = {
      names: [name, ...(shape?.names ?? [])],
      colour: flat[i] ?? mean[i] ?? [128, 128, 128],
      alpha,
      wheel: wheels.has(part),
    } as const;
    const tall = part.box.y1 - part.box.y0 > part.box.x1 - part.box.x0;
    const values = valuesOf(materialOf(look, card), channels, tall);
    // Behind a pane that lies on a body is that body, as drawn, not the canvas.
    if (parts.slice(0, i).some((below) => encloses(below, part))) values[transmission] = 0;
    return values;
  });
  return { base, materials };
}

function encloses({ box: outer }: Part, { box: inner }: Part): boolean {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
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

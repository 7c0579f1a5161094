// In: Parts, their keys and what they wear. Out: what a panel needs to point at them: a small map and a list.
import { hex } from '../colour/colour.ts';
import type { LayerBehind } from './depth-peel.ts';
import type { Keys } from '../parts/part-keys.ts';
import type { Parts } from '../parts/parts.ts';
import type { PartSeen, PartsSeen } from '../parts-seen.ts';
import type { Appearance } from './appearance.ts';

// Enough to point at; larger maps cost more to hand over than they show.
const LONGEST_PIXELS = 1024;

export function partMapOf(
  { labels, parts }: Pick<Parts, 'labels' | 'parts'>,
  keys: Keys,
  appearance: Appearance,
  behind: readonly LayerBehind[],
): PartsSeen {
  const map = reduced(labels);
  const { shares, beside } = measured(map, parts.length);
  const front = parts.map(({ piece }, i): PartSeen => ({
    key: keys.ofPart[i] ?? '',
    name: piece?.shape.names.at(-1) ?? '',
    colour: hex(appearance.colours[i] ?? [128, 128, 128]),
    material: appearance.materialValues.named[i]?.id ?? '',
    painted: piece !== null,
    share: shares[i]!,
    beside: beside[i] ?? [],
    open: appearance.open[i] ?? [],
  }));
  const known = new Set(keys.ofPart);
  // What is seen through glass alone has no pixel of the map, but can be chosen from the list.
  const through = [...new Set(behind.flatMap(({ pieces }) => pieces))].flatMap((piece): PartSeen[] => {
    const key = keys.ofPiece(piece);
    if (known.has(key)) return [];
    const { colour, material } = appearance.ofPiece(piece);
    const name = piece.shape.names.at(-1) ?? '';
    return [{ key, name, colour: hex(colour), material: material.id, painted: true, share: 0, beside: [] }];
  });
  return { ...map, parts: [...front, ...through] };
}

function reduced({ width, height, data }: Parts['labels']): Pick<PartsSeen, 'width' | 'height' | 'labels'> {
  const step = Math.max(1, Math.max(width, height) / LONGEST_PIXELS);
  const [across, down] = [Math.max(1, Math.round(width / step)), Math.max(1, Math.round(height / step))];
  const labels = new Uint16Array(across * down);
  for (let y = 0, i = 0; y < down; y++) {
    const row = width * Math.min(height - 1, Math.floor(((y + 0.5) * height) / down));
    for (let x = 0; x < across; x++, i++)
      labels[i] = data[row + Math.min(width - 1, Math.floor(((x + 0.5) * width) / across))]!;
  }
  return { width: across, height: down, labels };
}

/** Each part's share of all that is covered, and which parts it touches. */
function measured(
  { width, height, labels }: Pick<PartsSeen, 'width' | 'height' | 'labels'>,
  count: number,
): { shares: number[]; beside: number[][] } {
  const pixels = new Array<number>(count + 1).fill(0);
  const touching = Array.from({ length: count + 1 }, () => new Set<number>());
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = labels[i]!;
      if (own === 0) continue;
      pixels[own] = pixels[own]! + 1;
      for (const j of [x + 1 < width ? i + 1 : i, y + 1 < height ? i + width : i]) {
        const other = labels[j]!;
        if (other === own || other === 0) continue;
        touching[own]?.add(other - 1);
        touching[other]?.add(own - 1);
      }
    }
  }
  const all = pixels.reduce((sum, n) => sum + n, 0) || 1;
  return {
    shares: pixels.slice(1).map((n) => Math.round((1000 * n) / all) / 1000),
    beside: touching.slice(1).map((set) => [...set].sort((a, b) => a - b)),
  };
}

// Tiles in colours of palettes in, the same tiles as drawn out: what the drawing paints keeps its colour,
// the rest is the seed's.
import type { PartChoice } from '../../core/part-choice.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Settings } from '../../core/sketch.ts';

/** Tiles that would look the same are left out. `seed` is the first tile's; the others count on from it. */
export function asDrawn(
  tiles: readonly Settings[],
  parts: readonly PartSeen[],
  locked: readonly string[],
  seed: number,
): Settings[] {
  const seen = new Set<string>();
  const found: Settings[] = [];
  const open = parts.some(({ key, painted }) => !painted && !locked.includes(key));
  for (const [i, tile] of tiles.entries()) {
    const choices: Record<string, PartChoice> = { ...tile.parts };
    for (const { key, colour, material, painted } of parts) {
      const { colour: _given, ...rest } = choices[key] ?? {};
      // A part that nobody painted has its colour from the seed, which is another one now.
      if (locked.includes(key)) choices[key] = { ...rest, colour, material };
      else if (painted) choices[key] = { ...rest, colour };
      else choices[key] = rest;
    }
    const look = JSON.stringify(choices);
    if (!open && seen.has(look)) continue;
    seen.add(look);
    found.push({ ...tile, seed: seed + i, parts: choices });
  }
  return found;
}

// Choices and parts in, the tiles that they stand for out; which of them still want a picture.
import { colourways } from '../../core/colourways/colourways.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Settings } from '../../core/sketch.ts';
import { asDrawn } from './drawn.ts';
import { palettesOf } from './palettes.ts';
import { empty, type ExploreState, type Tile } from './state.ts';

/** The tiles that the choices stand for. Where only the drawing was edited, the old picture stays until the
 * new one is there. */
export function tilesOf(
  { count, seed, source, materials, like, locked, file, image, tiles }: ExploreState,
  parts: readonly PartSeen[],
  settings: Settings,
  materialsKnown: readonly { id: string }[],
): Tile[] {
  const palettes = palettesOf({ source, file, image });
  const wish = { count, seed, locked, palettes, materials, materialsKnown };
  const ways = colourways(parts, { ...wish, ...(like && { like: like.settings }) }, settings);
  // Small steps around a tile that was liked may be in colour, too, wherever its colours came from.
  const wanted = source === 'drawn' && !like ? asDrawn(ways, parts, locked, seed) : ways;
  return wanted.map((each, i) => {
    const before = tiles[i];
    const same = before?.shown && JSON.stringify(before.settings) === JSON.stringify(each);
    return same ? { ...empty(each), shown: before.shown, parts: before.parts, stale: true } : empty(each);
  });
}

export function unfinished({ shown, refusal, stale }: Tile): boolean {
  return (!shown && !refusal) || stale;
}

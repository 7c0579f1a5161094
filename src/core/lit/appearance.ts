// In: a Figure, a seed and what was chosen for its parts. Out: the
// appearance of its parts, and of every pixel.
import { appearanceOf, type Appearance } from '../appearance/appearance.ts';
import { drawPaint, mapsOf, type AppearanceMaps } from '../appearance/base-colour.ts';
import { findShading, type DrawnShading } from '../appearance/drawn-shading.ts';
import { evened } from '../appearance/even-shading.ts';
import type { MaterialNames } from '../appearance/material-by-name.ts';
import { withSurfaceTunes } from '../appearance/surface-tune.ts';
import { readChoices } from '../appearance/choices.ts';
import { materialChannels } from '../card.ts';
import type { Rasterise } from '../engine.ts';
import type { Keys } from '../parts/part-keys.ts';
import type { Scene } from '../scene/scene.ts';
import type { Settings } from '../sketch.ts';
import type { Figure } from './figure.ts';

/** What also depends on seed and choices. */
export interface FigureAppearance {
  ofParts: Appearance;
  keys: Keys;
  /** Null: nothing of the drawing's own light and shade is changed. */
  shading: DrawnShading | null;
  maps: AppearanceMaps;
}

export interface FigureChoices extends Pick<Settings, 'parts' | 'surface' | 'seed' | 'shading'> {
  /** Of the drawing. */
  name: string;
}

/** What of the choices makeAppearance goes by, to be compared. */
export function wornIn({ parts, surface }: Pick<Settings, 'parts' | 'surface'>): string {
  const own = Object.entries(parts).map(([key, { colour, material, finish, roughness, scale }]) => [
    key,
    colour,
    material,
    finish,
    roughness,
    scale,
  ]);
  return JSON.stringify([own, surface]);
}

export function makeAppearance(
  scene: Scene,
  { parts, paint, means, looks, keys }: Pick<Figure, 'parts' | 'paint' | 'means' | 'looks'> & { keys: Keys },
  given: FigureChoices,
  { names, rasterise }: { names: MaterialNames; rasterise: Rasterise },
): FigureAppearance {
  const light = names.card;
  const choices = { name: given.name, seed: given.seed, chosen: readChoices(given.parts, light), looks };
  const channels = materialChannels(light);
  const found = appearanceOf(scene, { parts, keys, means }, choices, names);
  const ofParts = withSurfaceTunes(found, keys, channels, given);
  const image = ofParts.recoloured ? drawPaint(scene, parts, rasterise, ofParts.pen) : paint;
  const drawn = mapsOf(scene, { found: parts, image }, ofParts, rasterise);
  const shading = findShading(scene, { found: parts, base: drawn.base }, given.shading, rasterise);
  const maps = shading ? { ...drawn, base: evened(drawn.base, parts, shading) } : drawn;
  return { ofParts, keys, shading, maps };
}

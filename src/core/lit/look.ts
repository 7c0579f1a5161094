// In: a Figure, a seed and what was chosen for its parts. Out: its Look: what every part and every pixel wears.
import { wear, type Wear } from '../appearance/appearance.ts';
import { drawPaint, dress, type Dress } from '../appearance/base-colour.ts';
import { readChoices } from '../appearance/choices.ts';
import type { LightCard } from '../card.ts';
import type { Rasterise } from '../engine.ts';
import type { Keys } from '../parts/part-keys.ts';
import type { Scene } from '../scene/scene.ts';
import type { Settings } from '../sketch.ts';
import type { Figure } from './figure.ts';

/** What also depends on seed and choices. */
export interface Look {
  worn: Wear;
  keys: Keys;
  dressed: Dress;
}

export interface Wished extends Pick<Settings, 'parts' | 'seed'> {
  /** Of the drawing. */
  name: string;
}

export function makeLook(
  scene: Scene,
  { parts, paint, means }: Pick<Figure, 'parts' | 'paint' | 'means'>,
  keys: Keys,
  wished: Wished,
  { light, rasterise }: { light: LightCard; rasterise: Rasterise },
): Look {
  const wish = { name: wished.name, seed: wished.seed, chosen: readChoices(wished.parts, light) };
  const worn = wear(scene, parts, keys, means, wish, light);
  const image = worn.recoloured ? drawPaint(scene, parts, rasterise, worn.pen) : paint;
  return { worn, keys, dressed: dress(scene, parts, worn, image, rasterise) };
}

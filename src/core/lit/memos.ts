// In: the light's card. Out: what a lit pipeline keeps of its last calls, stage by stage.
import { openMaterialNames, type MaterialNames } from '../appearance/material-by-name.ts';
import type { LightCard } from '../card.ts';
import { openLightMemos, type Lighting } from '../light/compose.ts';
import type { Bounce } from '../light/bounce.ts';
import type { Feet } from '../light/ground-contact.ts';
import { openMemo, type Memo } from '../memo.ts';
import type { Scene } from '../scene/scene.ts';
import type { Trace } from '../scene/trace.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { FigureAppearance } from './appearance.ts';
import { openTiles, type Texture } from '../texture/texture.ts';
import type { FigureRelief } from './relief.ts';

/** Of drafts and pictures both. */
export interface SharedMemos {
  scene: Memo<Scene>;
  images: Memo<Trace | null>;
  /** Keys of regions in the last drawing: after an edit, or at another size, they are the same ones. */
  places: string[];
  /** What textures are made of. */
  tiles: ReturnType<typeof openTiles>;
  /** What names say that parts are made of. */
  names: MaterialNames;
}

/** Of drafts, or of pictures: turns between both cost nothing. */
export interface WayMemos extends Pick<Lighting, 'strips' | 'fronts'> {
  form: Memo<Form>;
  feet: Memo<readonly Feet[]>;
  figure: Memo<Figure>;
  appearance: Memo<FigureAppearance>;
  shaped: Memo<Figure>;
  relief: Memo<FigureRelief>;
  seen: Memo<readonly Float32Array[]>;
  texture: Memo<Texture | null>;
  gains: Memo<Float32Array>;
  bounce: Memo<Bounce>;
}

export function openSharedMemos(light: LightCard): SharedMemos {
  const images = openMemo<Trace | null>();
  return {
    scene: openMemo<Scene>(1, [images]),
    images,
    places: [],
    tiles: openTiles(),
    names: openMaterialNames(light),
  };
}

/**
 * What was made of a thing goes with it: a new form takes feet and figure along, a new
 * figure its appearance and its strips.
 */
export function openWayMemos(): WayMemos {
  const light = openLightMemos();
  const bounce = openMemo<Bounce>();
  const appearance = openMemo<FigureAppearance>(1, [bounce]);
  const gains = openMemo<Float32Array>();
  const seen = openMemo<readonly Float32Array[]>();
  const relief = openMemo<FigureRelief>(1, [seen, gains]);
  const texture = openMemo<Texture | null>();
  const shaped = openMemo<Figure>(1, [texture]);
  const figure = openMemo<Figure>(1, [appearance, shaped, relief, light.strips, light.fronts]);
  const feet = openMemo<readonly Feet[]>();
  return {
    form: openMemo<Form>(1, [feet, figure]),
    feet,
    figure,
    appearance,
    shaped,
    relief,
    seen,
    texture,
    gains,
    bounce,
    ...light,
  };
}

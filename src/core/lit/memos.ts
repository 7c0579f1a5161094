// In: nothing. Out: what a lit pipeline keeps of its last calls, stage by stage.
import { openLightMemos, type Lighting } from '../light/compose.ts';
import type { Feet } from '../light/ground-contact.ts';
import { openMemo, type Memo } from '../memo.ts';
import type { Scene } from '../scene/scene.ts';
import type { Trace } from '../scene/trace.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { Look } from './look.ts';

/** Of drafts and pictures both. */
export interface Shared {
  scene: Memo<Scene>;
  images: Memo<Trace | null>;
  /** Keys of regions in the last drawing: after an edit, or at another size, they are the same ones. */
  places: string[];
}

/** Of drafts, or of pictures: turns between both cost nothing. */
export interface Own extends Pick<Lighting, 'strips' | 'fronts'> {
  form: Memo<Form>;
  feet: Memo<readonly Feet[]>;
  figure: Memo<Figure>;
  look: Memo<Look>;
}

export function openShared(): Shared {
  const images = openMemo<Trace | null>();
  return { scene: openMemo<Scene>(1, [images]), images, places: [] };
}

/** What was made of a thing goes with it: a new form takes feet and figure along, a new figure its look and its strips. */
export function openOwn(): Own {
  const light = openLightMemos();
  const look = openMemo<Look>();
  const figure = openMemo<Figure>(1, [look, light.strips, light.fronts]);
  const feet = openMemo<readonly Feet[]>();
  return { form: openMemo<Form>(1, [feet, figure]), feet, figure, look, ...light };
}

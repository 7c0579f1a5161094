// A finished picture, its drawing and its settings in; what a message that places it says of it out.
import type { Settings, Sketch } from '../core/sketch.ts';
import type { UiToPlugin } from '../protocol/plugin.ts';
import type { PictureAnswer } from './engine/connection.ts';
import { tookMs } from './shown.ts';

type ToPlace = Pick<Extract<UiToPlugin, { type: 'place' }>, 'picture' | 'made'>;

export function toPlace(made: PictureAnswer, { id }: Pick<Sketch, 'id'>, settings: Settings): ToPlace {
  const { ms: _ms, openings: _openings, ...picture } = made.picture;
  const by = made.by === undefined ? {} : { by: made.by };
  return {
    picture,
    made: { from: id, settings, runtime: made.runtime, ...by, ms: Math.round(tookMs(made)) },
  };
}

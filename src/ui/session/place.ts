// The wish to place and pictures in, answers to the plugin out.
// A picture that fits is sent as it is, another one is made first.
import { isRefusal } from '../../core/sketch.ts';
import type { Refusal } from '../../core/sketch.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import { span } from '../../spans.ts';
import type { Autosave } from './autosave.ts';
import { placeable } from '../ready.ts';
import type { ShownDrawing, Result } from '../state.ts';
import { layerName } from '../picture-name.ts';
import { toPlace } from '../to-place.ts';
import { isSame } from './preview-settings.ts';
import type { Runner } from './run.ts';
import type { Store } from './store.ts';

export interface Placing {
  /** The Place button: nothing where there is nothing to place. */
  place: () => void;
  /** A run for the canvas has ended: its picture is sent; in the one-click window a refusal is, too. */
  answer: (drawing: ShownDrawing, answer: Result | Refusal) => Promise<void>;
}

export interface PlacingParts {
  store: Store;
  post: (message: UiToPlugin) => void;
  autosave: Pick<Autosave, 'flush'>;
  run: Runner['run'];
  /** Previews that run or wait are not wanted any more. */
  stopPreviews: () => void;
  /** A small JPEG of a PNG, for the history; null where none can be made. */
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
  /** Many drawings are being realized one after another: the engine is theirs. */
  paused: () => boolean;
}

export function createPlacing(parts: PlacingParts): Placing {
  const { store, post, autosave, run, stopPreviews, thumb, paused } = parts;

  async function send({ made, drawing, settings }: Result): Promise<void> {
    store.dispatch({ type: 'sent' });
    autosave.flush();
    const small = await span('thumbnail', () => thumb(made.picture.png));
    const { mode, prefs } = store.state;
    const { where, again, naming } = prefs;
    const { sketch } = drawing;
    post({
      type: 'place',
      job: drawing.job,
      index: drawing.index,
      ...toPlace(made, sketch, settings),
      ...layerName(naming, { sketch, settings, picture: made.picture }),
      ...(mode === 'panel' ? { how: { where, again } } : {}),
      ...(small ? { thumb: small } : {}),
    });
  }

  return {
    place() {
      if (!placeable(store.state) || paused()) return;
      stopPreviews();
      const { result, drawing, draft, settings } = store.state;
      const job = drawing?.job ?? 0;
      post({ type: 'coming', job, coming: true });
      if (result && !draft && result.drawing === drawing && isSame(result.settings, settings))
        void send(result);
      else
        void run('place', false).then((done) => {
          if (!done) post({ type: 'coming', job, coming: false });
        });
    },
    async answer({ job, index }, answer) {
      if (!isRefusal(answer)) await send(answer);
      else if (store.state.mode === 'once') post({ type: 'refused', job, index, refusal: answer });
    },
  };
}

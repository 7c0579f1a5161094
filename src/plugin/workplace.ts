// What a job and its steps work with: the canvas, the messages in and out, and who is told of what they did.
import type { Look } from '../core/sketch.ts';
import type { Again } from '../protocol/placing.ts';
import type { PluginToUi } from '../protocol/plugin.ts';
import type { DrawnLayers } from './drawing.ts';
import type { Inbox } from './inbox.ts';
import type { CanvasApi } from './place/offer.ts';
import type { Placed } from './place/place.ts';
import type { Reading } from './read/read.ts';

export interface Workplace {
  canvas: CanvasApi;
  inbox: Inbox;
  post: (message: PluginToUi) => void;
  lookOf: (drawing: DrawnLayers) => Look | null;
  /** Ids of the layers that are selected now. */
  selected: () => ReadonlySet<string>;
  /** Where an answer does not say so: whether the picture that stands gets the new image. */
  again: Again;
  /** Called with each drawing that was read, before its sketch is sent. */
  readOne: (reading: Reading) => void;
  /**
   * Called as pictures stand: one, or the tiles that were chosen. `batch`: more of them come by themselves.
   */
  placed: (placed: readonly Placed[], batch: boolean) => void;
  /**
   * The panel: it stays with the last drawing until the next job begins, and follows every edit of the
   * drawing it shows; `follow` gives what ends that. `passed` is told when each drawing has had its turn.
   */
  panel: {
    follow: (drawing: DrawnLayers, reread: () => Promise<void>) => () => void;
    passed: () => void;
  } | null;
}

// What the panel knows of the user's own generators: values only.
import type { ModelCard } from '../../core/card.ts';
import type { FeedOption } from '../../core/models/feed-option.ts';
import type { Shown } from '../../core/picture.ts';

/** A generator of the user's own. */
export interface OwnModel {
  card: ModelCard;
  onnx: Uint8Array;
  licence: string | null;
  /** Milliseconds of one run in its trial on this machine. */
  ms: number | null;
  /** In Figma's storage; null until the plugin has answered. */
  kept: boolean | null;
}

/** A file that is being tried. */
export interface Trial {
  name: string;
  ways: readonly FeedOption[];
  /** One a way: what it made of the drawing; null while it is on its way, a sentence where it failed. */
  tiles: readonly (Shown | string | null)[];
  /** The quickest run so far. */
  ms: number | null;
}

export interface ModelsState {
  own: readonly OwnModel[];
  trial: Trial | null;
  /** The view is shown instead of the tabs' content. */
  open: boolean;
  /** A file is held over the panel. */
  hovered: boolean;
  told: string;
  /** What makes a file of it that can be used, to send to whoever trained it; empty where nothing does. */
  command: string;
}

export const EMPTY: ModelsState = {
  own: [],
  trial: null,
  open: false,
  hovered: false,
  told: '',
  command: '',
};

// Every message on wire 1: the plugin sandbox (code.js) ↔ the panel (ui.html), one union for each direction.
// Each request carries a job number; answers repeat it; an answer to an old job is dropped.
// Only plain data and Uint8Array may travel (Figma copies deeply and refuses the rest).
import type { OwnLight } from '../core/lamp-tune.ts';
import type { Picture } from '../core/picture.ts';
import type { Preset } from './preset.ts';
import type { Look, Refusal, Settings, Sketch } from '../core/sketch.ts';
import type { Entry, Made } from './made.ts';
import type { Again, Cannot, MapKind, Prefs, Where } from './placing.ts';

/**
 * `once`: the one-click command, a small progress window that closes itself. `panel`: the window that stays.
 */
export type Mode = 'once' | 'panel';

/** A colour with the name that the document gives it; `#rrggbb`. */
export interface Named {
  name: string;
  colour: string;
}

/** A drawing of which no picture stands, and why. */
export interface Refused {
  name: string;
  refusal: Refusal;
}

/** A generator of the user's own, as it is kept between runs. */
export interface KeptModel {
  /** Of its card; begins with `own-`. */
  id: string;
  /** JSON: how it is fed, its name, and what else is told of it. */
  card: string;
  /** The ONNX file as gzip. */
  packed: Uint8Array;
}

export type PluginToUi =
  /** Right before `opened`. In the panel all that are kept; in mode `once` those that its drawings want. */
  | { type: 'models'; models: KeptModel[] }
  /** Answer to `keep-model`: whether there was room. */
  | { type: 'model-kept'; id: string; kept: boolean }
  /** Answer to `ready`. */
  | { type: 'opened'; mode: Mode; settings: Settings | null; editor: 'figma' | 'figjam'; prefs: Prefs | null }
  /**
   * One drawing to realize: number `index` (from 0) of `total` in this job. The next comes after its answer.
   * In the panel the same number comes again, with a new sketch, whenever the drawing was edited.
   */
  | {
      type: 'sketch';
      job: number;
      index: number;
      total: number;
      sketch: Sketch;
      look: Look | null;
      /** The job that was cancelled and that this one is the rest of. */
      goesOn?: number;
      /** Left out: it can be placed in every way. */
      cannot?: Cannot;
    }
  /** This job (or, in the panel, this selection) cannot be done. */
  | { type: 'refused'; job: number; refusal: Refusal }
  /** The picture of `index` stands on the canvas. */
  | {
      type: 'placed';
      job: number;
      index: number;
      name: string;
      /** What is drawn was hidden, for the picture to be seen. */
      hides?: true;
    }
  /** The job has ended; in mode `once` the plugin closes right after. */
  | { type: 'done'; job: number; placed: number; refused: Refused[] }
  /** Answer to `ask-palette`: the document's colour styles and variables. */
  | { type: 'palette'; colours: Named[] }
  /** Answer to `ask-lights`, and told whenever they changed here: lights of this file, by their names. */
  | { type: 'lights'; lights: OwnLight[] }
  /**
   * Answer to `ask-image`: the image that the selected layer is filled
   * with, as a file; null when it has none.
   */
  | { type: 'image'; bytes: Uint8Array | null }
  /**
   * Answer to `ask-history`, and told whenever it changed. `pruned`: how many
   * old ones went to make room just now.
   */
  | { type: 'history'; entries: Entry[]; pruned: number }
  /** Answer to `ask-presets`, and told whenever they changed: looks by name that this file keeps. */
  | { type: 'presets'; presets: Preset[] }
  /** Answer to `fetch`: the picture of an entry, or null when the file does not hold it any more. */
  | { type: 'fetched'; id: string; png: Uint8Array | null }
  /** Something that was wished for was done, or why not; one sentence for the panel's status line. */
  | { type: 'told'; text: string };

export type UiToPlugin =
  /** The panel has loaded and listens. */
  | { type: 'ready' }
  /** Panel: send me what is selected. The answer carries a new job number of the plugin's own. */
  | { type: 'ask'; job: number }
  /** Answer to `sketch`: the picture to place. In the panel it is sent when the user presses Place. */
  | {
      type: 'place';
      job: number;
      index: number;
      picture: Omit<Picture, 'ms'>;
      made: Made;
      /** How the panel wants it; the one-click command leaves it out: beside, as a layer of its own. */
      how?: { where: Where; again: Again };
      /** For the history; see Entry. */
      thumb?: Uint8Array;
      /** Of its layer, where the user has a pattern for names; {n} is the first number that is free. */
      name?: string;
      /**
       * The panel answers for all drawings of this job by itself: they are one step of undo, and selecting
       * something else meanwhile does not end them.
       */
      batch?: true;
    }
  /**
   * Panel: Place was pressed, and its picture is on its way: another selection waits
   * for it. False: none comes after all.
   */
  | { type: 'coming'; job: number; coming: boolean }
  /**
   * More pictures of the drawing of `index`, side by side beside it: the tiles that were chosen, or, where
   * they say so, maps of its surface, which are in no history. One step of undo.
   */
  | {
      type: 'place-many';
      job: number;
      index: number;
      tiles: { picture: Omit<Picture, 'ms'>; made: Made; thumb?: Uint8Array; name?: string; map?: MapKind }[];
    }
  /** Answer to `sketch`: nothing is to become of it here; the next one. */
  | { type: 'skip'; job: number; index: number }
  /** Answer to `sketch`: no picture. */
  | { type: 'refused'; job: number; index: number; refusal: Refusal }
  | { type: 'cancel'; job: number }
  /**
   * Panel: the drawings of that job again, whatever is selected now: it was cancelled before its last one.
   */
  | { type: 'go-on'; job: number }
  /**
   * Panel: of the drawings of this job the one of `index` is to be seen; it comes as a new job of the same
   * drawings.
   */
  | { type: 'turn-to'; job: number; index: number }
  | { type: 'settings'; settings: Settings }
  /** Panel: keep this with the drawing of `index`. */
  | { type: 'look'; job: number; index: number; look: Look }
  | { type: 'prefs'; prefs: Prefs }
  /** The window's size while it is dragged, in px; `prefs` follows when it is let go. */
  | { type: 'resize'; width: number; height: number }
  | { type: 'ask-palette' }
  | { type: 'ask-lights' }
  /** Keeps it with the file, in place of the one with the same id. */
  | { type: 'keep-light'; light: OwnLight }
  | { type: 'forget-light'; id: string }
  | { type: 'ask-image' }
  | { type: 'ask-history' }
  | { type: 'ask-presets' }
  /** Keeps it with the file, in place of the one with the same id. */
  | { type: 'keep-preset'; preset: Preset }
  | { type: 'forget-preset'; id: string }
  | { type: 'fetch'; id: string }
  /** Shows what was hidden behind pictures in the drawings that are looked at. */
  | { type: 'show-drawing' }
  /** Puts the picture of an entry back on the canvas, beside its drawing or in view; `name` as in `place`. */
  | { type: 'restore'; id: string; name?: string }
  | { type: 'forget'; id: string }
  /** Keeps it for next time, in place of the one with the same id. */
  | { type: 'keep-model'; model: KeptModel }
  | { type: 'forget-model'; id: string }
  /** Keeps this look with every drawing that is selected. */
  | { type: 'copy-look'; look: Look }
  | { type: 'close' };

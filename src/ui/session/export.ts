// The wish for a file in, a picture, the relief or its maps made for it, and handed to the user, out: as a
// download, on the clipboard, where the frame may write to it, or as layers.
import { SIZES, type Box } from '../../core/sketch.ts';
import { MAPS, type Scale } from '../../protocol/placing.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import { EXPORT } from '../../words.ts';
import { fileName, layerName } from '../picture-name.ts';
import { finished } from '../ready.ts';
import { imageOf } from '../shown.ts';
import type { ShownDrawing, Result, State } from '../state.ts';
import { toPlace } from '../to-place.ts';
import type { Runner } from './run.ts';
import type { Store } from './store.ts';

export type FileKind = 'copy' | 'png' | 'relief' | 'maps';

export interface Exporting {
  /** The drawing at hand as a file, for the user to keep. */
  exportFile: (kind: FileKind) => void;
}

export interface ExportParts {
  store: Store;
  make: Runner['make'];
  post: (message: UiToPlugin) => void;
  /** Hands a file to the user. */
  save: (file: Uint8Array, name: string) => void;
  /**
   * Puts a PNG on the clipboard once it is there; false: this frame may not. It is not begun later than its
   * click.
   */
  copy: (png: Promise<Uint8Array>) => Promise<boolean>;
  stopPreviews: () => void;
  paused: () => boolean;
}

const MOST_PIXELS = Math.max(...SIZES);

/** Longest side of a picture that covers `box`, in pixels; null where that is more than can be made. */
export function sideAt({ width, height }: Pick<Box, 'width' | 'height'>, scale: Scale): number | null {
  const side = Math.max(1, Math.round(scale * Math.max(width, height)));
  return side <= MOST_PIXELS ? side : null;
}

/**
 * Longest side of the file of what is shown, in pixels; null where that is not known: nothing is shown, it is
 * more than can be made, or the shadow becomes a layer of its own, so that the picture ends elsewhere.
 */
export function fileSide(state: State): number | null {
  const image = imageOf(state);
  return image && !state.settings.shadowApart ? sideAt(image.box, state.prefs.scale) : null;
}

export function createExporting(parts: ExportParts): Exporting {
  const { store, make, post, save, copy, stopPreviews, paused } = parts;
  const tell = (text: string): void => store.dispatch({ type: 'saved', text });

  /** Files that were handed over, by their names. */
  const given = new Set<string>();

  function hand(bytes: Uint8Array, { drawing, settings, made }: Result, ending: string): void {
    const subject = { sketch: drawing.sketch, settings, picture: made.picture };
    const file = fileName(store.state.prefs.naming, subject, ending, (name) => given.has(name));
    given.add(file);
    save(bytes, file);
    tell(EXPORT.saved(file));
  }

  async function relief(): Promise<void> {
    const result = await make({ glb: true });
    if (!result) return;
    const { glb } = result.made;
    if (!glb) return tell(EXPORT.noRelief);
    hand(glb, result, 'glb');
  }

  /** To the canvas, beside the drawing. */
  async function maps({ sketch, job, index }: ShownDrawing): Promise<void> {
    post({ type: 'coming', job, coming: true });
    const result = await make({ maps: true });
    const found = result?.made.maps;
    if (!result || !found) {
      post({ type: 'coming', job, coming: false });
      if (result) tell(EXPORT.noMaps);
      return;
    }
    const { picture, made } = toPlace(result.made, sketch, result.settings);
    const { width, height, box } = picture;
    const { settings } = result;
    const tiles = MAPS.map((map) => ({
      ...{ made, map },
      ...layerName(store.state.prefs.naming, { sketch, settings, picture }),
      picture: { png: found[map], width, height, box, notes: [] },
    }));
    post({ type: 'place-many', job, index, tiles });
  }

  async function picture(scale: Scale): Promise<void> {
    const result = await make({ scale });
    if (result) hand(result.made.picture.png, result, 'png');
  }

  async function toClipboard(scale: Scale): Promise<void> {
    const result = make({ scale });
    const png = result.then((made) => made?.made.picture.png ?? Promise.reject(new Error('no picture')));
    const isCopied = await copy(png);
    if (await result) tell(isCopied ? EXPORT.copied : EXPORT.notCopied);
  }

  return {
    exportFile(kind) {
      const { drawing, prefs } = store.state;
      if (!drawing || !finished(store.state) || paused()) return;
      stopPreviews();
      const { scale } = prefs;
      if (kind === 'relief') void relief();
      else if (kind === 'maps') void maps(drawing);
      else if (kind === 'png') void picture(scale);
      else void toClipboard(scale);
    },
  };
}

// What one export gathers while it is written: definitions, used ids,
// whether images need the xlink namespace.
import type { ExportSettingsSVGBase } from '@figma/plugin-typings/plugin-api-standalone';
import { compose, type Transform } from '../geometry/transform.ts';
import { absoluteTransform, stringOf } from '../document/scene.ts';
import { base64 } from '../encoding/base64.ts';
import type { NodeRecord, StoredImage } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { nameText } from './text.ts';

export interface Page {
  store: Store;
  settings: ExportSettingsSVGBase;
  /** From page coordinates to the SVG's. */
  toView: Transform;
  definitions: string[];
  xlink: boolean;
  /** Of each image that is written already, its id. */
  images: Map<StoredImage, string>;
  /** Another layer, as a pattern repeats it. */
  draw(page: Page, record: NodeRecord): string[];
  /** Where an image's bytes are found; a data: address in files. */
  hrefOf(image: StoredImage): string;
  /** On a screen only: which layer an element belongs to, for finding what was clicked. */
  markOf(record: NodeRecord): { 'data-node'?: string };
  /**
   * The attribute `id` of a layer: its name, made unique as Figma does ("Vector",
   * "Vector_2"); undefined if unwanted.
   */
  nameOf(record: NodeRecord): string | undefined;
  /** The exported node's id, as every name of a definition ends: "1_23". */
  ending: string;
  /**
   * An id for a definition: "clip0_1_23"; with letters, "filter0_d_1_23"; with a word, "paint0_linear_1_23".
   */
  idFor(kind: string, more?: string): string;
  /** An id for the mask of a stroke's pieces: "path-1-inside-1_1_23", "path-3-outside-2_1_23". */
  maskId(side: 'inside' | 'outside'): string;
}

/** What is exported, how, and where to. */
interface Wanted {
  draw: Page['draw'];
  root: NodeRecord;
  settings: ExportSettingsSVGBase;
  toView: Transform;
  /** It is shown, not written to a file: gives addresses of images. */
  screen?: (image: StoredImage) => string;
}

export function openPage(store: Store, { root, settings, toView, draw, screen }: Wanted): Page {
  const names = new Map<string, number>();
  const kinds = new Map<string, number>();
  const ending = root.id.replace(/\W/g, '_');
  return {
    store,
    settings,
    toView,
    draw,
    definitions: [],
    xlink: false,
    images: new Map(),
    ending,
    hrefOf: screen ?? ((image) => `data:${image.type};base64,${base64(image.bytes)}`),
    markOf: (record) => (screen ? { 'data-node': record.id } : {}),
    nameOf(record) {
      // plugin-api.d.ts, ExportSettingsSVGBase.svgIdAttribute: layer names as ids, false by default.
      if (settings.svgIdAttribute !== true) return undefined;
      const name = stringOf(record, 'name');
      const times = (names.get(name) ?? 0) + 1;
      names.set(name, times);
      return nameText(times === 1 ? name : `${name}_${times}`);
    },
    idFor(kind, more = '') {
      const index = kinds.get(kind) ?? 0;
      kinds.set(kind, index + 1);
      return `${kind}${index}_${more === '' ? '' : `${more}_`}${ending}`;
    },
    maskId(side) {
      const count = (kinds.get('path-') ?? 0) + 1;
      kinds.set('path-', count);
      return `path-${2 * count - 1}-${side}-${count}_${ending}`;
    },
  };
}

/** From the node's space to the SVG's. */
export const viewOf = (page: Page, record: NodeRecord): Transform =>
  compose(page.toView, absoluteTransform(page.store, record));

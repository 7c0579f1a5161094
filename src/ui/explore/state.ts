// All that the Explore view knows: values only. What changes them is in explore.ts.
import type { Palette } from '../../core/colourways/colourways.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import type { Shown } from '../../core/picture.ts';
import type { Refusal, Settings } from '../../core/sketch.ts';
import type { ShownDrawing } from '../state.ts';

export const COUNTS = [4, 9] as const;
type Count = (typeof COUNTS)[number];

/** One picture of the grid. */
export interface Tile {
  settings: Settings;
  /** Null until its draft is there. */
  shown: Shown | null;
  /** What its parts wear; null until its draft is there. */
  parts: readonly PartSeen[] | null;
  refusal: Refusal | null;
  /** `shown` is of the drawing before its last edit. */
  stale: boolean;
  /** 0…1 while it is made at full size, and until the plugin has answered; else null. */
  placing: number | null;
  placed: boolean;
}

/** Where colours come from: `product`, one of the product palettes by id, `file`, `image`, or `drawn`:
 * none. */
export type Source = string;

export interface ExploreState {
  count: Count;
  seed: number;
  source: Source;
  materials: boolean;
  /** Keys of parts that keep what they wear. */
  locked: readonly string[];
  /** The tile that "More like this" was asked of. */
  like: { settings: Settings; parts: readonly PartSeen[] } | null;
  /** Colour styles and variables of this file; null until the plugin has told. */
  file: Palette | null;
  /** Of the image that was selected last. */
  image: Palette | null;
  /** What the tiles are pictures of. */
  of: ShownDrawing | null;
  /** The parts that can be locked, as they are worn before any tile changes them. */
  parts: readonly PartSeen[];
  tiles: readonly Tile[];
  /** Indices, in the order in which they were chosen. */
  selected: readonly number[];
  /** The tile that Tab goes to. */
  active: number;
  running: 'drafts' | 'pictures' | null;
  told: string;
}

export const FRESH: ExploreState = {
  count: 4,
  seed: 1,
  source: 'product',
  materials: true,
  locked: [],
  like: null,
  file: null,
  image: null,
  of: null,
  parts: [],
  tiles: [],
  selected: [],
  active: 0,
  running: null,
  told: '',
};

/** A tile of which nothing is there yet. */
export function empty(settings: Settings): Tile {
  return { settings, shown: null, parts: null, refusal: null, stale: false, placing: null, placed: false };
}

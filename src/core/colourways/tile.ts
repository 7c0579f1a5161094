// One picture of a set of colourways, before it is settings: a colour and a material for each group of parts.
import type { Lab } from '../colour/oklab.ts';
import type { Stuffed } from './material-variants.ts';

/** One colour a group, null where it keeps its own; and what it is made of, where that changes. */
export interface Colourway {
  labs: (Lab | null)[];
  made: (Stuffed | null)[];
  /** Of its palette. */
  from: number;
}

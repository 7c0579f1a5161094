// One picture to place, and how its user wants it; what of the canvas that needs.
import type { Painted } from './stored-images.ts';
import type { Made } from '../../protocol/made.ts';
import type { Again, Where } from '../../protocol/placing.ts';

export type CanvasApi = Pick<PluginAPI, 'createImage' | 'createRectangle'>;

/** One picture to place, and how. */
export interface Offer {
  picture: Painted & { width: number; height: number };
  made: Made;
  thumb: Uint8Array | null;
  where: Where;
  again: Again;
  /** As the user's pattern has it; {n}: the first number that is free. */
  name?: string | undefined;
}

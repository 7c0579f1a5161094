// What there is to say of a file that may be a generator: how it could be fed, or why it is none. Types, and
// the sides and line widths that such networks have.
import type { ModelCard } from '../card.ts';

// Sides of the square that are looked for where the file leaves them open: the paper's.
export const USUAL_SIDE = 256;
// Larger squares take minutes and gigabytes on this runtime, if they are meant at all.
export const LARGEST_SIDE = 2048;
// Lines of the published edges data sets, and of drawings by hand, in pixels of 256.
export const WIDTHS = [1.5, 3] as const;

/** One way of feeding it, and what there is to choose about it. */
export interface FeedOption {
  card: ModelCard;
  ink: 'dark' | 'light';
  range: 'signed' | 'unsigned';
  width: 'thin' | 'thick';
  input: 'lines' | 'colours';
  /**
   * Whose statistics its batch norms go by, where the file's were never updated; null where there is no
   * choice.
   */
  norms: 'picture' | 'file' | null;
}

/** `ways`: likeliest first. */
export interface Fit {
  ways: FeedOption[];
  sure: boolean;
}

/** Why not. `command`: where convert takes it. */
export interface Unfit {
  refused: string;
  command?: string;
}

// What one row of the matrix left behind, as plain data: written in the browser (page.ts, drive.ts), judged
// in Node (judge.ts).
import type { FaultId } from '../../host/faults/faults.ts';

export interface SeenPicture {
  name: string;
  /** Pixels of its file. */
  width: number;
  height: number;
  /** Sides on the canvas. */
  across: number;
  down: number;
  /** Share of its pixels that are not quite transparent, and how many colours those have (of 4,096). */
  opaque: number;
  colours: number;
  /** Layers that it lies over. */
  over: string[];
}

export interface Seen {
  /** How it ended: by itself, by the Cancel button after it had come to a stand, or not at all. */
  end: 'closed' | 'cancelled' | 'stuck';
  /** What the window said when it had come to a stand. */
  window: string;
  /** Everything that figma.notify and closePlugin said, in order. */
  notices: string[];
  struck: { id: FaultId; at: string }[];
  pictures: SeenPicture[];
  /**
   * The first difference between the document without our pictures and what it should be; empty when there is
   * none.
   */
  changed: string;
  /** The same after one undo (where pictures were placed). */
  undone: string;
  /** Steps of undo that are nobody's: no picture was placed, and the fault did not make them. */
  emptySteps: number;
  /** Stored images that no placed picture shows. */
  unplacedImages: number;
  /** Uncaught errors, in the plugin, the page or its frames. */
  errors: string[];
  /** Addresses that anything asked for. */
  asked: string[];
  /** Workers that still run. */
  workers: number;
  ms: number;
}

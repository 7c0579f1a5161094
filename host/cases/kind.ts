// What a scene is: its name, what is selected in it, and how it is drawn into an empty document.
import type { Store } from '../document/store.ts';
import type { Editor } from '../run/session.ts';

export interface NodeKind {
  readonly id: string;
  /** What is selected, as a user would say it. */
  readonly what: string;
  /** Where it occurs; in a design file if nothing is said. */
  readonly editor?: Editor;
  /** Draws the scene on the page in view and gives the ids to select. */
  build(store: Store): string[];
}

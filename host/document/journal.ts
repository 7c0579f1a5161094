// What was written, for undo and for those who watch: types alone.
import type { NodeRecord } from './record.ts';

interface Change {
  before: NodeRecord | undefined;
  after: NodeRecord | undefined;
}

/**
 * What undo takes back in one go: the first `before` and the last `after` of
 * every node touched, and the selections.
 */
export interface Step {
  nodes: Map<string, Change>;
  selections: Map<string, { before: readonly string[]; after: readonly string[] }>;
}

/**
 * What watchers are told: ids of nodes written, each with what it was, whether a selection
 * changed, whether another page is seen.
 */
export interface Happening {
  nodes: readonly string[];
  was: readonly (NodeRecord | undefined)[];
  selection: boolean;
  page: boolean;
}

// In: a node. Out: its fills, which of them are pictures of ours, and what we hid in it for them to be seen,
// as fill.ts notes it in the node's data.
import * as v from 'valibot';

export const KEY = 'filled';
export const VERSION = 1;
/** For findAllWithCriteria: what stands on drawings that are filled with a picture of ours. */
export const FILLED = { keys: [KEY] };

/** A layer that was hidden. */
export interface HiddenChild {
  id: string;
  /** How opaque it was, where that is what hides it; null: it is switched off. */
  opacity: number | null;
}

interface Note {
  /** Of the images that we filled it with; what its user has taken off again is among them, too. */
  hashes: string[];
  hidden: HiddenChild[];
}

const child = v.object({ id: v.string(), opacity: v.nullable(v.number()) });
const found = v.object({ hashes: v.array(v.string()), hidden: v.optional(v.array(child), []) });
const NOTHING: Note = { hashes: [], hidden: [] };

export function noteOf(node: SceneNode): Note {
  const text = node.getPluginData(KEY);
  if (text === '') return NOTHING;
  try {
    const read = v.safeParse(found, JSON.parse(text));
    return read.success ? read.output : NOTHING;
  } catch {
    return NOTHING; // nothing that we wrote
  }
}

export const filledWith = (node: SceneNode): string[] => noteOf(node).hashes;

/** The fills of a node, bottom-most first; empty where it has none, or several that differ. */
export function fillsOf(node: SceneNode): readonly Paint[] {
  return 'fills' in node && Array.isArray(node.fills) ? (node.fills as readonly Paint[]) : [];
}

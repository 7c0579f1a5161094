// In: a node. Out: its fills, and which of them are pictures of ours, as fill.ts notes it in the node's data.
import * as v from 'valibot';

export const KEY = 'filled';
export const VERSION = 1;
/** For findAllWithCriteria: what stands on drawings that are filled with a picture of ours. */
export const FILLED = { keys: [KEY] };

const found = v.object({ hashes: v.array(v.string()) });

/** Hashes of the images that we filled it with; what its user has taken off again is among them, too. */
export function filledWith(node: SceneNode): string[] {
  const text = node.getPluginData(KEY);
  if (text === '') return [];
  try {
    const read = v.safeParse(found, JSON.parse(text));
    return read.success ? read.output.hashes : [];
  } catch {
    return []; // nothing that we wrote
  }
}

/** The fills of a node, bottom-most first; empty where it has none, or several that differ. */
export function fillsOf(node: SceneNode): readonly Paint[] {
  return 'fills' in node && Array.isArray(node.fills) ? (node.fills as readonly Paint[]) : [];
}

// The button "Realize again" on a layer. Instances' insides and read-only
// components take none; that is no fault.

const COMMAND = 'realize-again';

/** Gives what takes it off again. */
export function offerAgain(node: SceneNode, description: string): () => void {
  try {
    const before = node.getRelaunchData();
    if (before[COMMAND] === description) return () => undefined;
    node.setRelaunchData({ ...before, [COMMAND]: description });
    return () => {
      if (!node.removed) node.setRelaunchData(before);
    };
  } catch {
    return () => undefined;
  }
}

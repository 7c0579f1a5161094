// A frame that is filled with its picture → what is drawn in it hidden, so that the picture is seen, and
// shown again.
// Which layers those are stands in the frame's own data; what its user has shown by hand is not hidden any
// more.
import { attempt } from '../attempt.ts';
import { noteOf, type HiddenChild } from '../storage/filled.ts';

interface Found extends HiddenChild {
  child: SceneNode;
}

/** What we hid in it and is hidden still. */
export function hiddenIn(node: SceneNode): Found[] {
  if (!('children' in node)) return [];
  return noteOf(node).hidden.flatMap(({ id, opacity }) => {
    const child = node.children.find((one) => one.id === id);
    if (!child) return [];
    const isHidden = opacity === null ? !child.visible : 'opacity' in child && child.opacity === 0;
    return isHidden ? [{ id, opacity, child }] : [];
  });
}

/**
 * Hides all that is visible in it. An auto layout would close up over what is not there, so there they become
 * clear instead. `undo` is what shows them again.
 */
export function hideIn(node: SceneNode): { hidden: HiddenChild[]; undo: () => void } {
  const before = hiddenIn(node);
  const flows = 'layoutMode' in node && node.layoutMode !== 'NONE';
  const known = new Set(before.map(({ id }) => id));
  const fresh: Found[] = [];
  const undo = (): void => fresh.forEach(reveal);
  const visible = 'children' in node ? node.children.filter((child) => child.visible) : [];
  const done = attempt(() => {
    for (const child of visible) {
      if (known.has(child.id)) continue;
      const opacity = flows && 'opacity' in child ? child.opacity : null;
      if (opacity !== null && 'opacity' in child) child.opacity = 0;
      else child.visible = false;
      fresh.push({ child, id: child.id, opacity });
    }
  });
  if ('failed' in done) {
    undo();
    throw new Error(done.failed);
  }
  return { hidden: [...before, ...fresh].map(({ id, opacity }) => ({ id, opacity })), undo };
}

/** Shows what we hid in it. Whether there was anything. */
export function showIn(node: SceneNode): boolean {
  const hidden = hiddenIn(node);
  hidden.forEach(reveal);
  return hidden.length > 0;
}

function reveal({ child, opacity }: Found): void {
  if (child.removed) return;
  if (opacity === null) child.visible = true;
  else if ('opacity' in child) child.opacity = opacity;
}

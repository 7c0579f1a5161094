// The selection, and the page in view → told when their user changed them;
// what we select ourselves is not told.
import { selectedOn, type Camera } from './reveal.ts';

/** Selections in quick succession are one. ms */
const SETTLED_MS = 150;

export interface Selecting {
  /** Whatever is selected by this is our own doing. */
  byUs: (act: () => void) => void;
}

export function openSelecting(api: Camera & Pick<PluginAPI, 'on'>, changed: () => void): Selecting {
  let ours: string | null = null;
  let soon: number | null = null;
  const selectedNow = (): string => selectedOn(api.currentPage);
  const hear = (): void => {
    if (soon !== null) clearTimeout(soon);
    soon = setTimeout(() => {
      if (selectedNow() === ours) return;
      ours = null;
      changed();
    }, SETTLED_MS);
  };
  api.on('selectionchange', hear);
  api.on('currentpagechange', hear);
  return {
    byUs(act) {
      const before = selectedNow();
      act();
      const now = selectedNow();
      if (now !== before) ours = now; // else it is still as its user left it, who may not have been heard yet
    },
  };
}

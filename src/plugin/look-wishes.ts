// What the panel wishes of looks in → kept with the drawings; what could not be kept is told,
// each thing once.
import { isRefusal, PLAIN, type Look, type Refusal } from '../core/sketch.ts';
import type { PluginToUi } from '../protocol/plugin.ts';
import { TOLD } from '../words.ts';
import { topOf, type DrawnLayers } from './drawing.ts';
import type { Targets } from './read/targets.ts';
import type { Looks, NotKept } from './storage/look.ts';

interface Surroundings {
  looks: Looks;
  post: (message: PluginToUi) => void;
  targets: () => Promise<Targets | Refusal>;
  commitUndo: () => void;
}

export interface LookWishes {
  hold: (drawing: DrawnLayers | undefined, look: Look) => void;
  /** To all that is selected; one step of undo. */
  copy: (look: Look) => Promise<void>;
}

export function openLookWishes({ looks, post, targets, commitUndo }: Surroundings): LookWishes {
  const toldOnce = new Set<string>();
  const tell = (text: string): void => post({ type: 'told', text });
  const complain = ({ id }: DrawnLayers, why: NotKept | null): void => {
    if (why === null || toldOnce.has(id + why)) return;
    toldOnce.add(id + why);
    tell(why === 'too-large' ? TOLD.lookTooLarge : TOLD.lookNotKept);
  };
  return {
    hold(drawing, look) {
      if (drawing && topOf(drawing)) complain(drawing, looks.hold(drawing, look));
    },
    async copy(look) {
      const found = await targets();
      if (isRefusal(found)) return tell(TOLD.noneToCopyTo);
      // How a photo is read, its sheet's corners above all, is of that one photo.
      const given = (drawing: DrawnLayers): boolean =>
        looks.give(drawing, { ...look, photo: looks.of(drawing)?.photo ?? PLAIN.photo }) === null;
      const kept = found.drawings.filter(given).length;
      if (kept > 0) commitUndo();
      tell(TOLD.looksCopied(kept, found.drawings.length - kept));
    },
  };
}

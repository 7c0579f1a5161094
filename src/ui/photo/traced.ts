// State in, whether its drawing is a photo of paper, and where that lies, out.
import type { Corners } from '../../core/photo-tune.ts';
import type { Box } from '../../core/sketch.ts';
import { shownOf } from '../shown.ts';
import type { State } from '../state.ts';

/** Whether there is something to tune: pixels were traced, or they were all there is and gave nothing. */
export function isPhoto(state: State): boolean {
  const shown = shownOf(state);
  if (!shown) return state.refusal !== null && /<image\b/.test(state.drawing?.sketch.svg ?? '');
  const { notes } = 'shown' in shown.made ? shown.made.shown : shown.made.picture;
  return notes.includes('image-traced') || notes.includes('coloured-picture');
}

/**
 * Corners of a sheet that was found, as long as the photo is read as it is; null: there are none to propose.
 */
export function proposedIn({ insight, settings }: State): Corners | null {
  return settings.photo.corners ? null : (insight?.sheet ?? null);
}

/** The drawing's coordinates that the image covers; null until the generator's sight of it has come. */
export function sheetOf({ insight }: State): Box | null {
  return insight?.photo ?? null;
}

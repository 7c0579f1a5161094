// In: the drawing that is shown, what Explore stands at. Out: whether it is the same, read again as it was.
import type { Sketch } from '../../core/sketch.ts';
import type { ShownDrawing } from '../state.ts';
import type { ExploreState } from './state.ts';

/** As after an undo: its tiles stay, and what is being placed goes on. Their jobs differ. */
export function isReadAgain({ sketch: a }: ShownDrawing, { of, tiles }: ExploreState): boolean {
  if (!of || tiles.length === 0) return false;
  const b = of.sketch;
  const rest = ({ frame, onlyText }: Sketch): string => JSON.stringify([frame, onlyText]);
  return a.id === b.id && a.name === b.name && a.svg === b.svg && rest(a) === rest(b);
}

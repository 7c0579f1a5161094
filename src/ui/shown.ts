// The panel's state in, what its preview shows out.
import type { DraftAnswer, PictureAnswer } from './engine/connection.ts';
import type { Draft, Result, State } from './state.ts';

/** What the preview shows: the newest there is of the drawing. */
export function shownOf({ draft, result }: State): Draft | Result | null {
  return draft ?? result;
}

/** Its picture: of a draft the quick one, else the sharp one. */
export function imageOf(state: State): PictureAnswer['picture'] | DraftAnswer['shown'] | null {
  const shown = shownOf(state);
  return shown && ('shown' in shown.made ? shown.made.shown : shown.made.picture);
}

/** Whether what is shown was left behind by an edit of which no picture could be made. */
export function isStale(state: State): boolean {
  const shown = shownOf(state);
  return state.refusal !== null && shown !== null && shown.drawing !== state.drawing;
}

/** Milliseconds of all the stages that ran for a picture. */
export function tookMs(made: PictureAnswer | DraftAnswer): number {
  const { ms } = 'picture' in made ? made.picture : made.shown;
  return Object.values(ms).reduce((sum, each) => sum + each, 0);
}

// The panel's state in, what its user can do now out: whether there is a picture, and where it can be placed.
import type { Where } from '../protocol/placing.ts';
import { isStale, shownOf } from './shown.ts';
import type { State } from './state.ts';

/** Whether there is a picture of the drawing at hand, and nothing that is waited for. */
export function finished(state: State): boolean {
  const shown = shownOf(state);
  const fits = shown !== null && shown.drawing.sketch.id === state.drawing?.sketch.id && !isStale(state);
  return fits && !state.placing && !isOwed(state.work);
}

/** Whether the Place button can be pressed. */
export function placeable(state: State): boolean {
  return finished(state) && obstacleOf(state) === null;
}

/** Why it cannot be placed there; null where it can. */
export function obstacleOf(
  { drawing, prefs }: State,
  where: Where = prefs.where,
): 'no-fill' | 'no-layout' | null {
  const cannot: Partial<Record<Where, 'no-fill' | 'no-layout'>> = drawing?.cannot ?? {};
  return cannot[where] ?? null;
}

/** Whether the user asked for what runs, and waits for it. */
export function isOwed(work: State['work']): boolean {
  return work?.purpose === 'place' || work?.purpose === 'export';
}

/** Whether the chosen generator finds a form, so that there is a relief. */
export function hasRelief({ engine, settings }: Pick<State, 'engine' | 'settings'>): boolean {
  return engine.phase === 'ready' && engine.offer.models.some(({ id, lit }) => id === settings.model && lit);
}

// State in, what the panel is doing out: a sentence and how far it is.
// Null when it rests, or does what nobody need wait for.
import { LOADING, PANEL, STAGES } from '../words.ts';
import { isOwed } from './ready.ts';
import { shownOf } from './shown.ts';
import type { State } from './state.ts';

export interface Activity {
  text: string;
  /** 0…1, or null when nobody can know. */
  fraction: number | null;
}

export function activityOf(state: State): Activity | null {
  const { mode, engine, work, drawing, refusal, placing } = state;
  if (engine.phase === 'loading') {
    const steps = Object.keys(LOADING);
    const fraction = engine.what ? (steps.indexOf(engine.what) + 1) / (steps.length + 1) : 0;
    return { text: engine.what ? LOADING[engine.what] : PANEL.starting, fraction };
  }
  // What follows the hand is seen in the picture itself.
  const inside = (state.view === 'lines' || state.view === 'form') && !state.insight;
  const live = work && !isOwed(work) && shownOf(state) && !inside;
  if (work && !live)
    return { text: work.stage ? STAGES[work.stage] : PANEL.starting, fraction: work.fraction };
  if (placing) return { text: PANEL.placing, fraction: 1 };
  if (mode && !drawing && !refusal) return { text: PANEL.waiting, fraction: null };
  return null;
}

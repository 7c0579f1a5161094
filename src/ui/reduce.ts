// What happened in, what the panel shows out: one pure reducer for both windows. Effects are in session.ts.
import type { Settings } from '../core/sketch.ts';
import type { Action, Drawing, EngineState, Result, State } from './state.ts';

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'opened':
      return {
        ...state,
        mode: action.mode,
        editor: action.editor,
        settings: fitted(action.settings ?? state.settings, state.engine),
      };
    case 'sketch': {
      const { job, index, total, sketch } = action;
      const drawing: Drawing = { job, index, total, sketch };
      const same = state.result?.drawing.sketch.id === sketch.id;
      return { ...fresh(state), drawing, result: same ? state.result : null, work: null };
    }
    case 'refused':
      // Figma did not take this one picture: it stays in the panel, and Place may be tried again.
      if (state.placing && state.drawing?.job === action.job)
        return { ...state, placing: false, refusal: action.refusal };
      return { ...fresh(state), drawing: null, result: null, work: null, refusal: action.refusal };
    case 'placed':
      return { ...state, placing: false, placed: action.name };
    case 'done':
      return { ...state, placing: false };
    case 'palette':
    case 'image':
    case 'history':
    case 'fetched':
    case 'told':
      return state;
    case 'loading':
      return { ...state, engine: { phase: 'loading', what: action.what } };
    case 'loaded': {
      const engine: EngineState = { phase: 'ready', offer: action.offer };
      return { ...state, engine, settings: fitted(state.settings, engine) };
    }
    case 'broken':
      return { ...state, engine: { phase: 'broken', refusal: action.refusal } };
    case 'started': {
      const { ticket, purpose } = action;
      return { ...state, refusal: null, work: { ticket, purpose, stage: null, fraction: 0 } };
    }
    case 'progress': {
      if (state.work?.ticket !== action.ticket) return state;
      const fraction = Math.max(state.work.fraction, Math.min(1, action.fraction));
      return { ...state, work: { ...state.work, stage: action.stage, fraction } };
    }
    case 'made':
      if (state.work?.ticket !== action.ticket) return state;
      return { ...state, work: null, result: withInsight(action.result, state.result) };
    case 'failed': {
      if (state.work?.ticket !== action.ticket) return state;
      // A cancelled run is what the user wanted: the last picture stays, and there is nothing to tell.
      if (action.refusal.refused === 'cancelled') return { ...state, work: null };
      return { ...state, work: null, result: null, refusal: action.refusal };
    }
    case 'sent':
      return { ...state, placing: true, placed: null, refusal: null };
    case 'tried':
      return { ...state, webgpu: action.verdict };
    case 'stopped':
      return { ...state, work: null, placing: false };
    case 'chose':
      return { ...state, settings: { ...state.settings, ...action.change }, placed: null };
    case 'viewed':
      return { ...state, view: action.view };
    case 'split':
      return { ...state, split: Math.max(0, Math.min(1, action.split)) };
    default:
      return action satisfies never;
  }
}

/** What a new drawing wipes away. */
function fresh(state: State): State {
  return { ...state, refusal: null, placing: false, placed: null };
}

/** Settings as the engine offers them: a model or studio that this build does not have becomes the first one. */
function fitted(settings: Settings, engine: EngineState): Settings {
  if (engine.phase !== 'ready') return settings;
  const { models, studios } = engine.offer;
  return { ...settings, model: offered(models, settings.model), studio: offered(studios, settings.studio) };
}

function offered(list: { id: string }[], wanted: string): string {
  return list.some(({ id }) => id === wanted) ? wanted : (list[0]?.id ?? wanted);
}

/** The run for Place does not ask again what the model saw; what the preview showed of the same drawing still holds. */
function withInsight(result: Result, before: Result | null): Result {
  if (result.made.insight || before?.drawing !== result.drawing) return result;
  return { ...result, made: { ...result.made, insight: before.made.insight } };
}

// What happened in, what the panel shows out: one pure reducer for both windows. Effects: session/.
import { PLAIN, type Settings } from '../core/sketch.ts';
import type { Action } from './action.ts';
import { shownOf } from './shown.ts';
import { START } from './start.ts';
import type { ShownDrawing, EngineState, State } from './state.ts';
import { WHOLE_VIEW } from './zoom.ts';
import { changed, NO_STEPS, stepped } from './steps.ts';

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'opened': {
      const own = fitted(action.settings ?? state.own, state.engine);
      const prefs = action.prefs ?? { ...START.prefs, welcomed: false };
      return { ...state, mode: action.mode, editor: action.editor, own, settings: own, prefs };
    }
    case 'sketch':
      return drawn(state, action);
    case 'refused': {
      const same = state.drawing?.job === action.job;
      // Figma did not take this one picture: it stays in the panel, and Place may be tried again.
      if (state.placing && same) return { ...state, placing: false, refusal: action.refusal };
      // An edit left nothing to realize, for a moment perhaps: the picture stays and is dimmed, as it shows
      // what was there.
      if (same && state.drawing && shownOf(state))
        return { ...fresh(state), drawing: { ...state.drawing }, refusal: action.refusal, work: null };
      return {
        ...emptied(fresh(state)),
        drawing: null,
        work: null,
        refusal: action.refusal,
        covered: action.refusal.refused === 'drawing-hidden',
      };
    }
    case 'placed':
      return {
        ...state,
        placing: false,
        placed: action.name,
        covered: state.covered || action.hides === true,
      };
    case 'done':
      return { ...state, placing: false };
    case 'palette':
      return { ...state, palette: action.colours };
    case 'lights':
      return { ...state, lights: action.lights };
    case 'told':
      return { ...state, told: action.text };
    case 'loading':
      return { ...state, engine: { phase: 'loading', what: action.what } };
    case 'loaded': {
      const engine: EngineState = { phase: 'ready', offer: action.offer };
      return {
        ...state,
        engine,
        settings: fitted(state.settings, engine),
        own: fitted(state.own, engine),
      };
    }
    case 'broken':
      return { ...state, engine: { phase: 'broken', refusal: action.refusal } };
    case 'started': {
      const { ticket, purpose } = action;
      // A live preview that failed may fail again; the sentence would flicker if each try took it away.
      const refusal = purpose === 'place' || purpose === 'export' ? null : state.refusal;
      return { ...state, refusal, work: { ticket, purpose, stage: null, fraction: 0 } };
    }
    case 'progress': {
      if (state.work?.ticket !== action.ticket) return state;
      const fraction = Math.max(state.work.fraction, Math.min(1, action.fraction));
      return { ...state, work: { ...state.work, stage: action.stage, fraction } };
    }
    case 'drafted': {
      if (state.work?.ticket !== action.ticket) return state;
      const { draft } = action;
      const parts = draft.made.parts && { seen: draft.made.parts, box: draft.made.shown.box };
      return { ...found(state, parts, draft.made.insight), refusal: null, work: null, draft };
    }
    case 'made': {
      if (state.work?.ticket !== action.ticket) return state;
      const { result } = action;
      const parts = result.made.parts && { seen: result.made.parts, box: result.made.picture.box };
      const swatches = result.made.swatches ?? state.swatches;
      const seen = found(state, parts, result.made.insight);
      return { ...seen, swatches, refusal: null, work: null, draft: null, result };
    }
    case 'failed': {
      if (state.work?.ticket !== action.ticket) return state;
      // A cancelled run is what the user wanted: the last picture stays, and there is nothing to tell.
      if (action.refusal.refused === 'cancelled') return { ...state, work: null };
      return { ...state, work: null, refusal: action.refusal };
    }
    case 'sent':
      return { ...state, placing: true, placed: null, told: null, refusal: null };
    case 'saved':
      return { ...state, placed: null, told: action.text };
    case 'tried':
      return { ...state, webgpu: action.verdict };
    case 'stopped':
      return { ...state, work: null, placing: false };
    case 'chose': {
      const steps = changed(state.steps, state.settings, action.joins === true);
      return { ...chosen(state, action.change), steps };
    }
    case 'stepped': {
      const found = stepped(state.steps, state.settings, action.way);
      return found ? { ...chosen(state, found.settings), steps: found.steps } : state;
    }
    case 'preferred':
      return { ...state, prefs: { ...state.prefs, ...action.change } };
    case 'tabbed':
      return { ...state, tab: action.tab };
    case 'viewed':
      return { ...state, view: action.view, pointed: null };
    case 'split':
      return { ...state, split: Math.max(0, Math.min(1, action.split)) };
    case 'pointed':
      return { ...state, pointed: action.key };
    case 'selected':
      return { ...state, selected: action.keys };
    case 'zoomed':
      return { ...state, zoom: action.zoom };
    case 'helped':
      return { ...state, help: action.open };
    case 'dismissed': {
      const id = state.drawing?.sketch.id;
      if (id === undefined) return state;
      const closed = [...(state.dismissed[id] ?? []), action.advice];
      return { ...state, dismissed: { ...state.dismissed, [id]: closed } };
    }
    default:
      return action satisfies never;
  }
}

/** Parts and paper are a drawing's own; all else holds for the next drawing, too. */
function chosen(state: State, change: Partial<Settings>): State {
  const { parts: _parts, photo: _photo, ...mine } = change;
  const settings = { ...state.settings, ...change };
  return { ...state, settings, own: { ...state.own, ...mine }, placed: null, told: null };
}

/** A drawing came, or came again after an edit. What is kept with it wins over what the user chose elsewhere;
 * while it is edited, what she has just chosen here is newer than what was kept. */
function drawn(state: State, { job, index, total, sketch, look, cannot }: Sketched): State {
  const drawing: ShownDrawing = { job, index, total, sketch, ...(cannot && { cannot }) };
  const again = state.drawing?.sketch.id === sketch.id && state.drawing.index === index;
  if (again) {
    // What the generator saw before holds until it has seen the edit, where it is looked at; elsewhere it is
    // asked anew.
    const inside = state.view === 'lines' || state.view === 'form';
    const insight = inside ? state.insight : null;
    return { ...state, placed: null, told: null, covered: false, drawing, insight };
  }
  const start = state.mode === 'panel' ? { ...state.own, parts: PLAIN.parts, photo: PLAIN.photo } : state.own;
  const settings = fitted({ ...start, ...look }, state.engine);
  return { ...emptied(fresh(state)), drawing, settings, steps: NO_STEPS, work: null };
}

type Sketched = Extract<Action, { type: 'sketch' }>;

function fresh(state: State): State {
  return { ...state, refusal: null, placing: false, covered: false, placed: null, told: null };
}

function emptied(state: State): State {
  return {
    ...state,
    result: null,
    draft: null,
    parts: null,
    insight: null,
    pointed: null,
    selected: [],
    zoom: WHOLE_VIEW,
  };
}

/** A run tells of parts and insight only when it was asked to; until then the ones before hold. */
function found(state: State, parts: State['parts'], insight: State['insight']): State {
  return { ...state, parts: parts ?? state.parts, insight: insight ?? state.insight };
}

/** Settings as the engine offers them: a model or studio that it does not have becomes the first one. */
function fitted(settings: Settings, engine: EngineState): Settings {
  if (engine.phase !== 'ready') return settings;
  const { models, studios } = engine.offer;
  return { ...settings, model: offered(models, settings.model), studio: offered(studios, settings.studio) };
}

function offered(list: { id: string }[], wanted: string): string {
  return list.some(({ id }) => id === wanted) ? wanted : (list[0]?.id ?? wanted);
}

// Messages of the plugin and wishes of the user in, state out: what is run, and what is answered. No DOM.
//
//   once:   sketch ─▶ realize ─▶ place ─▶ placed ─▶ the next sketch … ─▶ done (the plugin closes the window)
//   panel:  sketch, edit, choice ─▶ draft, then a preview (live-preview.ts)
//           Place ─▶ realize at full size, if need be ─▶ place ─▶ placed
import type { OwnLight } from '../../core/lamp-tune.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import type { AdviceId } from '../../words.ts';
import type { Loading } from '../engine/assets.ts';
import type { Supervisor } from '../engine/supervisor.ts';
import { createAutosave } from './autosave.ts';
import { createLive, type Later } from './live-preview.ts';
import { isOwed } from '../ready.ts';
import { shownOf } from '../shown.ts';
import type { State, Tab, PreviewView } from '../state.ts';
import { createChoosing, type Choosing } from './choose.ts';
import { createExporting, type Exporting, type ExportParts } from './export.ts';
import { createHearing, type Hearing } from './hear.ts';
import { createPlacing, type Placing, type PlacingParts } from './place.ts';
import { createRunner, type RunnerParts } from './run.ts';
import { WHOLE_VIEW, type Zoom } from '../zoom.ts';
import { createStore } from './store.ts';

export interface Session extends Choosing, Exporting, Pick<Hearing, 'hear'>, Pick<Placing, 'place'> {
  /** Tells the plugin that the panel listens, and starts the engine without waiting for anything to draw. */
  begin: () => void;
  loading: (what: Loading) => void;
  /** Many drawings are being realized: this one has to wait. */
  isPaused: () => boolean;
  /** The engine is free again. */
  resume: () => void;
  /** There are other generators to choose from now: what runs is begun again. `model`: the one to use, null:
   * as it was. */
  reopen: (model: string | null) => void;
  /** The Cancel button: stops what runs; with nothing running it closes the window. */
  cancel: () => void;
  /**
   * Esc: stops what was asked for, else leaves what is open; with nothing left to leave it closes the window.
   */
  escape: () => void;
  tab: (tab: Tab) => void;
  view: (view: PreviewView) => void;
  /**
   * Of several drawings that are selected, the one before (-1) or after (1) the one that is seen; none at the
   * ends.
   */
  turn: (way: 1 | -1) => void;
  /** Writes what was chosen and not written yet. */
  flush: () => void;
  split: (split: number) => void;
  point: (key: string | null) => void;
  /** Parts by their keys; none: as at first. */
  select: (keys: readonly string[]) => void;
  /** A part alone, or, with `more`, it too, or not any more; null: beside all parts. */
  pick: (key: string | null, more: boolean) => void;
  zoom: (zoom: Zoom) => void;
  /** Lights of this file: which there are, one more or another in its place, one less. */
  lights: { ask: () => void; keep: (light: OwnLight) => void; forget: (id: string) => void };
  /** What was hidden behind its picture. */
  showDrawing: () => void;
  /** The list of keys. */
  help: (open: boolean) => void;
  /** This advice is not given again for the drawing at hand while the panel is open. */
  dismiss: (advice: AdviceId) => void;
}

interface SessionParts
  extends
    Pick<RunnerParts, 'rival' | 'paused'>,
    Pick<ExportParts, 'save' | 'copy'>,
    Pick<PlacingParts, 'thumb'> {
  engine: Supervisor;
  post: (message: UiToPlugin) => void;
  changed: (state: State) => void;
  later: Later;
}

export function createSession(surroundings: SessionParts): Session {
  const { engine, post, changed, rival, thumb, paused, save, copy, later } = surroundings;
  const store = createStore(changed);
  const { dispatch } = store;
  const autosave = createAutosave(() => store.state, post, later);

  async function ended(...run: Parameters<Placing['answer']>): Promise<void> {
    await placing.answer(...run);
    hearing.release();
  }
  const { start, run, make } = createRunner({ store, engine, rival, paused, ended });
  const live = createLive(
    {
      draft: (parts) => run('draft', parts),
      full: () => void run('preview', true),
      isFirst: () => shownOf(store.state) === null,
    },
    later,
  );
  const placing = createPlacing({ store, post, autosave, run, stopPreviews: live.stop, thumb, paused });
  const choosing = createChoosing({ store, post, autosave, live, later });
  const hearing = createHearing({
    store,
    post,
    later,
    autosave,
    live,
    realize: () => void run('place', false),
    welcomed: () => choosing.prefer({ welcomed: true }),
    cancelRun: engine.cancel,
  });

  function cancel(): void {
    const { work, drawing, mode } = store.state;
    live.stop();
    engine.cancel();
    dispatch({ type: 'stopped' });
    autosave.flush();
    if (mode === 'once')
      post(drawing ? { type: 'cancel', job: drawing.job } : { type: 'close' }); // no sketch: no job
    else if (!work) post({ type: 'close' });
    else hearing.release();
  }

  const exporting = createExporting({ store, make, post, save, copy, stopPreviews: live.stop, paused });

  return {
    ...choosing,
    ...exporting,
    hear: hearing.hear,
    place: placing.place,
    begin() {
      hearing.greet();
      void start();
    },
    loading(what) {
      // A worker that comes back from a rest or a crash is no news: its offer is known, the picture stays.
      if (store.state.engine.phase !== 'ready') dispatch({ type: 'loading', what });
    },
    isPaused: paused,
    resume: hearing.catchUp,
    reopen(model) {
      live.stop();
      engine.cancel();
      engine.rest();
      dispatch({ type: 'stopped' });
      if (model !== null) choosing.choose({ model });
      void start();
      if (store.state.drawing) live.touch(true);
    },
    cancel,
    escape() {
      const { work, selected, zoom } = store.state;
      if (!isOwed(work) && selected.length > 0) return dispatch({ type: 'selected', keys: [] });
      if (!isOwed(work) && zoom.scale > 1) return dispatch({ type: 'zoomed', zoom: WHOLE_VIEW });
      cancel();
    },
    tab: (tab) => dispatch({ type: 'tabbed', tab }),
    flush: autosave.flush,
    turn(way) {
      const { drawing, mode, placing, work } = store.state;
      const index = drawing && drawing.index + way;
      if (mode !== 'panel' || index === null || index < 0 || index >= drawing!.total) return;
      if (placing || isOwed(work) || paused()) return;
      autosave.flush();
      post({ type: 'turn-to', job: drawing!.job, index });
    },
    view(view) {
      dispatch({ type: 'viewed', view });
      const inside = view === 'lines' || view === 'form';
      const { insight, swatches, work } = store.state;
      if (!shownOf(store.state)) return;
      if (inside && !insight) live.touch(true);
      // A sharp picture brings them; where something runs already, the next one does.
      if (view === 'parts' && !swatches && !work) void run('preview', true);
    },
    split: (split) => dispatch({ type: 'split', split }),
    point: (key) => store.state.pointed !== key && dispatch({ type: 'pointed', key }),
    select: (keys) => dispatch({ type: 'selected', keys }),
    pick(key, more) {
      const { selected } = store.state;
      const others = selected.filter((other) => other !== key);
      if (key === null) return more ? undefined : dispatch({ type: 'selected', keys: [] });
      const toggled = others.length < selected.length ? others : [...selected, key];
      dispatch({ type: 'selected', keys: more ? toggled : [key] });
    },
    zoom: (zoom) => dispatch({ type: 'zoomed', zoom }),
    lights: {
      ask: () => post({ type: 'ask-lights' }),
      keep: (light) => post({ type: 'keep-light', light }),
      forget: (id) => post({ type: 'forget-light', id }),
    },
    showDrawing: () => post({ type: 'show-drawing' }),
    help: (open) => dispatch({ type: 'helped', open }),
    dismiss: (advice) => dispatch({ type: 'dismissed', advice }),
  };
}

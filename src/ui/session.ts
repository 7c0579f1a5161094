// Messages of the plugin and wishes of the user in, state out: decides what is run and what is answered. No DOM.
//
//   once:   sketch ─▶ realize ─▶ place ─▶ placed ─▶ the next sketch … ─▶ done (the plugin closes the window)
//   panel:  sketch ─▶ realize small, show ─▶ (Place) realize at full size ─▶ place ─▶ placed
import { isRefusal } from '../core/sketch.ts';
import type { Refusal, Settings, Size } from '../core/sketch.ts';
import type { PluginToUi, UiToPlugin } from '../protocol.ts';
import { PANEL } from '../words.ts';
import type { Loading } from './engine/assets.ts';
import type { Connection } from './engine/connection.ts';
import type { Engine } from './engine/engine.ts';
import { reduce } from './reduce.ts';
import { START, placeable, tookMs } from './state.ts';
import type { Action, Drawing, Purpose, Result, State, View } from './state.ts';

/** The preview's longest side: twice what the panel shows, so that it is sharp on a dense screen. */
export const PREVIEW_SIZE: Size = 512;

export interface Session {
  /** Tells the plugin that the panel listens, and starts the engine without waiting for anything to draw. */
  begin: () => void;
  /** From the plugin, after the door. */
  hear: (message: PluginToUi) => void;
  loading: (what: Loading) => void;
  choose: (change: Partial<Settings>) => void;
  place: () => void;
  /** Esc and the Cancel button: stops what runs; with nothing running it closes the window. */
  cancel: () => void;
  view: (view: View) => void;
  split: (split: number) => void;
}

interface Surroundings {
  engine: Engine;
  post: (message: UiToPlugin) => void;
  changed: (state: State) => void;
  /** Whether another runtime does what this picture took, and does it better; see engine/webgpu.ts. */
  rival: (result: Result, fell: () => void) => Promise<Connection | string>;
}

export function createSession({ engine, post, changed, rival }: Surroundings): Session {
  let state = START;
  let tickets = 0;
  let rivalTried = false;
  /** A selection that changed while a picture was on its way to the canvas. */
  let held: PluginToUi | null = null;

  function dispatch(action: Action): void {
    state = reduce(state, action);
    changed(state);
  }

  async function start(): Promise<Refusal | null> {
    const offer = await engine.start();
    if (isRefusal(offer)) dispatch({ type: 'broken', refusal: offer });
    else if (state.engine.phase !== 'ready') dispatch({ type: 'loaded', offer });
    return isRefusal(offer) ? offer : null;
  }

  async function attempt(drawing: Drawing, purpose: Purpose, ticket: number): Promise<Result | Refusal> {
    const broken = await start();
    if (broken) return broken;
    const small = purpose === 'preview' && { size: PREVIEW_SIZE };
    const settings = { ...state.settings, ...small };
    const made = await engine.realize({
      sketch: drawing.sketch,
      settings,
      insight: purpose === 'preview',
      parts: false,
      progress: (stage, fraction) => dispatch({ type: 'progress', ticket, stage, fraction }),
    });
    // A worker that was replaced meanwhile has told of its loading, and not yet that it is there.
    if (state.engine.phase !== 'ready') await start();
    return isRefusal(made) ? made : { made, drawing, settings };
  }

  async function run(purpose: Purpose): Promise<void> {
    const drawing = state.drawing;
    if (!drawing) return;
    const ticket = ++tickets;
    dispatch({ type: 'started', ticket, purpose });
    const answer = await attempt(drawing, purpose, ticket);
    if (state.work?.ticket !== ticket) return; // cancelled or overtaken: somebody else answers for it
    if (isRefusal(answer)) {
      dispatch({ type: 'failed', ticket, refusal: answer });
      if (state.mode === 'once')
        post({ type: 'refused', job: drawing.job, index: drawing.index, refusal: answer });
    } else {
      dispatch({ type: 'made', ticket, result: answer });
      if (purpose === 'place') send(answer);
      else if (!rivalTried) void tryRival(answer);
    }
    release();
  }

  /** After the first picture of a panel that stays; a single click would wait longer than it wins. */
  async function tryRival(result: Result): Promise<void> {
    rivalTried = true;
    const verdict = await engine.adopt((fell) => rival(result, fell));
    dispatch({ type: 'tried', verdict: verdict ?? PANEL.webgpu });
  }

  function send({ made, drawing, settings }: Result): void {
    const { png, width, height, box, notes } = made.picture;
    const ms = Math.round(tookMs(made));
    post({
      type: 'place',
      job: drawing.job,
      index: drawing.index,
      picture: { png, width, height, box, notes },
      made: { from: drawing.sketch.id, settings, runtime: made.runtime, ms },
    });
    dispatch({ type: 'sent' });
  }

  function release(): void {
    const message = held;
    held = null;
    if (message) hear(message);
  }

  function hear(message: PluginToUi): void {
    const selection = message.type === 'sketch' || message.type === 'refused';
    if (selection && state.mode === 'panel' && state.work?.purpose === 'place') {
      held = message;
      return;
    }
    dispatch(message);
    if (message.type === 'opened' && message.mode === 'panel') post({ type: 'ask', job: 0 });
    if (message.type === 'sketch') void run(state.mode === 'once' ? 'place' : 'preview');
    if (message.type === 'refused') engine.cancel();
  }

  return {
    begin() {
      post({ type: 'ready' });
      void start();
    },
    hear,
    loading: (what) => dispatch({ type: 'loading', what }),
    choose(change) {
      dispatch({ type: 'chose', change });
      post({ type: 'settings', settings: state.settings });
      const seen = Object.keys(change).some((name) => name !== 'size');
      if (seen && state.work?.purpose !== 'place') void run('preview');
    },
    place() {
      if (!placeable(state)) return;
      const { result, settings } = state;
      if (result && sameSettings(result.settings, settings)) send(result);
      else void run('place');
    },
    cancel() {
      const { work, drawing, mode } = state;
      engine.cancel();
      dispatch({ type: 'stopped' });
      if (mode === 'once')
        post(drawing ? { type: 'cancel', job: drawing.job } : { type: 'close' }); // no sketch yet: no job to name
      else if (!work) post({ type: 'close' });
      else release();
    },
    view: (view) => dispatch({ type: 'viewed', view }),
    split: (split) => dispatch({ type: 'split', split }),
  };
}

function sameSettings(a: Settings, b: Settings): boolean {
  return (['model', 'studio', 'size', 'seed', 'shadow'] as const).every((name) => a[name] === b[name]);
}

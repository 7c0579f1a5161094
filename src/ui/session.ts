// Messages of the plugin and wishes of the user in, state out: decides what is run and what is answered. No DOM.
//
//   once:   sketch ─▶ realize ─▶ place ─▶ placed ─▶ the next sketch … ─▶ done (the plugin closes the window)
//   panel:  sketch, edit, choice ─▶ draft, then a preview (live.ts) ─▶ (Place) realize at full size, if need be ─▶ place ─▶ placed
import { isRefusal } from '../core/sketch.ts';
import type { PartChoice, Refusal, Settings, Size, Stage } from '../core/sketch.ts';
import type { Prefs, UiToPlugin } from '../protocol.ts';
import { PANEL, WEBGPU } from '../words.ts';
import type { ForSession } from './dispatcher.ts';
import type { Loading } from './engine/assets.ts';
import type { Connection, Drafted, Made } from './engine/connection.ts';
import type { Engine } from './engine/engine.ts';
import { createKeep } from './keep.ts';
import { createLive, type Later } from './live.ts';
import { reduce } from './reduce.ts';
import { START, placeable, shownOf, tookMs } from './state.ts';
import type { Action, Draft, Drawing, Purpose, Result, State, Tab, View } from './state.ts';

/** The sharp preview's longest side at most: what is shown of more would not be seen, and it is made anew after each edit. */
export const PREVIEW_SIZE: Size = 1024;

/** A window that the plugin does not answer would stay empty: it says that it is there once more, so many times, ms apart. */
const HELLOS = 5;
const UNHEARD_MS = 4000;

export interface Session {
  /** Tells the plugin that the panel listens, and starts the engine without waiting for anything to draw. */
  begin: () => void;
  /** From the plugin, after door and dispatcher. */
  hear: (message: ForSession) => void;
  loading: (what: Loading) => void;
  choose: (change: Partial<Settings>) => void;
  /** For one part; null: as drawn. */
  wear: (key: string, change: PartChoice | null) => void;
  prefer: (change: Partial<Prefs>) => void;
  /** The window's size while it is dragged, in px. */
  resize: (width: number, height: number) => void;
  place: () => void;
  /** Many drawings are being realized: this one has to wait. */
  isPaused: () => boolean;
  /** The engine is free again. */
  resume: () => void;
  /** The generators to choose from are others now: what runs is begun again with them. `model`: the one to use, null: as it was. */
  reopen: (model: string | null) => void;
  /** Esc and the Cancel button: stops what runs; with nothing running it closes the window. */
  cancel: () => void;
  tab: (tab: Tab) => void;
  view: (view: View) => void;
  split: (split: number) => void;
  point: (key: string | null) => void;
  select: (key: string | null) => void;
}

interface Surroundings {
  engine: Engine;
  post: (message: UiToPlugin) => void;
  changed: (state: State) => void;
  /** Whether another runtime does what this picture took, and does it better; see engine/webgpu.ts. */
  rival: (result: Result, fell: () => void) => Promise<Connection | string>;
  /** A small JPEG of a PNG, for the history; null where none can be made. */
  thumb: (png: Uint8Array) => Promise<Uint8Array | null>;
  /** Many drawings are being realized one after another: the engine is theirs. */
  paused: () => boolean;
  later: Later;
}

export function createSession(surroundings: Surroundings): Session {
  const { engine, post, changed, rival, thumb, paused, later } = surroundings;
  let state = START;
  let tickets = 0;
  let rivalTried = false;
  /** A selection that changed while a picture was on its way to the canvas. */
  let held: ForSession | null = null;
  const keep = createKeep(() => state, post, later);
  const live = createLive(
    {
      draft: (parts) => run('draft', parts),
      full: () => void run('preview', true),
      isFirst: () => shownOf(state) === null,
    },
    later,
  );

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

  async function attempt(
    drawing: Drawing,
    purpose: Purpose,
    parts: boolean,
    ticket: number,
  ): Promise<Result | Draft | Refusal> {
    const broken = await start();
    if (broken) return broken;
    const settings = purpose === 'place' ? state.settings : seenWith(state.settings);
    const looksInside = state.view === 'lines' || state.view === 'form';
    const wish = {
      sketch: drawing.sketch,
      settings,
      insight: purpose !== 'place' && looksInside,
      parts: purpose !== 'place' && parts,
      progress: (stage: Stage, fraction: number) => progressed(ticket, stage, fraction),
    };
    const made: Made | Drafted | Refusal = await (purpose === 'draft'
      ? engine.draft(wish)
      : engine.realize(wish));
    if (isRefusal(made)) return made;
    return 'shown' in made ? { made, drawing, settings } : { made, drawing, settings };
  }

  /** Of a draft nobody waits for while something is shown; telling of it would draw the panel six times. */
  function progressed(ticket: number, stage: Stage, fraction: number): void {
    if (state.work?.purpose !== 'draft' || !shownOf(state))
      dispatch({ type: 'progress', ticket, stage, fraction });
  }

  /** Ends with whether it was done. */
  async function run(purpose: Purpose, parts: boolean): Promise<boolean> {
    const drawing = state.drawing;
    if (!drawing || paused()) return false;
    const ticket = ++tickets;
    dispatch({ type: 'started', ticket, purpose });
    const answer = await attempt(drawing, purpose, parts, ticket);
    if (state.work?.ticket !== ticket) return false; // cancelled or overtaken: somebody else answers for it
    if (isRefusal(answer)) {
      dispatch({ type: 'failed', ticket, refusal: answer });
      if (state.mode === 'once')
        post({ type: 'refused', job: drawing.job, index: drawing.index, refusal: answer });
    } else if (isDraft(answer)) dispatch({ type: 'drafted', ticket, draft: answer });
    else {
      dispatch({ type: 'made', ticket, result: answer });
      if (purpose === 'place') await send(answer);
      else if (!rivalTried) void tryRival(answer);
    }
    if (purpose === 'place') release();
    return !isRefusal(answer);
  }

  /** After the first picture of a panel that stays; a single click would wait longer than it wins. */
  async function tryRival(result: Result): Promise<void> {
    rivalTried = true;
    const verdict = await engine.adopt(
      (fell) => rival(result, fell),
      () => dispatch({ type: 'tried', verdict: WEBGPU.lost }),
    );
    dispatch({ type: 'tried', verdict: verdict ?? PANEL.webgpu });
  }

  async function send({ made, drawing, settings }: Result): Promise<void> {
    dispatch({ type: 'sent' });
    keep.flush();
    const { ms: _ms, ...picture } = made.picture;
    const small = await thumb(picture.png);
    const { where, again } = state.prefs;
    post({
      type: 'place',
      job: drawing.job,
      index: drawing.index,
      picture,
      made: { from: drawing.sketch.id, settings, runtime: made.runtime, ms: Math.round(tookMs(made)) },
      ...(state.mode === 'panel' ? { how: { where, again } } : {}),
      ...(small ? { thumb: small } : {}),
    });
  }

  /** After Place: what was held back meanwhile, or what was chosen meanwhile. */
  function release(): void {
    const message = held;
    held = null;
    if (message) hear(message);
    else catchUp();
  }

  /** Shows what was chosen while nothing could be shown. */
  function catchUp(): void {
    const shown = shownOf(state);
    if (state.mode !== 'panel' || !shown || state.work) return;
    if (!same(seenWith(shown.settings), seenWith(state.settings))) live.touch(true);
  }

  function hear(message: ForSession): void {
    const selection = message.type === 'sketch' || message.type === 'refused';
    const isPlacing = state.mode === 'panel' && state.work?.purpose === 'place';
    // Before it is told which window it is, it does not know what a drawing is for.
    if (selection && (state.mode === null || isPlacing)) {
      held = message;
      return;
    }
    const before = state.drawing;
    if (selection && message.type === 'sketch' && message.sketch.id !== before?.sketch.id) keep.flush();
    dispatch(message);
    if (message.type === 'opened' && message.mode === 'panel') {
      post({ type: 'ask', job: 0 });
      post({ type: 'ask-palette' });
    }
    if (message.type === 'opened' && held) release();
    if (message.type === 'refused') {
      live.stop();
      engine.cancel();
    }
    if (message.type !== 'sketch') return;
    if (state.mode === 'once') return void run('place', false);
    if (!state.prefs.welcomed) prefer({ welcomed: true });
    if (before?.sketch.id !== message.sketch.id) live.stop(); // its draft would only be waited for
    live.touch(true);
  }

  function choose(change: Partial<Settings>): void {
    dispatch({ type: 'chose', change });
    keep.look();
    const names = Object.keys(change);
    const seen = names.some((name) => name !== 'size' && name !== 'shadowApart');
    // The light moves nothing: which part is where need not be told again.
    if (seen && state.drawing && state.work?.purpose !== 'place')
      live.touch(names.some((name) => name !== 'light'));
  }

  function prefer(change: Partial<Prefs>): void {
    dispatch({ type: 'preferred', change });
    keep.prefs();
    keep.flush();
  }

  return {
    begin() {
      const ready = (times: number): void => {
        if (state.mode !== null) return;
        post({ type: 'ready' });
        if (times > 1) later(UNHEARD_MS, () => ready(times - 1));
      };
      ready(HELLOS);
      void start();
    },
    hear,
    loading(what) {
      // A worker that comes back from a rest or a crash is no news: what it offers is known, and the picture stays.
      if (state.engine.phase !== 'ready') dispatch({ type: 'loading', what });
    },
    choose,
    wear(key, change) {
      const { [key]: before, ...others } = state.settings.parts;
      choose({ parts: change ? { ...others, [key]: { ...before, ...change } } : others });
    },
    prefer,
    resize(width, height) {
      post({ type: 'resize', width, height });
      dispatch({ type: 'preferred', change: { width, height } });
      keep.prefs();
    },
    place() {
      if (!placeable(state) || paused()) return;
      live.stop();
      const { result, drawing, draft, settings } = state;
      const job = drawing?.job ?? 0;
      post({ type: 'coming', job, coming: true });
      if (result && !draft && result.drawing === drawing && same(result.settings, settings))
        void send(result);
      else
        void run('place', false).then((done) => {
          if (!done) post({ type: 'coming', job, coming: false });
        });
    },
    isPaused: paused,
    resume: catchUp,
    reopen(model) {
      live.stop();
      engine.cancel();
      engine.rest();
      dispatch({ type: 'stopped' });
      if (model !== null) choose({ model });
      void start();
      if (state.drawing) live.touch(true);
    },
    cancel() {
      const { work, drawing, mode } = state;
      live.stop();
      engine.cancel();
      dispatch({ type: 'stopped' });
      keep.flush();
      if (mode === 'once')
        post(drawing ? { type: 'cancel', job: drawing.job } : { type: 'close' }); // no sketch yet: no job to name
      else if (!work) post({ type: 'close' });
      else release();
    },
    tab: (tab) => dispatch({ type: 'tabbed', tab }),
    view(view) {
      dispatch({ type: 'viewed', view });
      const inside = view === 'lines' || view === 'form';
      if (inside && !state.insight && shownOf(state)) live.touch(true);
    },
    split: (split) => dispatch({ type: 'split', split }),
    point: (key) => state.pointed !== key && dispatch({ type: 'pointed', key }),
    select: (key) => dispatch({ type: 'selected', key }),
  };
}

function isDraft(answer: Result | Draft): answer is Draft {
  return 'shown' in answer.made;
}

/** The preview shows the shadow where it will lie; that it is a layer of its own is nothing to see. */
function seenWith(settings: Settings): Settings {
  const size = settings.size < PREVIEW_SIZE ? settings.size : PREVIEW_SIZE;
  return { ...settings, size, shadowApart: false };
}

function same(a: Settings, b: Settings): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(settings: Settings): unknown[] {
  const { parts, ...rest } = settings;
  const entries = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return [entries(rest), entries(parts)];
}

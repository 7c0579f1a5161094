// The frame's messages in, the drawn panel and messages to the plugin out: the panel's entry.
// The only file that talks to the frame around it; wires door, dispatcher, stores, engine and view together.
import '@create-figma-plugin/ui/css/base.css';
import { render } from 'preact';
import type { UiToPlugin } from '../protocol/plugin.ts';
import type { Current } from './current.ts';
import { createDispatcher } from './dispatcher.ts';
import { openPluginDoor } from './door.ts';
import { createSupervisor } from './engine/supervisor.ts';
import { createIdle } from './engine/idle.ts';
import { createOpener, openTrial } from './engine/open-worker.ts';
import { createPool, poolSize } from './engine/pool.ts';
import { elementText } from './engine/packed.ts';
import { tryWebGpu } from './engine/webgpu.ts';
import { pixelsOf } from './explore/decode.ts';
import { createExplore } from './explore/explore.ts';
import { createHistory } from './history/history.ts';
import { thumbOf } from './history/thumb.ts';
import { listenToKeys } from './keyboard.ts';
import { readLamps } from './lamps.ts';
import { readMaterialNames } from './material-search.ts';
import { createMany } from './many/many.ts';
import { listenToDrops } from './models/drop.ts';
import { createModels } from './models/models.ts';
import { gunzip, gzip } from './models/gzip.ts';
import { Once } from './Once.tsx';
import { Panel } from './Panel.tsx';
import { newId } from './named.ts';
import { createPresets } from './presets/presets.ts';
import { createSession } from './session/session.ts';
import { copyPicture } from './copy-file.ts';
import { saveFile } from './save-file.ts';
import { mark } from '../spans.ts';
import { START } from './start.ts';
import './style.css';

const later = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

// The frame's origin is "null" and Figma's own is not told to it, so there is no narrower target than '*'.
const post = (message: UiToPlugin): void => parent.postMessage({ pluginMessage: message }, '*');

mark('script');

let state = START;
/** Id of the generator that is chosen; empty until the plugin has told what was kept. */
const first = (): string | null => state.settings.model || null;

const own = () => models.handed();
const engine = createSupervisor(
  createOpener({
    tell: (what) => session.loading(what),
    first,
    warmUp: () => !state.drawing,
    own,
    webgl: true,
  }),
);
const pool = createPool(
  createOpener({ tell: () => undefined, first, warmUp: () => false, own, webgl: false }),
  poolSize(navigator.hardwareConcurrency),
);
const idle = createIdle(() => {
  engine.rest();
  pool.rest();
}, later);

const session = createSession({
  engine,
  post,
  changed(next) {
    state = next;
    soon();
  },
  rival: (work, fell) => tryWebGpu(work, own, fell),
  thumb: thumbOf,
  save: saveFile,
  copy: copyPicture,
  paused: () => many.state.running !== null,
  later,
});

function now(): Current {
  const { drawing, settings, parts, result, engine, prefs } = state;
  const offer = engine.phase === 'ready' ? engine.offer : null;
  const { where, again, scale, naming } = prefs;
  const { choose } = session;
  return {
    drawing,
    settings,
    parts: parts?.seen ?? null,
    result,
    offer,
    how: { where, again },
    scale,
    naming,
    choose,
  };
}

const around = { post, changed: soon, now };
const explore = createExplore({
  ...around,
  pool,
  decode: pixelsOf,
  thumb: thumbOf,
  toRealize: () => session.tab('realize'),
});
const history = createHistory({ ...around, clock: Date.now });
const many = createMany({
  ...around,
  changed() {
    if (!many.state.running) session.resume();
    soon();
  },
  flush: () => session.flush(),
  engine,
  thumb: thumbOf,
  save: saveFile,
});

const models = createModels({
  ...around,
  open: openTrial,
  reopen(model) {
    pool.rest();
    session.reopen(model);
  },
  busy: () => many.state.running !== null,
  pack: gzip,
  unpack: gunzip,
});

const presets = createPresets({ ...around, newId });

/** The card stands behind this script in ui.html, so that it is read when first asked for. */
let card: Pick<Parameters<typeof Panel>[0], 'lamps' | 'names'> | null = null;
let due = false;

/** Draws once, whatever has happened in this turn; some of it happens while the panel is being drawn. */
function soon(): void {
  idle.stir();
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    draw();
  });
}

function draw(): void {
  const root = document.getElementById('panel');
  if (!root || !state.mode) return;
  card ??= readCard(JSON.parse(elementText('card-light')));
  const panel = { state, session, ...card, explore, history, many, models, presets };
  render(state.mode === 'once' ? <Once {...{ state, session }} /> : <Panel {...panel} />, root);
}

const readCard = (json: unknown) => ({ lamps: readLamps(json), names: readMaterialNames(json) });

/** Whether a message came from one of the windows that hold this frame; Figma puts several around it. */
function fromAbove(source: MessageEventSource | null): boolean {
  for (let above = window.parent; ; above = above.parent) {
    if (source === above) return above !== window;
    if (above === above.parent) return false;
  }
}

const door = openPluginDoor();
const dispatch = createDispatcher({ session, many, explore, history, models, presets });
window.addEventListener('message', (event: MessageEvent<{ pluginMessage?: unknown } | null>) => {
  if (!fromAbove(event.source)) return;
  const message = door.read(event.data?.pluginMessage);
  if (!message) return;
  mark(`heard ${message.type}`);
  dispatch(message);
});
document.addEventListener('visibilitychange', () => idle.seen(!document.hidden));

listenToKeys({
  session,
  state: () => state,
  many,
  leave: [
    () => models.state.open && (models.show(false), true),
    () => state.tab === 'history' && history.state.pair !== null && (history.uncompare(), true),
  ],
});
listenToDrops(models, () => state.mode === 'panel');
session.begin();

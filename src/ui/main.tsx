// The panel's entry: the only file that talks to the frame around it. Wires door, session, engine and view together.
import '@create-figma-plugin/ui/css/base.css';
import { render } from 'preact';
import type { UiToPlugin } from '../protocol.ts';
import { createPluginDoor } from './door.ts';
import { createEngine } from './engine/engine.ts';
import { createOpener } from './engine/open.ts';
import { tryWebGpu } from './engine/webgpu.ts';
import { listenToKeys } from './keys.ts';
import { Once } from './Once.tsx';
import { Panel } from './Panel.tsx';
import { createSession } from './session.ts';
import type { State } from './state.ts';
import './style.css';

/** Id of the generator that is chosen; empty until the plugin has told what was kept. */
let model = '';
const engine = createEngine(
  createOpener({
    tell: (what) => session.loading(what),
    first: () => model || null,
    warmUp: true,
  }),
);

const session = createSession({
  engine,
  // The frame's origin is "null" and Figma's own is not told to it, so there is no narrower target than '*'.
  post: (message: UiToPlugin) => parent.postMessage({ pluginMessage: message }, '*'),
  changed: show,
  rival: tryWebGpu,
});

function show(state: State): void {
  ({ model } = state.settings);
  const root = document.getElementById('panel');
  if (!root || !state.mode) return;
  render(state.mode === 'once' ? <Once {...{ state, session }} /> : <Panel {...{ state, session }} />, root);
}

/** Whether a message came from one of the windows that hold this frame; Figma puts several around it. */
function fromAbove(source: MessageEventSource | null): boolean {
  for (let above = window.parent; ; above = above.parent) {
    if (source === above) return above !== window;
    if (above === above.parent) return false;
  }
}

const door = createPluginDoor();
window.addEventListener('message', (event: MessageEvent<{ pluginMessage?: unknown } | null>) => {
  if (!fromAbove(event.source)) return;
  const message = door.read(event.data?.pluginMessage);
  if (message) session.hear(message);
});

listenToKeys(session);
session.begin();

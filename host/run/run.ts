// One run of the plugin: code.js in its sandbox from menu click to closePlugin. In:
// session and surroundings. Out: Run.
import type { NotificationOptions } from '@figma/plugin-typings/plugin-api-standalone';
import { openApi } from '../api/api.ts';
import type { View } from './surroundings.ts';
import { Bridge } from './bridge.ts';
import type { Callback } from '../api/refs.ts';
import { Vm } from '../sandbox/vm.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from './session.ts';
import type { ClientStorage } from './storage.ts';
import { Timers } from './timers.ts';
import type { WindowDriver } from './window-driver.ts';
import { PluginWindow } from './window.ts';
import { announceChanges } from './announce-changes.ts';

export interface Start {
  session: Session;
  code: string;
  html: string;
  command: string;
  quickjs: Uint8Array;
  storage: ClientStorage;
  view: View;
  ui: WindowDriver;
  notify: (message: string, options: NotificationOptions | undefined) => { cancel: () => void };
  /** Told how to close the run before any of its code runs. */
  begun: (close: () => void) => void;
}

export interface Run {
  /** Resolves when the plugin has closed, with closePlugin's message. */
  readonly closed: Promise<string | undefined>;
  readonly isClosed: boolean;
  /** Uncaught errors of code.js and refused messages. A run without bugs leaves it empty. */
  readonly problems: readonly string[];
  /** What the plugin wrote to its console. */
  readonly log: readonly { level: string; text: string }[];
  /** Addresses that code.js tried to fetch; each was refused. */
  readonly fetched: readonly string[];
  /** The user closes the plugin. */
  close(): void;
}

export async function startRun(start: Start): Promise<Run> {
  const { session } = start;
  const { store } = session;
  const problems: string[] = [];
  const lasting: { cancel: () => void }[] = [];
  const log: { level: string; text: string }[] = [];
  const fetched: string[] = [];
  const listeners = new Map<string, Set<Callback>>();
  const timers = new Timers();
  let isClosed = false;
  let resolveClosed: (message: string | undefined) => void = () => undefined;
  const closed = new Promise<string | undefined>((resolve) => (resolveClosed = resolve));
  const window = new PluginWindow({
    driver: start.ui,
    pluginId: session.manifest.id,
    dismissed: () => close(undefined),
    problem: (text) => problems.push(text),
    before: () => session.before('ui.message'),
  });

  function close(message: string | undefined): void {
    if (isClosed) return;
    // D: developers.figma.com/docs/plugins/api/properties/figma-on, "close":
    // handlers run synchronously, then the end.
    for (const listener of listeners.get('close') ?? []) listener();
    isClosed = true;
    session.running = false;
    stopWatching();
    timers.clear();
    session.nodeListeners.clear();
    for (const notice of lasting) notice.cancel();
    window.close();
    vm.close();
    // D: a run is one step of undo (developers.figma.com/docs/plugins/api/properties/figma-commitundo).
    store.commit();
    if (message !== undefined) start.notify(message, undefined);
    resolveClosed(message);
  }

  const api = openApi(session, {
    command: start.command,
    storage: start.storage,
    view: start.view,
    listeners,
    openWindow: (html, options) => window.open(html, options),
    window,
    closePlugin: close,
    notify(message, options) {
      const shown = start.notify(message, options);
      // D: plugin-api.d.ts, notify: a timeout of Infinity stays "until the plugin is closed".
      if (options?.timeout === Infinity) lasting.push(shown);
      return shown;
    },
  });
  const bridge = new Bridge(session, api);

  const answer = (packet: readonly unknown[]): unknown => {
    const [operation, first, second] = packet;
    if (operation === 'console') return void log.push({ level: String(first), text: String(second) });
    if (operation === 'uncaught') return void problems.push(String(first));
    if (isClosed && (operation === 'setTimeout' || operation === 'setInterval' || operation === 'clearTimer'))
      return 0;
    if (isClosed) throw say.closed();
    if (operation === 'setTimeout' || operation === 'setInterval')
      return timers.set(first as Callback, Number(second), operation === 'setInterval');
    if (operation === 'clearTimer') return timers.stop(Number(first));
    if (operation === 'fetch') {
      fetched.push(String(first));
      // P: networkAccess allowedDomains ["none"] blocks every request.
      return Promise.reject(
        new TypeError(`Failed to fetch ${String(first)}: blocked by networkAccess "none"`),
      );
    }
    return bridge.answer(packet);
  };

  const stopWatching = announceChanges(session, listeners);
  session.styleChanged = () => {
    for (const listener of listeners.get('stylechange') ?? []) listener({ styleChanges: [] });
  };
  store.commit();
  session.running = true;
  start.begun(() => close(undefined));
  const vm = await Vm.open(start.quickjs, {
    shape: bridge.shape,
    html: start.html,
    answer,
    typeOf: (id) => store.find(id)?.type ?? 'REMOVED',
    uncaught: (message) => problems.push(message),
  });
  vm.run(start.code, 'code.js');
  // D: figma.on('run') fires once the code has run, with the command.
  for (const listener of listeners.get('run') ?? [])
    listener({ command: start.command, parameters: undefined });
  return {
    closed,
    get isClosed() {
      return isClosed;
    },
    problems,
    log,
    fetched,
    close: () => close(undefined),
  };
}

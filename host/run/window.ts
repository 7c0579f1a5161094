// The plugin's window seen from the plugin: queues messages until the window has
// loaded, copies them, delivers them later.
// In: a driver that opens real or pretended windows. Out: the calls behind figma.ui.
import type { ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';
import type { UiCalls } from './surroundings.ts';
import { copyMessage } from './message.ts';
import type { Callback } from '../api/refs.ts';
import type { OpenWindow, WindowDriver } from './window-driver.ts';

/** What a plugin's window has to do with. */
interface WindowParts {
  driver: WindowDriver;
  pluginId: string;
  dismissed: () => void;
  /** Messages of the page that were refused, for tests and the playground's console. */
  problem: (message: string) => void;
  /** Called before the plugin hears a message. */
  before: () => void | Promise<void>;
}

export class PluginWindow implements UiCalls {
  #open: OpenWindow | undefined;
  #loaded = false;
  #queue: unknown[] = [];
  readonly #listeners = new Set<Callback>();
  #onMessage: Callback | undefined;
  readonly #to: WindowParts;

  constructor(to: WindowParts) {
    this.#to = to;
  }

  /** D: "If the iframe UI is already showing …, the previous UI will be closed" (plugin-api.d.ts, showUI). */
  open(html: string, options: ShowUIOptions): void {
    this.close();
    this.#open = this.#to.driver({
      html,
      options,
      loaded: () => {
        if (this.#loaded) return;
        this.#loaded = true;
        for (const message of this.#queue.splice(0)) this.#send(message);
      },
      deliver: (message) => this.#receive(message),
      dismissed: this.#to.dismissed,
    });
  }

  postMessage(message: unknown): void {
    if (!this.#open) throw new Error('in postMessage: No UI to send a message to'); // wording ?
    const copy = copyMessage(message);
    // D: creating-ui: messages sent before the page has loaded are queued.
    if (this.#loaded) this.#send(copy);
    else this.#queue.push(copy);
  }

  onMessage(callback: Callback | undefined): void {
    this.#onMessage = callback;
  }

  on(event: string, callback: Callback): void {
    if (event !== 'message')
      throw new Error(`in on: Expected event "message", received ${JSON.stringify(event)}`);
    this.#listeners.add(callback);
  }

  once(event: string, callback: Callback): void {
    const once: Callback = (...args) => {
      this.#listeners.delete(once);
      return callback(...args);
    };
    this.on(event, once);
  }

  off(_event: string, callback: Callback): void {
    this.#listeners.delete(callback);
  }

  show(): void {
    this.#open?.show?.(true);
  }

  hide(): void {
    this.#open?.show?.(false);
  }

  /** D: plugin-api.d.ts, UIAPI.resize: at least 70 × 0. */
  resize(width: number, height: number): void {
    if (typeof width !== 'number' || typeof height !== 'number' || !(width >= 0) || !(height >= 0))
      throw new Error(`in resize: Expected width and height in pixels, received ${width} × ${height}`);
    this.#open?.resize?.(Math.max(70, width), height);
  }

  close(): void {
    this.#open?.close();
    this.#open = undefined;
    this.#loaded = false;
    this.#queue = [];
  }

  #send(message: unknown): void {
    const open = this.#open;
    // Never in the same turn: the plugin's code runs on before the page hears anything.
    setTimeout(() => {
      if (this.#open === open) open?.post({ pluginMessage: message, pluginId: this.#to.pluginId });
    });
  }

  #receive(message: unknown): void {
    const open = this.#open;
    let copy: unknown;
    try {
      copy = copyMessage(message);
    } catch (error) {
      this.#to.problem(`the window's message was refused: ${String(error)}`);
      return;
    }
    const tell = (): void => {
      if (this.#open !== open || !open) return;
      // plugin-api.d.ts, OnMessageProperties: the origin of a page given as HTML is "null".
      const about = { origin: 'null' };
      this.#onMessage?.(copy, about);
      for (const listener of this.#listeners) listener(copy, about);
    };
    setTimeout(() => {
      if (this.#open !== open || !open) return;
      const waited = this.#to.before();
      if (waited) void waited.then(tell);
      else tell();
    });
  }
}

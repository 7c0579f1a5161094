// What the API of one run needs of the world around it: the canvas's view,
// the window, the storage, the way out.
import type { NotificationOptions, ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';
import type { Rect } from '../geometry/rect.ts';
import type { Callback } from '../api/refs.ts';
import type { ClientStorage } from './storage.ts';

/** What the API needs of the run around it. */
export interface Surroundings {
  command: string;
  storage: ClientStorage;
  view: View;
  /** Callbacks by event name. */
  listeners: Map<string, Set<Callback>>;
  openWindow(html: string, options: ShowUIOptions): void;
  window: UiCalls;
  closePlugin(message: string | undefined): void;
  notify(message: string, options: NotificationOptions | undefined): { cancel: () => void };
}

/** The canvas: what of the page is seen, in page units. */
export interface View {
  bounds: Rect;
  zoom: number;
  show(box: Rect): void;
}

export interface UiCalls {
  postMessage(message: unknown): void;
  onMessage(callback: Callback | undefined): void;
  on(event: string, callback: Callback): void;
  once(event: string, callback: Callback): void;
  off(event: string, callback: Callback): void;
  show(): void;
  hide(): void;
  resize(width: number, height: number): void;
  close(): void;
}

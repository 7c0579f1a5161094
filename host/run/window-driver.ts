// What opens the plugin's window, really or in pretence: types alone.
import type { ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';

/** What a driver is told when the plugin calls showUI. */
export interface WindowRequest {
  html: string;
  options: ShowUIOptions;
  /** Call once the page listens; messages wait until then. */
  loaded(): void;
  /** A message of the page: what it put under `pluginMessage`. */
  deliver(message: unknown): void;
  /** The user closed the window. */
  dismissed(): void;
}

/** What a driver gives back. */
export interface OpenWindow {
  /** Hands `{ pluginMessage, pluginId }` to the page. */
  post(data: { pluginMessage: unknown; pluginId: string }): void;
  close(): void;
  resize?(width: number, height: number): void;
  show?(visible: boolean): void;
}

export type WindowDriver = (request: WindowRequest) => OpenWindow;

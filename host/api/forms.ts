// Two families of figma's methods: events, and the forms that "dynamic-page"
// refuses. In: surroundings. Out: methods.
import type { Callback } from './refs.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';
import { DOCUMENT_ID } from '../document/record.ts';
import type { Surroundings } from '../run/surroundings.ts';

/** on, once, off of the global. (plugin-api.d.ts, PluginAPI.on) */
export function events(around: Surroundings, session: Session) {
  const KNOWN = ['run', 'selectionchange', 'currentpagechange', 'close', 'documentchange', 'timerstart', 'drop', 'stylechange', 'textreview']; // prettier-ignore
  const on = (event: string, callback: Callback): void => {
    if (!KNOWN.includes(event)) throw say.badArgument('on', 'type', KNOWN.join(' | '), event);
    const pages = session.store.get(DOCUMENT_ID).children;
    // D: plugin-api.d.ts, "documentchange": loadAllPagesAsync first.
    if (event === 'documentchange' && pages.some((page) => !session.loadedPages.has(page)))
      throw new Error(
        'in on: Cannot register a documentchange handler in dynamic-page mode without calling figma.loadAllPagesAsync first',
      );
    const listeners = around.listeners.get(event) ?? new Set();
    around.listeners.set(event, listeners.add(callback));
  };
  return {
    on,
    once(event: string, callback: Callback): void {
      const once: Callback = (...args) => {
        around.listeners.get(event)?.delete(once);
        return callback(...args);
      };
      on(event, once);
    },
    off(event: string, callback: Callback): void {
      around.listeners.get(event)?.delete(callback);
    },
  };
}

/** Forms that only work without "dynamic-page". (plugin-api.d.ts, at each: "will throw an exception if …") */
export function synchronousForms() {
  const refuse = (operation: string, instead: string) => () => {
    throw say.notInDynamicPage(operation, `figma.${instead}`);
  };
  return {
    getNodeById: refuse('getNodeById', 'getNodeByIdAsync'),
    getStyleById: refuse('getStyleById', 'getStyleByIdAsync'),
    getLocalPaintStyles: refuse('getLocalPaintStyles', 'getLocalPaintStylesAsync'),
    getLocalTextStyles: refuse('getLocalTextStyles', 'getLocalTextStylesAsync'),
    getLocalEffectStyles: refuse('getLocalEffectStyles', 'getLocalEffectStylesAsync'),
    getLocalGridStyles: refuse('getLocalGridStyles', 'getLocalGridStylesAsync'),
    getFileThumbnailNode: refuse('getFileThumbnailNode', 'getFileThumbnailNodeAsync'),
  };
}

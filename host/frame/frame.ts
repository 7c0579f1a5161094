// A real window for ui.html, as Figma makes it: a null-origin frame whose small
// first document writes the whole page.
// In: where to put it, which variant. Out: a WindowDriver's window.
import type { ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';
import { FAULTS, type Fault, type FaultId } from '../faults/faults.ts';
import type { OpenWindow, WindowRequest } from '../run/window-driver.ts';
import { insideScript } from './inside.ts';
import { openNest, type Depth, type Variant } from './nest.ts';
import { OWN_THREAD, POLICIES, type Policy } from './policy.ts';
import { openStranger } from './stranger.ts';
import { themeStyle, type Theme } from './theme.ts';

export interface FrameOptions {
  variant: Variant;
  policy: Policy;
  theme: Theme;
  depth?: Depth;
  /** Something in the frame or in its workers tried to reach an address and was refused. */
  blocked(address: string): void;
  /** What goes wrong in the frame, and who is told that it did. Faults of other places are left out. */
  faults?: readonly Fault[];
  struck?(id: FaultId): void;
}

export interface Frame extends OpenWindow {
  readonly element: HTMLIFrameElement;
  setTheme(theme: Theme): void;
}

/** What the frame's own scripts and the host say to each other; never seen by ui.html. */
interface Whisper {
  standIn: 'ready' | 'loaded' | 'blocked' | 'struck';
  address?: string;
  id?: FaultId;
}

export function openFrame(into: HTMLElement, request: WindowRequest, options: FrameOptions): Frame {
  const { variant, depth = 1, policy, theme } = options;
  const element = openNest(variant, depth, firstDocument(POLICIES[policy]));
  element.title = request.options.title ?? 'Plugin';
  const faults = (options.faults ?? []).filter(({ id }) => FAULTS[id].where === 'frame');
  const page = dressed(request.html, request.options, theme, insideScript(faults, OWN_THREAD.has(policy)));
  const stranger = faults.some(({ id }) => id === 'stranger') ? openStranger() : undefined;
  if (stranger) options.struck?.('stranger');

  const hand = (text: string): void => {
    const { buffer } = new TextEncoder().encode(text);
    element.contentWindow?.postMessage({ standIn: buffer }, '*', [buffer]);
  };
  const hear = (event: MessageEvent<Whisper | { pluginMessage?: unknown } | null>): void => {
    if (event.source !== element.contentWindow || event.data === null || typeof event.data !== 'object')
      return;
    if ('standIn' in event.data) {
      if (event.data.standIn === 'ready') hand(page);
      if (event.data.standIn === 'loaded') request.loaded();
      if (event.data.standIn === 'blocked') options.blocked(event.data.address ?? '?');
      if (event.data.standIn === 'struck' && event.data.id) options.struck?.(event.data.id);
    } else if ('pluginMessage' in event.data) request.deliver(event.data.pluginMessage);
  };
  window.addEventListener('message', hear);

  into.append(element);

  return {
    element,
    post: (data) => element.contentWindow?.postMessage(data, '*'),
    close() {
      window.removeEventListener('message', hear);
      stranger?.close();
      element.remove();
    },
    setTheme(theme) {
      if (request.options.themeColors)
        element.contentWindow?.postMessage({ standInTheme: themeStyle(theme) }, '*');
    },
  };
}

/**
 * The data: document. M (PLATFORM.md): Chromium refuses to navigate to 3 MB; document.write takes 60 MB. Its
 * policy stays in force for what it writes.
 */
const firstDocument = (policy: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>
  addEventListener('message', function hear(event) {
    // A stranger's message may come first.
    if (event.source !== parent || !event.data || !(event.data.standIn instanceof ArrayBuffer)) return;
    removeEventListener('message', hear);
    document.open();
    document.write(new TextDecoder().decode(event.data.standIn));
    document.close();
  });
  parent.postMessage({ standIn: 'ready' }, '*');
  </script>`;

/** Runs in the frame before ui.html's own scripts: tells of the load and changes the theme. */
const SCRIPT = `<script>(() => {
  const tell = (whisper) => parent.postMessage(whisper, '*');
  addEventListener('load', () => tell({ standIn: 'loaded' }));
  addEventListener('message', (event) => {
    if (event.source !== parent || !event.data || !event.data.standInTheme) return;
    event.stopImmediatePropagation();
    const { className, css } = event.data.standInTheme;
    const root = document.documentElement;
    root.classList.remove('figma-light', 'figma-dark');
    root.classList.add(className);
    document.getElementById('figma-style').textContent = css;
  }, true);
  document.currentScript.remove();
})()</script>`;

/** ui.html with Figma's style element and class, and our scripts before all else; otherwise untouched. */
function dressed(html: string, options: ShowUIOptions, theme: Theme, inside: string): string {
  const { className, css } = themeStyle(theme);
  const style = options.themeColors ? `<style id="figma-style">${css}</style>` : '';
  const colours = options.themeColors
    ? `<script>document.documentElement.classList.add('${className}');document.currentScript.remove()</script>`
    : '';
  const before = `${style}${colours}<script>${inside}document.currentScript.remove();</script>${SCRIPT}`;
  for (const opening of [/<head[^>]*>/i, /<html[^>]*>/i, /<!doctype[^>]*>/i]) {
    const found = opening.exec(html);
    if (!found) continue;
    const end = found.index + found[0].length;
    return html.slice(0, end) + before + html.slice(end);
  }
  return before + html;
}

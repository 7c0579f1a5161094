// The plugin's window on the page: a title bar to drag and to close, and the real frame
// in it. In: request. Out: OpenWindow.
import { openFrame, type Frame, type FrameOptions } from '../frame/frame.ts';
import type { Theme } from '../frame/theme.ts';
import type { OpenWindow, WindowRequest } from '../run/window-driver.ts';

export class PluginPanel implements OpenWindow {
  readonly #box: HTMLElement;
  readonly #body: HTMLElement;
  readonly #frame: Frame;

  constructor(into: HTMLElement, request: WindowRequest, options: FrameOptions & { title: string }) {
    this.#box = document.createElement('section');
    this.#box.className = 'plugin-window';
    this.#box.setAttribute('aria-label', `Plugin: ${options.title}`);
    const bar = document.createElement('header');
    const title = document.createElement('strong');
    title.textContent = options.title;
    const close = document.createElement('button');
    close.setAttribute('aria-label', 'Close the plugin');
    close.textContent = '×';
    close.onclick = () => request.dismissed();
    bar.append(title, close);
    this.#body = document.createElement('div');
    this.#body.className = 'plugin-body';
    this.#box.append(bar, this.#body);
    into.append(this.#box);
    // D: showUI's defaults (plugin-api.d.ts, ShowUIOptions): 300 × 200.
    this.resize(request.options.width ?? 300, request.options.height ?? 200);
    this.show(request.options.visible !== false);
    this.#frame = openFrame(this.#body, request, options);
    this.#centre();
    bar.onpointerdown = (event) => this.#drag(bar, event);
    addEventListener('resize', this.#keepInside);
  }

  post(data: { pluginMessage: unknown; pluginId: string }): void {
    this.#frame.post(data);
  }

  resize(width: number, height: number): void {
    this.#body.style.width = `${width}px`;
    this.#body.style.height = `${height}px`;
    this.#keepInside();
  }

  /** Hidden windows run on (plugin-api.d.ts, UIAPI.hide), so they are only made invisible. */
  show(visible: boolean): void {
    this.#box.classList.toggle('is-hidden', !visible);
  }

  setTheme(theme: Theme): void {
    this.#frame.setTheme(theme);
  }

  close(): void {
    removeEventListener('resize', this.#keepInside);
    this.#frame.close();
    this.#box.remove();
  }

  #centre(): void {
    const { width, height } = this.#box.getBoundingClientRect();
    this.#move(innerWidth - 260 - width - 24, Math.max(64, (innerHeight - height) / 2));
  }

  #move(x: number, y: number): void {
    this.#box.style.left = `${Math.round(x)}px`;
    this.#box.style.top = `${Math.round(y)}px`;
    this.#keepInside();
  }

  readonly #keepInside = (): void => {
    const { left, top, width, height } = this.#box.getBoundingClientRect();
    const x = Math.max(8, Math.min(left, innerWidth - width - 8));
    const y = Math.max(8, Math.min(top, innerHeight - height - 8));
    if (x !== left) this.#box.style.left = `${x}px`;
    if (y !== top) this.#box.style.top = `${y}px`;
  };

  #drag(bar: HTMLElement, down: PointerEvent): void {
    if ((down.target as HTMLElement).tagName === 'BUTTON') return;
    const { left, top } = this.#box.getBoundingClientRect();
    const [dx, dy] = [down.clientX - left, down.clientY - top];
    bar.setPointerCapture(down.pointerId);
    bar.onpointermove = (event) => this.#move(event.clientX - dx, event.clientY - dy);
    bar.onpointerup = () => (bar.onpointermove = null);
  }
}

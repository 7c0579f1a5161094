// The playground's state: document, host, tool, theme, running plugin, toasts. In: what
// the user does. Out: listeners told.
import { createHost, type Engines, type Host } from '../host.ts';
import type { Run } from '../run/run.ts';
import type { Editor, Manifest } from '../run/session.ts';
import type { Store } from '../document/store.ts';
import { remove } from '../document/tree.ts';
import { union } from '../geometry/rect.ts';
import { absoluteBox } from '../document/scene.ts';
import type { Policy } from '../frame/policy.ts';
import type { Depth, Variant } from '../frame/nest.ts';
import type { Fault } from '../faults/faults.ts';
import type { Theme } from '../frame/theme.ts';
import { Camera } from './camera.ts';
import type { DrawTool } from './draw.ts';
import { PluginPanel } from './plugin-panel.ts';
import { sampleLibrary } from './styles.ts';

export type Tool = 'move' | 'hand' | DrawTool;

export interface Toast {
  id: number;
  text: string;
  error: boolean;
  button?: { text: string; press: () => void };
}

export interface DeskOptions {
  store: Store;
  manifest: Manifest;
  code: string;
  html: string;
  engines: Engines;
  editor: Editor;
  variant: Variant;
  policy: Policy;
  theme: Theme;
  depth?: Depth;
  faults?: readonly Fault[];
  writable?: boolean;
  before?: NonNullable<Parameters<typeof createHost>[0]['before']>;
}

export class Desk {
  readonly store: Store;
  readonly host: Host;
  readonly camera: Camera;
  readonly manifest: Manifest;
  tool: Tool = 'move';
  theme: Theme;
  run: Run | undefined;
  command = '';
  toasts: readonly Toast[] = [];
  /** Addresses that the plugin's window tried to reach; each was refused. */
  readonly blocked: string[] = [];
  readonly #listeners = new Set<() => void>();
  #panel: PluginPanel | undefined;
  #lastToast = 0;

  constructor(options: DeskOptions) {
    this.store = options.store;
    this.manifest = options.manifest;
    this.theme = options.theme;
    this.camera = new Camera(() => this.changed());
    this.host = createHost({
      code: options.code,
      html: options.html,
      manifest: options.manifest,
      store: options.store,
      engines: options.engines,
      editor: options.editor,
      view: this.camera,
      ...(options.before ? { before: options.before } : {}),
      ...(options.writable === undefined ? {} : { writable: options.writable }),
      faults: options.faults ?? [],
      hasFrames: true,
      ui: (request) => {
        this.#panel = new PluginPanel(document.body, request, {
          title: request.options.title ?? this.manifest.name,
          variant: options.variant,
          policy: options.policy,
          theme: this.theme,
          depth: options.depth ?? 1,
          faults: options.faults ?? [],
          struck: (id) => this.host.noteFault(id),
          blocked: (address) => {
            this.blocked.push(address);
            this.changed();
          },
        });
        return this.#panel;
      },
      notify: (message, more) => {
        const { button } = more ?? {};
        // D: plugin-api.d.ts, NotificationOptions.button: the notice goes when
        // it is pressed, unless it says false.
        const press = (): void => {
          if (button?.action() !== false) this.dismiss(id);
        };
        const id = this.toast(message, {
          error: more?.error === true,
          ...(more?.timeout === undefined ? {} : { timeout: more.timeout }),
          ...(button ? { button: { text: button.text, press } } : {}),
        });
        return { cancel: () => this.dismiss(id) };
      },
    });
    Object.assign(this.host.session.library, sampleLibrary());
    this.store.watch(() => this.changed());
  }

  /** All requests that anyone tried: each was refused. */
  get requests(): number {
    return this.blocked.length + (this.run?.fetched.length ?? 0);
  }

  async start(command: string): Promise<Run> {
    const run = await this.host.run(command);
    this.run = run;
    this.command = command;
    this.changed();
    void run.closed.then(() => {
      if (run.problems.length > 0)
        this.toast(`The plugin failed: ${run.problems[0]?.split('\n')[0]}`, { error: true, timeout: 12_000 });
      if (this.run === run) this.changed();
    });
    return run;
  }

  setTool(tool: Tool): void {
    this.tool = tool;
    this.changed();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
    this.#panel?.setTheme(theme);
    this.changed();
  }

  /** One step of the user's own. */
  edit(work: () => void): void {
    work();
    this.store.commit();
  }

  get selection(): readonly string[] {
    return this.store.selection(this.store.currentPage);
  }

  select(ids: readonly string[]): void {
    this.store.select(this.store.currentPage, ids);
  }

  deleteSelection(): void {
    this.edit(() => {
      for (const id of this.selection) if (this.store.find(id)) remove(this.store, id);
    });
  }

  /** Everything, or the selection, in the middle of the view. */
  fit(ids: readonly string[] = this.store.get(this.store.currentPage).children): void {
    const box = union(ids.map((id) => absoluteBox(this.store, this.store.get(id))));
    if (box) this.camera.show(box);
  }

  /** Three seconds, as Figma's (plugin-api.d.ts, NotificationOptions.timeout). */
  toast(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> & { timeout?: number } = {}): number {
    const { timeout = 3000, error = false, button } = options;
    const id = (this.#lastToast += 1);
    this.toasts = [...this.toasts, { id, text, error, ...(button ? { button } : {}) }].slice(-3);
    if (Number.isFinite(timeout)) setTimeout(() => this.dismiss(id), timeout);
    this.changed();
    return id;
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    this.changed();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

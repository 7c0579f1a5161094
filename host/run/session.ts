// What every part of the stand-in's API needs to know about the run it serves.
import type { Library } from '../api/library.ts';
import type { Callback } from '../api/refs.ts';
import * as say from '../limits/sentences.ts';
import type { Store } from '../document/store.ts';

/** The parts of manifest.json that the API looks at. */
export interface Manifest {
  name: string;
  id: string;
  documentAccess?: string;
  /** Where the plugin may be started; anywhere when it is not said. */
  editorType?: readonly string[];
  networkAccess?: { allowedDomains: readonly string[] };
  menu?: readonly { name?: string; command?: string }[];
  relaunchButtons?: readonly { command: string; name: string; multipleSelection?: boolean }[];
}

export type Editor = 'figma' | 'figjam' | 'slides' | 'buzz' | 'dev';

export interface Session {
  store: Store;
  manifest: Manifest;
  editor: Editor;
  /** False in Dev Mode and for viewers: every write throws. */
  writable: boolean;
  /** Pages whose children may be read (documentAccess "dynamic-page"). */
  loadedPages: Set<string>;
  /** Fonts loaded in this run, "family style". */
  fonts: Set<string>;
  /** Renders an SVG text to PNG. */
  toPng(svg: string, zoom: number): Uint8Array;
  /** False before a run and after it: the API is shut. */
  running: boolean;
  /** Colour styles and variables of the file. */
  library: Library;
  /** Tells the plugin that a style was changed (stylechange); without a run nobody hears it. */
  styleChanged(): void;
  /** Listeners of `nodechange` by page. */
  nodeListeners: Map<string, Set<Callback>>;
  /**
   * Called before every method of `figma` and of nodes, and as 'ui.message' before the plugin hears its
   * window: a test's chance to throw, wait, or pull the rug away. A promise makes asynchronous methods wait.
   */
  before(operation: string, nodeId?: string): void | Promise<void>;
  /** Called with what a method gave; what it returns is what the plugin gets. */
  after(operation: string, result: unknown): unknown;
}

/**
 * One method between its `before` and its `after`. A method that waits
 * gives a promise, whatever it gave else.
 */
export function perform(
  session: Session,
  operation: string,
  nodeId: string | undefined,
  work: () => unknown,
): unknown {
  const done = (result: unknown): unknown =>
    result instanceof Promise
      ? result.then((value) => session.after(operation, value))
      : session.after(operation, result);
  const go = (): unknown => {
    if (!session.running) throw say.closed();
    return done(work());
  };
  const waited = session.before(operation, nodeId);
  return waited ? waited.then(go) : go();
}

/**
 * The page that is seen is always loaded. (developers.figma.com/docs/plugins/migrating-to-dynamic-loading)
 */
export const isLoaded = (session: Session, page: string): boolean =>
  page === session.store.currentPage || session.loadedPages.has(page);

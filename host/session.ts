// What every part of the stand-in's API needs to know about the run it serves.
import type { Callback } from './refs.ts';
import type { Store } from './store.ts';

/** The parts of manifest.json that the API looks at. */
export interface Manifest {
  name: string;
  id: string;
  documentAccess?: string;
  networkAccess?: { allowedDomains: readonly string[] };
  menu?: readonly { name?: string; command?: string }[];
  relaunchButtons?: readonly { command: string; name: string; multipleSelection?: boolean }[];
}

export type Editor = 'figma' | 'figjam' | 'dev';

export interface Session {
  store: Store;
  manifest: Manifest;
  editor: Editor;
  /** False in Dev Mode and for viewers: every write throws. */
  writable: boolean;
  /** Pages whose children may be read (documentAccess "dynamic-page"). */
  loadedPages: Set<string>;
  /** Renders an SVG text to PNG. */
  toPng(svg: string, zoom: number): Uint8Array;
  /** Listeners of `nodechange` by page. */
  nodeListeners: Map<string, Set<Callback>>;
  /** Called before every method of `figma` and of nodes: a test's chance to throw, wait, or pull the rug away. */
  before(operation: string, nodeId?: string): void | Promise<void>;
}

/** The page that is seen is always loaded. (developers.figma.com/docs/plugins/migrating-to-dynamic-loading) */
export const isLoaded = (session: Session, page: string): boolean =>
  page === session.store.currentPage || session.loadedPages.has(page);

/** The start of every write. */
export function assertWritable(session: Session, refuse: () => Error): void {
  if (!session.writable) throw refuse();
}

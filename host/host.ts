// A stand-in for Figma: a document, and the plugin's built bundle running against
// it. Works in Node and in browsers.
// In: code.js and ui.html as text, manifest, document, the two wasm engines, what shows windows. Out: Host.
//
//   import { createHost } from '../../host/host.ts';
//   import { newDocument } from '../../host/document/document.ts';
//   import { importSvg } from '../../host/import/import-svg.ts';
//   import { readEngines } from '../../host/engines.mjs';            // Node; browsers fetch the two files
//
//   const store = newDocument();                                      // one page, "0:1"
//   const frame = importSvg(store, svgText, { name: 'Mug' });         // id of a FRAME with vector children
//   store.select(store.currentPage, [frame]);
//   const host = createHost({ code, html: '<p></p>', manifest, store, engines: await readEngines(),
//     ui: pageFunction((message, send) => { … send({ type: 'ready' }) … }) });   // the page as a function
//   const run = await host.run('realize');
//   const message = await run.closed;                                 // what closePlugin said
//   run.problems                                                      // uncaught errors of code.js: []
//   store.undo(); store.snapshot() === before
//
// Trouble on command: `faults: parseFaults('node-deleted')` (faults/faults.ts has them all; host.struck tells
// what struck). What no fault does, a test does in
// `before: (operation, nodeId) => { if (operation === 'exportAsync') remove(store, frame); }`,
// called before every method of figma ('createImage', 'ui.postMessage') and
// of nodes ('exportAsync', 'resize').
import type { NotificationOptions } from '@figma/plugin-typings/plugin-api-standalone';
import { FAULTS, type Fault, type FaultId } from './faults/faults.ts';
import { openStrikes, type Struck } from './faults/strike.ts';
import type { View } from './run/surroundings.ts';
import { emptyLibrary } from './api/library.ts';
import { openRaster } from './export/raster.ts';
import type { Callback } from './api/refs.ts';
import { startRun, type Run } from './run/run.ts';
import type { Editor, Manifest, Session } from './run/session.ts';
import { ClientStorage } from './run/storage.ts';
import type { Store } from './document/store.ts';
import type { WindowDriver } from './run/window-driver.ts';
import { stillView } from './run/page-function.ts';

/** The two WebAssembly files that the stand-in needs. */
export interface Engines {
  quickjs: Uint8Array;
  resvg: Uint8Array;
}

export interface HostOptions {
  code: string;
  html: string;
  manifest: Manifest;
  store: Store;
  engines: Engines;
  ui: WindowDriver;
  editor?: Editor;
  /** False: a viewer's seat. Dev Mode is never writable. */
  writable?: boolean;
  view?: View;
  notify?(message: string, options: NotificationOptions | undefined): { cancel: () => void };
  before?: Session['before'];
  /** What goes wrong, and when. */
  faults?: readonly Fault[];
  /**
   * The driver opens real frames, and gives them the faults that strike inside
   * (openFrame's option of that name).
   */
  hasFrames?: boolean;
}

export interface Host {
  readonly store: Store;
  readonly storage: ClientStorage;
  /** Messages of figma.notify and closePlugin so far. */
  readonly notices: readonly string[];
  /** Starts the plugin with a command of the manifest; a run that is still going is closed first. */
  run(command: string): Promise<Run>;
  /** What the API works on. */
  readonly session: Session;
  /** The faults that struck so far, in order. */
  readonly struck: readonly Struck[];
  /** A fault struck inside the window's frame (drivers of real frames call it). */
  noteFault(id: FaultId): void;
}

export function createHost(options: HostOptions): Host {
  const { store, manifest } = options;
  const inFrame = (options.faults ?? []).filter(({ id }) => FAULTS[id].where === 'frame');
  if (inFrame.length > 0 && !options.hasFrames)
    throw new Error(`${inFrame.map(({ id }) => id).join(', ')}: only real frames can fail so (host/frame)`);
  const editor = options.editor ?? 'figma';
  const notices: string[] = [];
  const storage = new ClientStorage();
  const raster = openRaster(options.engines.resvg);
  let toPng: Session['toPng'] | undefined;
  const session: Session = {
    store,
    manifest,
    editor,
    writable: (options.writable ?? true) && editor !== 'dev',
    loadedPages: new Set([store.currentPage]),
    fonts: new Set(),
    running: false,
    toPng(svg, zoom) {
      if (!toPng) throw new Error('host: PNG export before the renderer was ready; await host.run first');
      return toPng(svg, zoom);
    },
    library: emptyLibrary(),
    styleChanged: () => undefined,
    nodeListeners: new Map<string, Set<Callback>>(),
    before(operation, nodeId) {
      const own = options.before?.(operation, nodeId);
      const planned = strikes.before(operation, nodeId);
      return own && planned ? own.then(() => planned) : (own ?? planned);
    },
    after: (operation, result) => strikes.after(operation, result),
  };
  const strikes = openStrikes(options.faults ?? [], {
    session: () => session,
    storage,
    close: () => closeNow(),
  });
  const view = options.view ?? stillView();
  let current: Run | undefined;
  let closeNow: () => void = () => undefined;
  return {
    store,
    storage,
    notices,
    session,
    struck: strikes.struck,
    noteFault: (id) => strikes.note(id),
    async run(command) {
      refuseElsewhere(manifest, editor);
      current?.close();
      strikes.begin();
      toPng ??= await raster;
      session.loadedPages = new Set([store.currentPage]);
      session.fonts.clear();
      current = await startRun({
        session,
        code: options.code,
        html: options.html,
        command,
        quickjs: options.engines.quickjs,
        storage,
        view,
        ui: strikes.faulty(options.ui),
        begun: (close) => (closeNow = close),
        notify(message, more) {
          notices.push(message);
          return options.notify?.(message, more) ?? { cancel: () => undefined };
        },
      });
      return current;
    },
  };
}

/** R: what Figma's console says when a plugin is started where its manifest does not put it. */
function refuseElsewhere({ editorType }: Manifest, editor: Editor): void {
  if (!editorType || editorType.includes(editor)) return;
  if (editor === 'dev')
    throw new Error(
      'Plugin not compatible to run in dev handoff panel. Make sure you have "dev" as an editorType and "inspect" as a capability in your manifest.json.',
    );
  throw new Error(`Manifest error: The manifest editorType does not include "${editor}".`);
}

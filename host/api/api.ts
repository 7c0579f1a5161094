// The global `figma` of one run. In: session and the run's surroundings (window, view, storage). Out: an
// object whose names and signatures are checked against the official typings.
import type { NotificationOptions, ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';
import { absoluteBox } from '../document/scene.ts';
import { base64, fromBase64 } from '../encoding/base64.ts';
import { events, synchronousForms } from './forms.ts';
import { union } from '../geometry/rect.ts';
import { ImageRef, type Offered } from './hosted.ts';
import { createImage } from './images.ts';
import type { NodeType } from '../document/kinds.ts';
import { libraryCalls } from './library.ts';
import { MIXED, NodeRef, type Callback } from './refs.ts';
import * as say from '../limits/sentences.ts';
import { DOCUMENT_ID } from '../document/record.ts';
import { gather } from './gather.ts';
import { create } from '../document/tree.ts';
import type { Session } from '../run/session.ts';
import type { Surroundings } from '../run/surroundings.ts';

/** D: plugin-api.d.ts, notify: "It is limited to 100 characters. Longer messages will be truncated." */
const NOTIFY_LIMIT = 100;

export function openApi(session: Session, around: Surroundings) {
  const { store } = session;
  const born = (type: NodeType, operation: string): NodeRef => {
    if (!session.writable) throw say.readOnly(operation);
    // D: "By default, parented under figma.currentPage" (plugin-api.d.ts, createRectangle and the rest).
    return new NodeRef(create(store, type, store.currentPage));
  };
  const core = {
    apiVersion: '1.0.0',
    pluginId: session.manifest.id,
    editorType: session.editor,
    mode: session.editor === 'dev' ? 'inspect' : 'default',
    command: around.command,
    mixed: MIXED,
    hasMissingFont: false,
    skipInvisibleInstanceChildren: false,
    root: new NodeRef(DOCUMENT_ID),
    get currentPage() {
      return new NodeRef(store.currentPage);
    },
    set currentPage(_page: NodeRef) {
      throw say.notInDynamicPage('set_currentPage', 'figma.setCurrentPageAsync');
    },
    async getNodeByIdAsync(id: string) {
      if (typeof id !== 'string') throw say.badArgument('getNodeByIdAsync', 'id', 'string', id);
      return store.find(id) ? new NodeRef(id) : null;
    },
    async setCurrentPageAsync(page: NodeRef) {
      if (store.get(page.id).type !== 'PAGE')
        throw say.badArgument('setCurrentPageAsync', 'page', 'PageNode', store.get(page.id).type);
      session.loadedPages.add(page.id);
      store.currentPage = page.id;
    },
    async loadAllPagesAsync() {
      for (const id of store.get(DOCUMENT_ID).children) session.loadedPages.add(id);
    },
    showUI: (html: string, options?: ShowUIOptions) => around.openWindow(html, options ?? {}),
    closePlugin: (message?: string) => around.closePlugin(message),
    notify(message: string, options?: NotificationOptions) {
      if (typeof message !== 'string') throw say.badArgument('notify', 'message', 'string', message);
      return around.notify(message.slice(0, NOTIFY_LIMIT), options);
    },
    commitUndo: () => store.commit(),
    triggerUndo: () => void store.undo(),
    createRectangle: () => born('RECTANGLE', 'createRectangle'),
    createFrame: () => born('FRAME', 'createFrame'),
    createEllipse: () => born('ELLIPSE', 'createEllipse'),
    createLine: () => born('LINE', 'createLine'),
    createPolygon: () => born('POLYGON', 'createPolygon'),
    createStar: () => born('STAR', 'createStar'),
    createVector: () => born('VECTOR', 'createVector'),
    createComponent: () => born('COMPONENT', 'createComponent'),
    createSection: () => born('SECTION', 'createSection'),
    createPage() {
      if (!session.writable) throw say.readOnly('createPage');
      const id = create(store, 'PAGE', DOCUMENT_ID);
      session.loadedPages.add(id);
      return new NodeRef(id);
    },
    group: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'GROUP', operation: 'group' }, nodes, { parent, index }),
    combineAsVariants: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'COMPONENT_SET', operation: 'combineAsVariants' }, nodes, { parent, index }),
    union: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'BOOLEAN_OPERATION', operation: 'union' }, nodes, { parent, index }),
    subtract: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'BOOLEAN_OPERATION', operation: 'subtract' }, nodes, { parent, index }),
    intersect: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'BOOLEAN_OPERATION', operation: 'intersect' }, nodes, { parent, index }),
    exclude: (nodes: readonly NodeRef[], parent: NodeRef, index?: number) =>
      gather(session, { type: 'BOOLEAN_OPERATION', operation: 'exclude' }, nodes, { parent, index }),
    createSlice: () => born('SLICE', 'createSlice'),
    createText: () => born('TEXT', 'createText'),
    createSticky: () => born('STICKY', 'createSticky'),
    createShapeWithText: () => born('SHAPE_WITH_TEXT', 'createShapeWithText'),
    createConnector: () => born('CONNECTOR', 'createConnector'),
    createCodeBlock: () => born('CODE_BLOCK', 'createCodeBlock'),
    createTable: (numRows = 2, numColumns = 2) => {
      const table = born('TABLE', 'createTable');
      store.write(table.id, { numRows, numColumns });
      return table;
    },
    async loadFontAsync({ family, style = 'Regular' }: { family: string; style?: string }) {
      session.fonts.add(`${family} ${style}`);
    },
    createImage: (data: Uint8Array) => new ImageRef(createImage(store, data)),
    createImageAsync: async (_src: string): Promise<ImageRef> => {
      throw new Error(
        'in createImageAsync: network access is blocked by manifest.json (allowedDomains "none")',
      );
    },
    getImageByHash: (hash: string) => (store.images.has(hash) ? new ImageRef(hash) : null),
    base64Encode: (data: Uint8Array) => base64(data),
    base64Decode: (data: string) => fromBase64(data),
    ...libraryCalls(session.library),
    viewport: {
      get center() {
        const { x, y, width, height } = around.view.bounds;
        return { x: x + width / 2, y: y + height / 2 };
      },
      set center({ x, y }: { x: number; y: number }) {
        const { width, height } = around.view.bounds;
        around.view.show({ x: x - width / 2, y: y - height / 2, width, height });
      },
      get zoom() {
        return around.view.zoom;
      },
      set zoom(zoom: number) {
        const { x, y, width, height } = around.view.bounds;
        const [w, h] = [(width * around.view.zoom) / zoom, (height * around.view.zoom) / zoom];
        around.view.show({ x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h });
      },
      get bounds() {
        return around.view.bounds;
      },
      scrollAndZoomIntoView(nodes: readonly NodeRef[]) {
        const box = union(nodes.map((node) => absoluteBox(store, store.get(node.id))));
        if (box) around.view.show(box);
      },
    },
    clientStorage: {
      getAsync: async (key: string) => around.storage.get(key),
      setAsync: async (key: string, value: unknown) => around.storage.set(key, value),
      deleteAsync: async (key: string) => around.storage.delete(key),
      keysAsync: async () => around.storage.keys(),
    },
  } satisfies Offered;

  return {
    ...events(around, session),
    ...synchronousForms(),
    core,
    ui: {
      postMessage: (message: unknown) => around.window.postMessage(message),
      get onmessage(): Callback | undefined {
        return undefined;
      },
      set onmessage(callback: Callback | undefined) {
        around.window.onMessage(callback);
      },
      on: (event: string, callback: Callback) => around.window.on(event, callback),
      once: (event: string, callback: Callback) => around.window.once(event, callback),
      off: (event: string, callback: Callback) => around.window.off(event, callback),
      show: () => around.window.show(),
      hide: () => around.window.hide(),
      resize: (width: number, height: number) => around.window.resize(width, height),
      reposition: () => undefined,
      close: () => around.window.close(),
    },
  };
}

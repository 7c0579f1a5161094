// Runs in the browser: one row of the matrix after another, each in a new document, host and window. In: rows
// from drive.ts.
// Out: what was seen. The built code.js and ui.html run as they are; the stand-in is what the playground has,
// without its page.
import { nodeKind, setScene } from '../../host/cases/cases.ts';
import { newDocument } from '../../host/document/document.ts';
import { parseFaults } from '../../host/faults/faults.ts';
import { openFrame } from '../../host/frame/frame.ts';
import { FRAMES } from '../../host/frame/variants.ts';
import { createHost, type Engines, type Host } from '../../host/host.ts';
import type { Run } from '../../host/run/run.ts';
import { renderBounds } from '../../host/geometry/bounds.ts';
import { absoluteBox, ancestors, isShown, sizeOf, stringOf } from '../../host/document/scene.ts';
import type { Manifest } from '../../host/run/session.ts';
import type { NodeRecord } from '../../host/document/record.ts';
import type { Store } from '../../host/document/store.ts';
import type { Row } from './rows.ts';
import type { Seen, SeenPicture } from './seen.ts';

export interface Bench {
  /**
   * Held, so that the browser, which compiles the same bytes once for a process as long as somebody holds
   * them, does not begin anew with every row's worker.
   */
  compiled: WebAssembly.Module[];
  /** Draws the scene and starts the plugin. */
  begin(row: Row, command: string): Promise<void>;
  /** Waits until the plugin has closed, or so many milliseconds; says whether it has. */
  closed(limit: number): Promise<boolean>;
  /** The user closes it. */
  close(): void;
  /** How many messages went over the wire so far. */
  messages(): number;
  /** Call it once the plugin has closed. */
  look(): Promise<Omit<Seen, 'end' | 'window' | 'workers' | 'ms'>>;
}

/** What is found in the storage: the smallest picture. */
const SETTINGS = {
  model: 'realize',
  studio: 'soft',
  size: 512,
  seed: 1,
  shadow: true,
  shadowApart: false,
  light: { azimuth: 0, elevation: 0 },
  background: 'none',
  parts: {},
};

/**
 * Figma's patience runs 15 times as fast: what the plugin waits for longer than this (ms) never comes here.
 */
const LONG = 20_000;
const HASTE = 15;
const { setTimeout: wait } = globalThis;
globalThis.setTimeout = ((work: () => void, delay = 0, ...more: unknown[]) =>
  wait(work, delay >= LONG ? delay / HASTE : delay, ...more)) as typeof setTimeout;

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const text = async (path: string) => (await fetch(path)).text();

async function open(): Promise<Bench> {
  const [quickjs, resvg, ort, prepared, code, html, manifest] = await Promise.all([
    bytes('quickjs.wasm'),
    bytes('resvg.wasm'),
    bytes('ort.wasm'),
    bytes('prepared.wasm'),
    text('code.js'),
    text('ui.html'),
    text('manifest.json'),
  ]);
  const engines: Engines = { quickjs, resvg };
  let store: Store;
  let host: Host;
  let run: Run;
  let before: string;
  let images: Set<string>;
  let blocked: string[];
  let messages: number;

  return {
    compiled: await Promise.all([resvg, ort, prepared].map((one) => WebAssembly.compile(one))),
    async begin(row, command) {
      const kind = nodeKind(row.kind);
      const frame = FRAMES.find(({ id }) => id === row.frame);
      if (!frame) throw new Error(`no frame is named ${row.frame}`);
      const faults = parseFaults(row.fault);
      store = newDocument();
      before = setScene(store, kind);
      images = new Set(store.images.keys());
      blocked = [];
      messages = 0;
      host = createHost({
        code,
        html,
        manifest: JSON.parse(manifest) as Manifest,
        store,
        engines,
        editor: kind.editor ?? 'figma',
        faults,
        hasFrames: true,
        ui: (request) => {
          const opened = openFrame(
            document.body,
            { ...request, deliver: (message) => ((messages += 1), request.deliver(message)) },
            {
              ...frame,
              theme: 'light',
              faults,
              struck: (id) => host.noteFault(id),
              blocked: (address) => blocked.push(address),
            },
          );
          return { ...opened, post: (data) => ((messages += 1), opened.post(data)) };
        },
      });
      host.storage.set('settings', SETTINGS);
      run = await host.run(command);
    },
    closed: (limit) =>
      Promise.race([
        run.closed.then(() => true),
        new Promise<boolean>((done) => wait(() => done(run.isClosed), limit)),
      ]),
    close: () => run.close(),
    messages: () => messages,
    async look() {
      const byHand = host.struck.filter(({ snapshot }) => snapshot !== null);
      const base = byHand.at(-1)?.snapshot ?? before;
      const known = new Set((JSON.parse(base) as NodeRecord[]).map(({ id }) => id));
      const now = JSON.parse(store.snapshot()) as NodeRecord[];
      const ours = now.filter(({ id, pluginData }) => !known.has(id) && pluginData['made']);
      const pictures: SeenPicture[] = [];
      for (const { id } of ours) pictures.push(await seePicture(store, store.get(id)));
      const shown = new Set(
        ours.map(({ props }) => (props['fills'] as [{ imageHash: string }])[0].imageHash),
      );
      const changed = difference(base, without(now, base, ours));
      const steps = store.depth.undo;
      if (ours.length > 0) store.undo();
      return {
        notices: [...host.notices],
        struck: host.struck.map(({ id, at }) => ({ id, at })),
        pictures,
        changed,
        undone: ours.length > 0 ? difference(base, JSON.parse(store.snapshot()) as NodeRecord[]) : '',
        emptySteps: ours.length > 0 ? 0 : Math.max(0, steps - byHand.length),
        unplacedImages: [...store.images.keys()].filter((hash) => !images.has(hash) && !shown.has(hash))
          .length,
        errors: [...run.problems],
        asked: [...run.fetched, ...blocked],
      };
    },
  };
}

/**
 * The nodes as they would be had no picture been placed: guests out of their parents, the button "Realize
 * again" off the drawings, the pictures' entries off the document's history.
 */
function without(now: readonly NodeRecord[], base: string, ours: readonly NodeRecord[]): NodeRecord[] {
  const guests = new Set(ours.map(({ id }) => id));
  const had = new Map((JSON.parse(base) as NodeRecord[]).map((record) => [record.id, record]));
  const withoutHistory = (record: NodeRecord): NodeRecord['pluginData'] =>
    record.type === 'DOCUMENT' && guests.size > 0
      ? Object.fromEntries(Object.entries(record.pluginData).filter(([key]) => !key.startsWith('picture:')))
      : record.pluginData;
  return now
    .filter(({ id }) => !guests.has(id))
    .map((record) => ({
      ...record,
      pluginData: withoutHistory(record),
      children: record.children.filter((id) => !guests.has(id)),
      relaunchData:
        guests.size > 0 ? (had.get(record.id)?.relaunchData ?? record.relaunchData) : record.relaunchData,
    }));
}

/** In words: which node differs first, and in what. */
function difference(wanted: string, got: readonly NodeRecord[]): string {
  const left = new Map((JSON.parse(wanted) as NodeRecord[]).map((record) => [record.id, record]));
  for (const record of got) {
    const other = left.get(record.id);
    left.delete(record.id);
    if (!other) return `a new ${record.type} ${JSON.stringify(record.props['name'])}`;
    for (const key of Object.keys(other) as (keyof NodeRecord)[])
      if (JSON.stringify(other[key]) !== JSON.stringify(record[key]))
        return `${record.type} ${record.id}, ${key}: ${JSON.stringify(record[key]).slice(0, 120)} instead of ${JSON.stringify(other[key]).slice(0, 120)}`;
  }
  const [gone] = left.values();
  return gone ? `${gone.type} ${gone.id} is gone` : '';
}

async function seePicture(store: Store, record: NodeRecord): Promise<SeenPicture> {
  const [fill] = record.props['fills'] as [{ imageHash: string }];
  const file = store.images.get(fill.imageHash)!.bytes as Uint8Array<ArrayBuffer>;
  const image = await createImageBitmap(new Blob([file], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  })!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colours = new Set<number>();
  let opaque = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 24) continue;
    opaque += 1;
    colours.add(((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4));
  }
  const { width: across, height: down } = sizeOf(store, record);
  return {
    name: stringOf(record, 'name'),
    width: image.width,
    height: image.height,
    across,
    down,
    opaque: opaque / (data.length / 4),
    colours: colours.size,
    over: overlapped(store, record),
  };
}

/** Visible layers beside the picture, or beside what holds it, that share ground with it. */
function overlapped(store: Store, picture: NodeRecord): string[] {
  const box = absoluteBox(store, picture);
  const found: string[] = [];
  let child = picture.id;
  for (const above of ancestors(store, picture)) {
    for (const id of above.children) {
      const record = store.get(id);
      if (id === child || !isShown(store, record)) continue;
      const other = renderBounds(store, record);
      const apart =
        !other ||
        box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y; // prettier-ignore
      if (!apart) found.push(stringOf(record, 'name'));
    }
    if (above.type === 'PAGE') break;
    child = above.id;
  }
  return found;
}

declare global {
  var bench: Promise<Bench>;
}
globalThis.bench = open();

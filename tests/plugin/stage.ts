// The plugin's own code.js (built here, minified) in the stand-in for Figma, with a frame that answers by
// script.
// In: what the frame does with each message. Out: a document to fill, a run to start, and all that was said.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { encode } from 'fast-png';
import { expect, vi } from 'vitest';
import { newDocument } from '../../host/document/document.ts';
import { readEngines } from '../../host/engines.mjs';
import { createHost, type Host, type HostOptions } from '../../host/host.ts';
import { pageFunction } from '../../host/run/page-function.ts';
import { createImage } from '../../host/api/images.ts';
import type { Run } from '../../host/run/run.ts';
import type { Manifest } from '../../host/run/session.ts';
import type { NodeType } from '../../host/document/kinds.ts';
import { absoluteBox, walk } from '../../host/document/scene.ts';
import type { NodeRecord, Plain } from '../../host/document/record.ts';
import type { Store } from '../../host/document/store.ts';
import type { View } from '../../host/run/surroundings.ts';
import { create } from '../../host/document/tree.ts';
import type { ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone';
import type { Box, Settings } from '../../src/core/sketch.ts';
import { viewBoxOfText } from '../../src/core/svg/viewbox.ts';
import type { PluginToUi, UiToPlugin } from '../../src/protocol/plugin.ts';
import { ROOT } from '../architecture/sources.ts';
import { PLAIN } from '../../src/core/sketch.ts';

export type Sketched = Extract<PluginToUi, { type: 'sketch' }>;

/** Hears one message of the plugin and may answer with anything, right or wrong. */
export type Frame = (message: PluginToUi, send: (answer: unknown) => void, stage: Stage) => void;

export interface Stage {
  store: Store;
  host: Host;
  page: string;
  /** Every message of the plugin, in order. */
  heard: PluginToUi[];
  /** The windows that were opened, with what was asked of them, and the sizes that they were given later. */
  windows: ShowUIOptions[];
  resized: [width: number, height: number][];
  /** What part of the canvas the user sees. */
  view: View;
  send: (answer: unknown) => void;
  run: (command: string) => Promise<Run>;
  /** Stores a small image, as if it were pasted; its hash. */
  image: () => string;
  /** Puts a shape on the page (or into `parent`) and says its id. A frame has something drawn in it. */
  draw: (type: NodeType, at: Box & { name: string; parent?: string }, more?: Record<string, Plain>) => string;
}

export const SETTINGS: Settings = { ...PLAIN, model: 'realize', studio: 'soft', seed: 3 };

/** A small PNG; another shade is another image. */
export const grey = (shade = 200): Uint8Array =>
  new Uint8Array(encode({ width: 2, height: 2, data: new Uint8Array(16).fill(shade), channels: 4 }));

/** A picture that covers the whole of what was sketched, or `box` of it. */
export function pictureOf(
  { job, index, sketch }: Sketched,
  box: Box | null = viewBoxOfText(sketch.svg),
): UiToPlugin {
  if (!box) throw new Error(`a sketch without viewBox: ${sketch.svg.slice(0, 200)}`);
  return {
    type: 'place',
    job,
    index,
    picture: { png: grey(), width: 2, height: 2, box, notes: [] },
    made: { from: sketch.id, settings: SETTINGS, runtime: 'WASM', ms: 12 },
  };
}

type Place = Extract<UiToPlugin, { type: 'place' }>;

/** The same in another shade, and placed as the panel wants it. */
export function placing(
  sketch: Sketched,
  how: Place['how'],
  { shade = 200, box, shadow }: { shade?: number; box?: Box; shadow?: Box } = {},
): UiToPlugin {
  const message = pictureOf(sketch, box) as Place;
  const picture: Place['picture'] = { ...message.picture, png: grey(shade) };
  if (shadow) picture.shadow = { png: grey(shade - 1), width: 2, height: 2, box: shadow };
  return { ...message, picture, ...(how && { how }) };
}

/** The panel as it opens: it asks for what is selected. */
export const asking: Frame = (message, send) => {
  if (message.type === 'opened') send({ type: 'ask', job: 0 });
};

/** A panel that has its first sketch. */
export async function openPanel(stage: Stage): Promise<{ run: Run; sketch: Sketched }> {
  const run = await stage.run('open');
  await until(() => expect(lastHeard(stage, 'sketch')).toBeDefined());
  return { run, sketch: lastHeard(stage, 'sketch')! };
}

const lastPlaced = new WeakMap<Stage, number>();

/** Sends a picture and waits until it stands, or is refused. */
export async function placed(stage: Stage, message: UiToPlugin): Promise<void> {
  const answers = (): number =>
    stage.heard.filter(({ type }) => type === 'placed' || type === 'refused').length;
  const before = answers();
  // A press within 250 ms of another would be its echo.
  await new Promise((resolve) => setTimeout(resolve, (lastPlaced.get(stage) ?? 0) + 260 - Date.now()));
  stage.send(message);
  await until(() => expect(answers()).toBe(before + 1));
  lastPlaced.set(stage, Date.now());
}

/** The frame as it should be: every sketch gets its picture. */
export const obliging: Frame = (message, send) => {
  if (message.type === 'sketch') send(pictureOf(message));
};

let built: Promise<string> | null = null;
function buildCode(): Promise<string> {
  built ??= build({
    entryPoints: [`${ROOT}/src/plugin/main.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return built;
}

export async function openStage(
  frame: Frame = obliging,
  more: Partial<Pick<HostOptions, 'before' | 'editor' | 'faults' | 'writable'>> & {
    manifest?: Partial<Manifest>;
  } = {},
): Promise<Stage> {
  const store = newDocument(['Page 1', 'Page 2']);
  const heard: PluginToUi[] = [];
  const view: View = {
    bounds: { x: 0, y: 0, width: 1440, height: 900 },
    zoom: 1,
    show(box) {
      this.zoom = Math.min(1440 / box.width, 900 / box.height);
      this.bounds = { ...box };
    },
  };
  let sendNow: (answer: unknown) => void = () => {
    throw new Error('the frame is not open');
  };
  const page = pageFunction(
    (message, send) => {
      heard.push(message as PluginToUi);
      frame(message as PluginToUi, send, stage);
    },
    (send) => {
      sendNow = send;
      send({ type: 'ready' });
    },
  );
  const given = JSON.parse(await readFile(`${ROOT}/manifest.json`, 'utf8')) as Manifest;
  const host = createHost({
    code: await buildCode(),
    html: '<p></p>',
    store,
    engines: await readEngines(),
    ui(request) {
      stage.windows.push(request.options);
      return { ...page(request), resize: (width, height) => void stage.resized.push([width, height]) };
    },
    view,
    ...more,
    manifest: { ...given, ...more.manifest },
  });
  const stage: Stage = {
    store,
    host,
    page: store.currentPage,
    heard,
    windows: [],
    resized: [],
    view,
    send: (answer) => sendNow(answer),
    run: (command) => host.run(command),
    image: () => createImage(store, grey()),
    draw(type, { x, y, width, height, name, parent = store.currentPage }, props = {}) {
      const relativeTransform = [
        [1, 0, x],
        [0, 1, y],
      ];
      const id = create(store, type, parent, { name, width, height, relativeTransform, ...props });
      if (type === 'FRAME')
        create(store, 'ELLIPSE', id, { name: 'body', width: width / 2, height: height / 2 });
      return id;
    },
  };
  return stage;
}

/** Everything that the stage wrote becomes the document as opened; says what it looks like. */
export function settle({ store }: Stage, selected: readonly string[]): string {
  store.select(store.currentPage, selected);
  store.forget();
  return store.snapshot();
}

/** The pictures on a page, wherever they stand on it, in the order of their making. */
export function picturesOn({ store }: Stage, page: string): NodeRecord[] {
  const number = ({ id }: NodeRecord): number => Number(id.split(':')[1]);
  return [...walk(store, page)]
    .filter((record) => record.pluginData['made'] !== undefined)
    .sort((a, b) => number(a) - number(b));
}

/** Where a node lies on its page. */
export function boxOn({ store }: Stage, id: string): Box {
  return absoluteBox(store, store.get(id));
}

export const isApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** Runs to the end and says the last thing that the user was told. */
export async function finish(stage: Stage, command = 'realize'): Promise<string | undefined> {
  const run = await stage.run(command);
  await run.closed;
  if (run.problems.length > 0) throw new Error(run.problems.join('\n'));
  return stage.host.notices.at(-1);
}

/** The latest message of a kind. */
export function lastHeard<T extends PluginToUi['type']>({ heard }: Stage, type: T) {
  return heard.filter((message): message is Extract<PluginToUi, { type: T }> => message.type === type).at(-1);
}

/** Waits until what is expected holds; patient, since two cores may be busy with other things. */
export async function until(expectation: () => void): Promise<void> {
  await vi.waitFor(expectation, { timeout: 20_000, interval: 20 });
}

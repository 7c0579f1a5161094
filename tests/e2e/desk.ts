// The playground in a real browser, driven from outside: built code.js and ui.html, real frames, real
// weights.
// In: address options. Out: what a user could do (select, start, wait, undo) and what can be seen of it
// afterwards.
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { Policy } from '../../host/frame/policy.ts';
import type { Variant } from '../../host/frame/nest.ts';
import type { Desk } from '../../host/playground/desk.ts';
import { PLAIN, type Box, type Settings, type Size } from '../../src/core/sketch.ts';
import type { Made } from '../../src/protocol/made.ts';
import { LATE, within } from '../../src/timeout.ts';

export interface Options {
  frame?: Variant;
  policy?: Policy;
  theme?: 'light' | 'dark';
  editor?: 'figma' | 'figjam';
  /** '0': an empty page. */
  samples?: '0';
  /** How many frames deep the window lies; 1 when nothing is said. */
  depth?: '1' | '2' | '3';
  /** As host/faults/faults.ts reads it. */
  fault?: string;
  /** Of pictures, as if it had been chosen before; else what a first run has, four times the work of 512. */
  size?: Size;
}

interface PlacedPicture extends Box {
  name: string;
  png: Uint8Array;
  made: Made;
  /** As it lies over its drawing, from the drawing's top left corner. */
  on: Box;
}

export interface Playground {
  /** Another one after a run that did not close. */
  readonly page: Page;
  /** Addresses that anything on the page asked for since it had loaded; data: and blob: are no requests. */
  asked: string[];
  select: (...names: string[]) => Promise<void>;
  /** What the plugin finds in its storage. */
  remember: (settings: Settings) => Promise<void>;
  start: (command: string) => Promise<void>;
  /** The document of the plugin's window, once it is there. */
  window: () => Promise<Frame>;
  /** Waits until the plugin has closed. Gives the last sentence it said. */
  closed: () => Promise<string | undefined>;
  /** Uncaught errors and refused requests of the run; a good run has none. */
  trouble: () => Promise<string[]>;
  snapshot: () => Promise<string>;
  undo: () => Promise<void>;
  boxOf: (name: string) => Promise<Box>;
  /** Pictures of ours on the page, lowest first. */
  pictures: () => Promise<PlacedPicture[]>;
}

type Inside = typeof globalThis & { playground: Promise<Desk> };

/** No run takes as long. */
const LIMIT_MS = 210_000;

/** The last sentence that the plugin said, once it has closed. */
const closing = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const desk = await (globalThis as Inside).playground;
    await desk.run?.closed;
    return desk.host.notices.at(-1);
  });

/** What a run that does not end shows and has said so far. */
async function stateOf(page: Page): Promise<string> {
  const said: Promise<unknown> = page.evaluate(async () => {
    const { run, host } = await (globalThis as Inside).playground;
    return { log: run?.log, problems: run?.problems, notices: host.notices };
  });
  const seen: Promise<unknown>[] = page
    .frames()
    .map(async (frame) => (await frame.locator('body').innerText()).slice(0, 300));
  const told = await Promise.allSettled([said, ...seen].map((part) => within(10_000, part)));
  return JSON.stringify(
    told.map((part) =>
      part.status === 'rejected' ? String(part.reason) : part.value === LATE ? 'silent' : part.value,
    ),
  );
}

/** The playground at this address; what its page asks for from then on is added to `asked`. */
async function openPage(
  browser: Pick<Browser | BrowserContext, 'newPage'>,
  address: string,
  asked: string[],
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  // Playwright's 30 s is what a busy machine with two cores may need for one start; and what is waited for is
  // said before the test's own limit is over.
  page.setDefaultTimeout(100_000);
  await page.goto(address);
  await page.waitForFunction(() => (globalThis as Inside).playground);
  await page.evaluate(async () => void (await (globalThis as Inside).playground));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  return page;
}

export async function openPlayground(
  browser: Pick<Browser | BrowserContext, 'newPage'>,
  url: string,
  { size, ...options }: Options = {},
): Promise<Playground> {
  const asked: string[] = [];
  const query = new URLSearchParams({ ...options }).toString();
  const open = () => openPage(browser, `${url}?${query}`, asked);
  let page = await open();

  /** What a run does. One that hangs says what it hung on before its test's own limit is over. */
  async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
    const done = await within(LIMIT_MS, work);
    if (done !== LATE) return done;
    const hung = page;
    const state = await stateOf(hung);
    page = await open(); // what holds this page up must not hold up the next try
    void hung.close();
    throw new Error(`did not ${what} within ${LIMIT_MS} ms: ${state}`);
  }

  const desk: Playground = {
    get page() {
      return page;
    },
    asked,
    select: (...names) =>
      page.evaluate(async (names) => {
        const desk = await (globalThis as Inside).playground;
        const all = desk.store.get(desk.store.currentPage).children.map((id) => desk.store.get(id));
        const ids = names.map((name) => all.find((record) => record.props['name'] === name)?.id);
        const missing = names.filter((_, i) => ids[i] === undefined);
        if (missing.length > 0) throw new Error(`no layer is named ${missing.join(' or ')}`);
        desk.select(ids.filter((id) => id !== undefined));
      }, names),
    remember: (settings) =>
      page.evaluate(async (settings) => {
        (await (globalThis as Inside).playground).host.storage.set('settings', settings);
      }, settings),
    start: (command) =>
      inTime(
        `start ${command}`,
        page.evaluate(async (command) => {
          await (await (globalThis as Inside).playground).start(command);
        }, command),
      ),
    window: async () => {
      const element = await page.waitForSelector('.plugin-window iframe');
      const frame = await element.contentFrame();
      if (!frame) throw new Error('the window has no frame');
      return frame;
    },
    closed: () => inTime('close', closing(page)),
    trouble: () =>
      page.evaluate(async () => {
        const desk = await (globalThis as Inside).playground;
        return [...(desk.run?.problems ?? []), ...(desk.run?.fetched ?? []), ...desk.blocked];
      }),
    snapshot: () => page.evaluate(async () => (await (globalThis as Inside).playground).store.snapshot()),
    undo: () => page.evaluate(async () => void (await (globalThis as Inside).playground).store.undo()),
    boxOf: (name) =>
      page.evaluate(async (name) => {
        const { store } = await (globalThis as Inside).playground;
        const found = store
          .get(store.currentPage)
          .children.map((id) => store.get(id))
          .find(({ props }) => props['name'] === name);
        const { relativeTransform, width, height } = found!.props as Record<string, unknown>;
        const [[, , x], [, , y]] = relativeTransform as [[number, number, number], [number, number, number]];
        return { x, y, width: width as number, height: height as number };
      }, name),
    pictures: async () => {
      const found = await page.evaluate(async () => {
        const { store } = await (globalThis as Inside).playground;
        const records = store.get(store.currentPage).children.map((id) => store.get(id));
        return records
          .filter(({ pluginData }) => pluginData['made'])
          .map(({ props, pluginData }) => {
            const [[, , x], [, , y]] = props['relativeTransform'] as [
              [number, number, number],
              [number, number, number],
            ];
            const [fill] = props['fills'] as [{ imageHash: string }];
            const { made, put } = JSON.parse(pluginData['made']!) as { made: Made; put: { on: Box } };
            const bytes = store.images.get(fill.imageHash)!.bytes;
            let png = '';
            for (const byte of bytes) png += String.fromCharCode(byte);
            const { name, width, height } = props as { name: string; width: number; height: number };
            return { x, y, width, height, name, made, on: put.on, png: btoa(png) };
          });
      });
      return found.map((picture) => ({
        ...picture,
        png: new Uint8Array(Buffer.from(picture.png, 'base64')),
      }));
    },
  };
  if (size) await desk.remember({ ...PLAIN, model: 'realize', studio: 'soft', size });
  return desk;
}

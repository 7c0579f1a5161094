// A page in Chromium → megabytes that it and its worker hold after a forced collection. For the long run
// (endure.ts).
import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Memory {
  /** Objects and buffers of the page and the frames in it. */
  page: number;
  /** Objects and buffers of the worker, its WebAssembly memory among them. */
  worker: number;
  /** All that the browser's process for page, frames and worker holds of the machine. */
  process: number;
}

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

const MB = 1024 * 1024;
const heapOf = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number =>
  (usedSize + backingStorageSize) / MB;

export interface Scale {
  weigh(): Promise<Memory>;
}

/** Frames must lie in the page's own process: a data: frame without sandbox does. */
export async function openScale(browser: Browser, page: Page): Promise<Scale> {
  const session = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  const workers = await openWorkers(session);
  return {
    async weigh() {
      let worker = 0;
      for (const ask of workers.values()) worker += heapOf(await collected(ask));
      const heap = heapOf(await collected((method) => session.send(method as 'Runtime.getHeapUsage')));
      return { page: heap, worker, process: await residentMb(whole) };
    },
  };
}

type Ask = (method: string) => Promise<unknown>;

/** Twice: what the first round finalises the second one frees. */
async function collected(ask: Ask): Promise<HeapUsage> {
  await ask('HeapProfiler.collectGarbage');
  await ask('HeapProfiler.collectGarbage');
  return (await ask('Runtime.getHeapUsage')) as HeapUsage;
}

/** The workers that run, by session, each with how to ask it. */
async function openWorkers(session: CDPSession): Promise<Map<string, Ask>> {
  const workers = new Map<string, Ask>();
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return;
    workers.set(sessionId, (method) => {
      const id = (last += 1);
      const answer = new Promise((done) => waiting.set(id, done));
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
      return answer;
    });
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return workers;
}

/**
 * The most that the largest renderer ever held of the machine, resident, in megabytes. Linux only; else 0.
 */
export async function peakMb(browser: Browser): Promise<number> {
  const texts = await ofRenderers(await browser.newBrowserCDPSession(), 'status');
  return Math.max(0, ...texts.map((text) => Number(/^VmHWM:\s+(\d+) kB/m.exec(text)?.[1] ?? '0'))) / 1024;
}

/**
 * Private memory of the largest renderer, in megabytes: the one with page and worker in it. Linux only; else
 * 0.
 */
async function residentMb(whole: CDPSession): Promise<number> {
  const sizes = await ofRenderers(whole, 'smaps_rollup');
  const privateKb = (text: string): number =>
    [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb), 0);
  return Math.max(0, ...sizes.map(privateKb)) / 1024;
}

/** What the kernel tells of each; empty where it tells nothing. */
async function ofRenderers(whole: CDPSession, file: string): Promise<string[]> {
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return Promise.all(ids.map((id) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')));
}

import { describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { useSite } from './site.ts';

// The stand-in's own window, with a plugin made for this test instead of ours.

const site = useSite();

const CODE = `
  figma.showUI(__html__, { themeColors: true, width: 320, height: 200, title: 'Probe' });
  figma.ui.postMessage({ hello: new Uint8Array([1, 2, 3]) });
  figma.ui.onmessage = (message, { origin }) => {
    if (message.type === 'seen') console.log(JSON.stringify({ ...message.seen, messageOrigin: origin }));
    if (message.type === 'theme') console.log(message.theme);
  };`;

/** Tries all that a page without rights must not get, and tells what came of it. */
const PAGE = `<!doctype html>
<html lang="en">
<title>Probe</title>
<div id="box" style="background: var(--figma-color-bg)"></div>
<script>
  const seen = { origin: self.origin, secure: isSecureContext, gpu: 'gpu' in navigator, mode: document.compatMode };
  const refused = (name, use) => { try { use(); seen[name] = 'allowed' } catch (error) { seen[name] = error.name } };
  refused('localStorage', () => localStorage.getItem('a'));
  refused('cookie', () => { document.cookie = 'a=b'; if (document.cookie === '') throw new DOMException('', 'SecurityError') });
  refused('parent', () => parent.document.title);
  refused('eval', () => (0, eval)('1'));
  const theme = () => document.documentElement.className + ' ' + getComputedStyle(box).backgroundColor;
  const post = (message) => parent.postMessage({ pluginMessage: message }, '*');
  onmessage = async ({ data }) => {
    seen.message = data.pluginMessage.hello instanceof Uint8Array && data.pluginMessage.hello.length;
    seen.extra = Object.keys(data).join();
    seen.theme = theme();
    seen.fetch = await fetch('https://example.com/a').then(() => 'allowed', (error) => error.name);
    seen.dataFetch = await fetch('data:,x').then((answer) => answer.text(), (error) => error.name);
    seen.image = await new Promise((done) => { const image = new Image(); image.onload = () => done('allowed'); image.onerror = () => done('refused'); image.src = 'https://example.com/b.png'; });
    seen.wasm = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'allowed', (error) => error.name);
    const address = URL.createObjectURL(new Blob(['postMessage(1)']));
    const start = (from) => new Promise((done) => { try { const worker = new Worker(from); worker.onmessage = () => done('runs'); worker.onerror = () => done('refused'); } catch (error) { done(error.name) } });
    seen.blobWorker = await start(address);
    seen.dataWorker = await start('data:text/javascript,postMessage(1)');
    post({ type: 'seen', seen });
    new MutationObserver(() => post({ type: 'theme', theme: theme() })).observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  };
</script>`;

type Inside = typeof globalThis & { playground: Promise<Desk> };

async function probe(query: string) {
  const page = await site.browser.newPage();
  const asked: string[] = [];
  // A request that the policy stops is announced too, and then fails with "csp": it has gone nowhere.
  page.on('requestfinished', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url))
      asked.push(request.url());
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp')
      asked.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  await page.route('**/code.js', (route) => route.fulfill({ body: CODE, contentType: 'text/javascript' }));
  await page.route('**/ui.html', (route) => route.fulfill({ body: PAGE, contentType: 'text/html' }));
  await page.goto(`${site.url}?theme=light&samples=0&${query}`);
  await page.evaluate(async () => void (await (await (globalThis as Inside).playground).start('go')));
  const line = async (index: number): Promise<string> => {
    const read = (at: number) =>
      page.evaluate(
        async (wanted) => (await (globalThis as Inside).playground).run?.log[wanted]?.text ?? '',
        at,
      );
    await expect.poll(() => read(index), { timeout: 20_000 }).not.toBe('');
    return read(index);
  };
  const seen = JSON.parse(await line(0)) as Record<string, unknown>;
  const blocked = await page.evaluate(async () => (await (globalThis as Inside).playground).blocked);
  return { page, seen, blocked, asked, line };
}

const COMMON = {
  origin: 'null',
  messageOrigin: 'null',
  mode: 'CSS1Compat',
  localStorage: 'SecurityError',
  cookie: 'SecurityError',
  parent: 'SecurityError',
  eval: 'EvalError',
  message: 3,
  extra: 'pluginMessage,pluginId',
  theme: 'figma-light rgb(255, 255, 255)',
  fetch: 'TypeError',
  dataFetch: 'x',
  image: 'refused',
  wasm: 'allowed',
};

describe("the window's rights", () => {
  it.each([
    ['frame=data', { secure: false, gpu: false, blobWorker: 'runs', dataWorker: 'runs' }],
    ['frame=sandboxed', { secure: false, gpu: false, blobWorker: 'runs', dataWorker: 'runs' }],
    ['frame=srcdoc', { secure: true, gpu: true, blobWorker: 'runs', dataWorker: 'runs' }],
    ['frame=data&policy=worker-data', { blobWorker: 'refused', dataWorker: 'runs' }],
    ['frame=sandboxed&policy=worker-none', { blobWorker: 'refused', dataWorker: 'refused' }],
    ['frame=srcdoc&policy=strict', { blobWorker: 'refused', dataWorker: 'refused' }],
  ])('%s', async (query, more) => {
    const { page, seen, blocked, asked } = await probe(query);
    expect(seen).toMatchObject({ ...COMMON, ...more });
    // Every try is counted, and none gets out.
    expect(blocked).toEqual(expect.arrayContaining(['https://example.com/a', 'https://example.com/b.png']));
    expect(asked).toEqual([]);
    expect(await page.textContent('.status')).toMatch(/^2 requests/);
    await page.close();
  });

  it('the theme changes live', async () => {
    const { page, line } = await probe('frame=sandboxed');
    await page.click('[aria-label="Switch to dark theme"]');
    expect(await line(1)).toBe('figma-dark rgb(44, 44, 44)');
    await page.close();
  });

  it('its cross closes the plugin', async () => {
    const { page } = await probe('frame=sandboxed');
    await page.click('[aria-label="Close the plugin"]');
    expect(await page.evaluate(async () => (await (globalThis as Inside).playground).run?.isClosed)).toBe(
      true,
    );
    expect(await page.locator('iframe').count()).toBe(0);
    await page.close();
  });
});

import { describe, expect, it } from 'vitest';
import type { FaultId } from '../../host/faults/faults.ts';
import type { Desk } from '../../host/playground/desk.ts';
import { useSite } from './site.ts';

// What goes wrong inside the stand-in's frame and its workers, with a plugin made for this test instead of
// ours.

const site = useSite();

const CODE = `
  figma.showUI(__html__, { themeColors: true });
  figma.ui.onmessage = (message) => { console.log(typeof message === 'string' ? message : JSON.stringify(message)); };
  figma.ui.postMessage('start');`;

/**
 * A module with one page of memory and g(), which asks for one more by its own instruction: −1 when there is
 * none.
 */
const GROWS = [
  [0, 97, 115, 109, 1, 0, 0, 0],
  [1, 5, 1, 96, 0, 1, 127],
  [3, 2, 1, 0],
  [5, 3, 1, 0, 1],
  [7, 5, 1, 1, 103, 0, 0],
  [10, 8, 1, 6, 0, 65, 1, 64, 0, 11],
].flat();

/** One worker, asked three times: does it answer, can its memory grow, does its network stay shut? */
const PAGE = `<!doctype html><title>Probe</title><script>
  const post = (message) => parent.postMessage({ pluginMessage: message }, '*');
  const work = \`onmessage = async ({ data }) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    let grown; try { grown = memory.grow(1) } catch (error) { grown = error.name }
    const { instance } = await WebAssembly.instantiate(new Uint8Array([${GROWS.join()}]));
    const inside = instance.exports.g();
    const net = await fetch('https://example.com/from-worker').then(() => 'open', () => 'shut');
    postMessage(data + ': grew ' + grown + ' ' + inside + ', ' + net);
  }\`;
  const start = (address) => new Promise((done) => {
    let worker;
    try { worker = new Worker(address) } catch (error) { return done(error.name) }
    const answers = [];
    const timer = setTimeout(() => done([...answers, 'silence'].join("; ")), 2500);
    const end = (text) => { clearTimeout(timer); done(text) };
    worker.onmessage = ({ data }) => { answers.push(data); if (answers.length === 3) end(answers.join('; ')); else worker.postMessage(answers.length + 1) };
    worker.onerror = (event) => { event.preventDefault(); end([...answers, 'error ' + event.message].join('; ')) };
    worker.postMessage(1);
  });
  let heard = 0;
  addEventListener('message', async (event) => {
    if (event.source !== parent) { heard += 1; if (heard % 20 === 1) post('a stranger spoke'); return; } // again and again: the first may come before the relays stand
    if (event.data.pluginMessage !== 'start') return;
    post('blob ' + await start(URL.createObjectURL(new Blob([work], { type: 'text/javascript' }))));
    post('data ' + await start('data:text/javascript;charset=utf-8,' + encodeURIComponent(work)));
    post('end');
  });
</script>`;

type Inside = typeof globalThis & { playground: Promise<Desk> };

/** Until each line of `awaited` has been said. */
async function probe(query: string, awaited: readonly string[] = ['end']) {
  const page = await site.pages.newPage();
  await page.route('**/code.js', (route) => route.fulfill({ body: CODE, contentType: 'text/javascript' }));
  await page.route('**/ui.html', (route) => route.fulfill({ body: PAGE, contentType: 'text/html' }));
  await page.goto(`${site.url}?theme=light&samples=0&${query}`);
  await page.evaluate(async () => void (await (await (globalThis as Inside).playground).start('go')));
  const read = () =>
    page.evaluate(async () => {
      const { run, blocked, host } = await (globalThis as Inside).playground;
      return {
        lines: run?.log.map(({ text }) => text) ?? [],
        problems: [...(run?.problems ?? [])],
        blocked: [...blocked],
        struck: host.struck.map(({ id }) => id),
      };
    });
  await expect
    .poll(async () => (await read()).lines, { timeout: 40_000 })
    .toEqual(expect.arrayContaining([...awaited]));
  const seen = await read();
  await page.close();
  return seen;
}

const GOOD = [1, 2, 3].map((n) => `${n}: grew 1 1, shut`).join('; ');

describe('inside the frame', () => {
  it.each(['frame=data', 'frame=sandboxed&depth=2', 'frame=data&depth=3', 'frame=srcdoc&depth=3'])(
    '%s: messages pass, workers work, and every request of theirs is counted',
    async (query) => {
      const { lines, problems, blocked } = await probe(query);
      expect(lines).toEqual([`blob ${GOOD}`, `data ${GOOD}`, 'end']);
      expect(problems).toEqual([]);
      expect(blocked).toEqual(Array<string>(6).fill('https://example.com/from-worker'));
    },
  );

  const FAULTS: [FaultId, string, string, string][] = [
    ['worker-refused', ':1', 'SecurityError', GOOD],
    ['worker-killed', ':2', '1: grew 1 1, shut; silence', GOOD],
    ['worker-killed', ':1×2', 'silence', 'silence'],
    ['worker-crashed', ':2', '1: grew 1 1, shut; error Uncaught Error: RuntimeError: unreachable', GOOD],
    ['worker-hangs', ':3', '1: grew 1 1, shut; 2: grew 1 1, shut; silence', GOOD],
    [
      'wasm-out-of-memory',
      ':2',
      '1: grew 1 1, shut; 2: grew RangeError 1, shut; 3: grew RangeError 1, shut',
      GOOD,
    ],
    ['wasm-out-of-memory', ':1', [1, 2, 3].map((n) => `${n}: grew RangeError -1, shut`).join('; '), GOOD],
  ];
  it.each(FAULTS)('%s%s', async (id, more, first, second) => {
    const { lines, struck } = await probe(`frame=sandboxed&fault=${id}${encodeURIComponent(more)}`);
    expect(lines).toEqual([`blob ${first}`, `data ${second}`, 'end']);
    expect(new Set(struck)).toEqual(new Set([id]));
  });

  it('a stranger reaches the frame, three deep, but is not its parent', async () => {
    const { lines, struck } = await probe('frame=data&depth=3&fault=stranger', ['a stranger spoke', 'end']);
    expect(lines.filter((line) => line !== 'a stranger spoke')).toEqual([
      `blob ${GOOD}`,
      `data ${GOOD}`,
      'end',
    ]);
    expect(lines).toContain('a stranger spoke');
    expect(struck).toEqual(['stranger']);
  });
});

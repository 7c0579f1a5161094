import { describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { STAGES } from '../../src/words.ts';
import { openPlayground, type Options, type Playground } from './desk.ts';
import { useSite } from './site.ts';

// The real plugin in its window, three frames deep as in Figma. Every way to hold it: matrix.test.ts.

const site = useSite();
const DEEP: Options = { frame: 'sandboxed', depth: '3', size: 512 };

const WORKING = new RegExp(Object.values(STAGES).join('|'));

type Inside = typeof globalThis & { playground: Promise<Desk> };

/** The document of the plugin's page itself. */
async function innermost(desk: Playground) {
  let frame = await desk.window();
  for (;;) {
    const [next] = frame.childFrames();
    if (!next) {
      const isOurs = await frame.waitForSelector('#panel, iframe', { state: 'attached' });
      if ((await isOurs.getAttribute('id')) === 'panel') return frame;
    } else frame = next;
  }
}

async function expectNothingLeft(desk: Playground, before: string): Promise<void> {
  expect(await desk.snapshot()).toBe(before);
  const steps = await desk.page.evaluate(
    async () => (await (globalThis as Inside).playground).store.depth.undo,
  );
  expect(steps, 'steps of undo in which nothing happened').toBe(0);
  expect(await desk.page.locator('iframe').count()).toBe(0);
  // What computes in the middle of WebAssembly is ended by the browser after a grace of its own.
  await expect.poll(() => desk.page.workers().length, { timeout: 30_000 }).toBe(0);
  expect(await desk.trouble()).toEqual([]);
  expect(desk.asked).toEqual([]);
}

describe('the window three frames deep', () => {
  /** So many that each moment lasts for seconds, on a fast machine too. */
  const DRAWINGS = ['Mug', 'Lamp', 'Shoe', 'Chair', 'Car', 'House', 'Watch', 'Robot'];
  /** Each ends when the moment has come. */
  const MOMENTS: [string, (desk: Playground) => Promise<unknown>][] = [
    ['as soon as it is there', (desk) => desk.page.waitForSelector('.plugin-window iframe')],
    [
      'while the engine is made ready',
      async (desk) => (await innermost(desk)).getByRole('progressbar').waitFor(),
    ],
    [
      'in the middle of the work',
      // Whichever stage is seen first: each lasts some hundredths of a second.
      async (desk) => (await innermost(desk)).getByText(WORKING).first().waitFor(),
    ],
    [
      'when the first pictures stand',
      (desk) =>
        expect.poll(async () => (await desk.pictures()).length, { timeout: 60_000 }).toBeGreaterThan(0),
    ],
  ];
  it.each(MOMENTS)('closed %s: nothing has changed, nothing runs on', async (_, come) => {
    const desk = await openPlayground(site.pages, site.url, DEEP);
    await desk.select(...DRAWINGS);
    const before = await desk.snapshot();
    await desk.start('realize');
    await come(desk);
    await desk.page.click('[aria-label="Close the plugin"]');
    await desk.closed();
    await expectNothingLeft(desk, before);
    await desk.page.close();
  });

  it('follows the theme while it is open', async () => {
    const desk = await openPlayground(site.pages, site.url, { ...DEEP, theme: 'light' });
    await desk.select();
    await desk.start('open');
    const window = await innermost(desk);
    const look = () =>
      window.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return `${document.documentElement.className}: ${color} on ${backgroundColor}`;
      });
    const light = await look();
    expect(light).toContain('figma-light');
    await desk.page.click('[aria-label="Switch to dark theme"]');
    await expect.poll(look).toContain('figma-dark');
    const [, lightColours] = light.split(': ');
    const [, darkColours] = (await look()).split(': ');
    expect(darkColours).not.toBe(lightColours);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });

  it('on a board', async () => {
    const desk = await openPlayground(site.pages, site.url, { ...DEEP, editor: 'figjam' });
    await desk.select('Mug');
    await desk.start('realize');
    expect(await desk.closed()).toBe('Realized: Mug');
    expect((await desk.pictures()).map(({ made }) => made.runtime)).toEqual(['WASM']);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });
});

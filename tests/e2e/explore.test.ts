// The Explore tab of the built panel: a grid of colourways by real workers, placed, kept, liked and
// cancelled.
import { mkdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPLORE, PANEL } from '../../src/words.ts';
import { openPlayground, type Options, type Playground } from './desk.ts';
import { useSite } from './site.ts';

const site = useSite();
/** Of a tile: where none of its own buttons lies. */
const CORNER = { position: { x: 8, y: 8 } };

beforeAll(() => void mkdirSync('artifacts', { recursive: true }));

/** The tab, with what is selected. */
async function explore(options: Options, ...names: string[]): Promise<{ desk: Playground; window: Frame }> {
  const desk = await openPlayground(site.pages, site.url, options);
  await desk.select(...names);
  await desk.start('open');
  const window = await desk.window();
  await window.locator('.tabs').getByText(PANEL.tab.explore).click();
  return { desk, window };
}

/** Waits until every tile has its picture, and gives a short sum of the pixels of each. */
async function tiles(window: Frame, count: number): Promise<number[]> {
  await expect.poll(() => window.locator('.tile canvas').count(), { timeout: 100_000 }).toBe(count);
  await window.getByRole('grid').and(window.locator('[aria-busy="false"]')).waitFor();
  return window.locator('.tile canvas').evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((sum, value, i) => (sum * 31 + value * ((i % 97) + 1)) % 1_000_003, 7);
    }),
  );
}

describe('Explore in the browser', () => {
  it('makes a grid without touching the document, places what was chosen as one step of undo', async () => {
    const { desk, window } = await explore({ theme: 'light' }, 'Mug');
    const before = await desk.snapshot();
    const first = await tiles(window, 4);
    expect(new Set(first).size).toBe(4);
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/explore-light.png' });

    await window.getByRole('textbox', { name: EXPLORE.seed }).fill('7');
    await expect.poll(() => tiles(window, 4), { timeout: 60_000 }).not.toEqual(first);
    await window.getByRole('textbox', { name: EXPLORE.seed }).fill('1');
    await expect.poll(() => tiles(window, 4), { timeout: 60_000 }).toEqual(first);
    expect(await desk.snapshot()).toBe(before);

    await window.locator('[data-tile="0"]').click();
    await window.locator('[data-tile="0"]').press('ArrowDown');
    await window.locator('[data-tile="2"]:focus').press(' ');
    await window.getByRole('gridcell', { selected: true }).nth(1).waitFor();
    await window.getByRole('button', { name: EXPLORE.place(2), exact: true }).click();
    await window.getByText(EXPLORE.placed(2)).waitFor();
    const placed = (await desk.pictures()).sort((a, b) => a.x - b.x);
    expect(placed.map(({ name, made }) => [name, made.settings.size])).toEqual([
      ['Mug · realized 1', 1024],
      ['Mug · realized 2', 1024],
    ]);
    const [left, right] = placed;
    expect(left!.made.settings.parts).not.toEqual(right!.made.settings.parts);
    expect(right!.x).toBeGreaterThanOrEqual(left!.x + left!.width); // side by side
    await desk.page.screenshot({ path: 'artifacts/explore-placed.png' });
    await desk.undo();
    expect(await desk.pictures()).toEqual([]);

    // The ways of the hand and of the keys to one at once.
    const standing = async () => (await desk.pictures()).length;
    await window.locator('[data-tile="3"]').dblclick(CORNER);
    await expect.poll(standing, { timeout: 60_000 }).toBe(1);
    await window.locator('[data-tile="1"]').press('Enter');
    await expect.poll(standing, { timeout: 60_000 }).toBe(2);
    expect(await desk.trouble()).toEqual([]);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });

  it('says what to do when nothing is selected; keeps a part, goes on from a tile, hands one to Realize; Esc cancels and leaves the panel open', async () => {
    const { desk, window } = await explore({ theme: 'dark', size: 512 });
    await window.getByText(EXPLORE.select).waitFor();
    await desk.select('Mug');
    await tiles(window, 4);
    await window.getByText('9', { exact: true }).click();
    await window.locator('.skeleton').first().waitFor();
    await desk.page.keyboard.press('Escape');
    await window.getByText(EXPLORE.cancelled).waitFor();
    await window.getByRole('button', { name: EXPLORE.resume }).click();
    const nine = await tiles(window, 9);
    expect(new Set(nine).size).toBe(9);
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/explore-dark.png' });

    await window.locator('[data-tile="4"]').hover(CORNER);
    await window.getByRole('gridcell').nth(4).getByRole('button', { name: EXPLORE.like }).click();
    await window.getByText(EXPLORE.liking).waitFor();
    await window.getByRole('checkbox', { name: EXPLORE.parts, exact: true }).click();
    await window.locator('.keep-part').first().getByRole('checkbox').click();
    await window.getByText(EXPLORE.partsKept(1)).waitFor();
    await expect.poll(() => window.locator('.tile canvas').count(), { timeout: 60_000 }).toBeGreaterThan(2);
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/explore-like-dark.png' });

    await window.locator('[data-tile="1"]').hover(CORNER);
    await window.getByRole('gridcell').nth(1).getByRole('button', { name: EXPLORE.use }).click();
    await window.locator('.stage').waitFor();
    expect(await desk.trouble()).toEqual([]);
    expect(await desk.pictures()).toEqual([]);
    await desk.page.close();
  });
});

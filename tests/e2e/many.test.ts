// Several drawings selected in the built panel: all are placed one after another, a failure or a cancel keeps
// the others.
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEAST_PANEL } from '../../src/protocol/placing.ts';
import { MANY, PANEL } from '../../src/words.ts';
import { openPlayground } from './desk.ts';
import { complaints } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

beforeAll(() => void mkdirSync('artifacts', { recursive: true }));

const names = (pictures: { name: string }[]) => pictures.map(({ name }) => name).sort();

describe('many at once in the browser', () => {
  it('places all that can be placed, says of which it could not, as one step of undo', async () => {
    const desk = await openPlayground(site.pages, site.url, { theme: 'light', size: 512 });
    await desk.select('Headphones', 'Draw here', 'Mug', 'Vase');
    await desk.start('open');
    const window = await desk.window();
    const before = await desk.snapshot();
    await window.locator('.title').getByText('Headphones', { exact: true }).waitFor();
    // As narrow as the panel can be made.
    await desk.page.locator('.plugin-body').evaluate((body: HTMLElement, wide) => {
      body.style.width = `${wide}px`;
    }, LEAST_PANEL.width);
    const isCut = (): Promise<boolean> =>
      window.locator('.title h2').evaluate((name: HTMLElement) => name.scrollWidth > name.clientWidth);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(LEAST_PANEL.width);
    expect(await isCut()).toBe(false);
    await window.getByRole('button', { name: MANY.start(4) }).click();
    await window.locator('.many').getByRole('progressbar').waitFor();
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/many-light.png' });
    await window.getByText(MANY.ended.place(3, 4)).waitFor();
    await window.getByLabel(MANY.refused(1)).first().click();
    await window.locator('.many-refused').getByText('Draw here').waitFor();
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/many-end-light.png' });
    expect(names(await desk.pictures())).toEqual([
      'Headphones · realized',
      'Mug · realized',
      'Vase · realized',
    ]);
    await desk.undo();
    expect(await desk.pictures()).toEqual([]);
    expect(await desk.snapshot()).toBe(before);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });

  it('keeps what is done when it is cancelled by Esc, stays open, and goes on with the rest by keys', async () => {
    // As large as on a first run: none is done before the key that cancels it.
    const desk = await openPlayground(site.pages, site.url, { theme: 'dark' });
    await desk.select('Chair', 'Mug', 'Vase');
    await desk.start('open');
    const window = await desk.window();
    await window.getByRole('button', { name: MANY.start(3) }).click();
    await window.getByText(/^2 of 3 · /).waitFor();
    await window.locator('.tabs').getByText(PANEL.tab.history).click(); // its line is out of sight
    await desk.page.keyboard.press('Escape');
    await window.locator('.tabs').getByText(PANEL.tab.realize).click();
    await window.getByText(MANY.ended.cancelled(1, 3)).waitFor();
    await window.getByRole('button', { name: MANY.goOn(2) }).waitFor();
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/many-cancelled-dark.png' });
    expect(await desk.pictures()).toHaveLength(1); // and the window is still there
    await desk.window();

    const focused = () => window.evaluate(() => document.activeElement?.textContent);
    await window.getByRole('button', { name: MANY.goOn(2) }).press('Enter');
    await expect.poll(focused).toBe(MANY.cancel);
    await desk.page.keyboard.press('Enter'); // what has the focus now: it cancels once more
    await expect.poll(focused).toMatch(/^Go on with [12]$/);
    expect(await complaints(window)).toEqual([]);
    await desk.page.keyboard.press('Enter');
    await window.getByText(MANY.ended.place(3, 3)).waitFor();
    expect(names(await desk.pictures())).toEqual(['Chair · realized', 'Mug · realized', 'Vase · realized']);
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(MANY.dismiss);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });
});

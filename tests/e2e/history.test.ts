// The History tab of the built panel: what was placed is listed, compared, put back, copied and forgotten.
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORY, PANEL, TOLD } from '../../src/words.ts';
import { openPlayground } from './desk.ts';
import { useSite } from './site.ts';

const site = useSite();
/** As long as a busy machine may take. */
const until = <T>(probe: () => Promise<T>) => expect.poll(probe, { timeout: 60_000 });

beforeAll(() => void mkdirSync('artifacts', { recursive: true }));

describe('History in the browser', () => {
  it('lists what was placed, compares two, copies settings, puts back, forgets at the second press', async () => {
    const desk = await openPlayground(site.pages, site.url, { theme: 'dark', size: 512 });
    await desk.select('Mug');
    await desk.start('open');
    const window = await desk.window();
    const tab = (name: string) => window.locator('.tabs').getByText(name, { exact: true }).click();
    const shoot = (name: string) =>
      desk.page.locator('.plugin-window').screenshot({ path: `artifacts/${name}.png` });
    await tab(PANEL.tab.history);
    await window.getByText(HISTORY.empty).waitFor();
    await shoot('history-empty-dark');

    for (const name of ['Mug', 'Vase']) {
      await desk.select(name);
      await tab(PANEL.tab.realize);
      await window.locator('.stage').getByText(name, { exact: true }).waitFor();
      await window.getByRole('button', { name: PANEL.placeWhere.beside, exact: true }).click();
      await until(async () => (await desk.pictures()).map((each) => each.name)).toContain(
        `${name} · realized`,
      );
    }
    await tab(PANEL.tab.history);
    const rows = window.locator('.item');
    await until(() => rows.locator('.item-name').allTextContents()).toEqual(['Vase', 'Mug']);
    await until(() => rows.locator('.thumb img').count()).toBe(2);
    const search = window.getByRole('textbox', { name: HISTORY.search });
    await search.fill('mug');
    await until(() => rows.locator('.item-name').allTextContents()).toEqual(['Mug']);
    await search.fill('');
    await until(() => rows.locator('.item-name').allTextContents()).toEqual(['Vase', 'Mug']);
    const small = await rows
      .locator('.thumb img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
    expect(small).toBeGreaterThan(32);
    expect(small).toBeLessThanOrEqual(96);
    await shoot('history-dark');

    const act = (name: string) =>
      window.locator('.item-actions').getByRole('button', { name, exact: true }).click();
    await rows.nth(0).locator('.item-head').click();
    await act(HISTORY.compare);
    await rows.nth(1).locator('.item-head').click();
    await until(() => window.locator('.pair-picture img').count()).toBe(2);
    await window.locator('.pair-stage .slider').fill('0.25');
    expect(await window.locator('.pair-over').getAttribute('style')).toContain('75%');
    await shoot('history-pair-dark');
    await window.getByRole('button', { name: HISTORY.back }).click();

    await desk.select('Chair');
    await rows.nth(0).locator('.item-head').click();
    await act(HISTORY.copyLook);
    await window.getByText(TOLD.looksCopied(1, 0)).waitFor();
    const before = (await desk.pictures()).length;
    await act(HISTORY.restore);
    await window.getByText(/^Placed “Vase · realized” again\.$/).waitFor();
    expect(await desk.pictures()).toHaveLength(before + 1);

    await act(HISTORY.forget);
    expect(await rows.count()).toBe(2);
    await act(HISTORY.forgetSure);
    await until(() => rows.locator('.item-name').allTextContents()).toEqual(['Mug']);
    await window.getByText(HISTORY.forgotten).waitFor();
    expect(await desk.pictures()).toHaveLength(before + 1);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });
});

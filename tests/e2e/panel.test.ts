import { mkdirSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { validateBytes } from 'gltf-validator';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/core/sketch.ts';
import { EXPORT, PANEL, SHORTCUTS } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { complaints, section, sharp, turnTheme } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

beforeAll(async () => {
  mkdirSync('artifacts', { recursive: true });
});

/** Whole and undistorted: nothing of `inner` is cut off by `outer`. */
async function expectInside(window: Frame, outer: string, inner: string): Promise<void> {
  const around = await window.locator(outer).boundingBox();
  const box = await window.locator(inner).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(around!.x);
  expect(box!.y).toBeGreaterThanOrEqual(around!.y);
  expect(box!.x + box!.width).toBeLessThanOrEqual(around!.x + around!.width);
  expect(box!.y + box!.height).toBeLessThanOrEqual(around!.y + around!.height);
}

describe('the panel in the browser', () => {
  it('shows the picture and places it', async () => {
    const desk = await openPlayground(site.pages, site.url, { theme: 'light', size: 512 });
    await desk.select('Mug');
    await desk.start('open');
    const window = await desk.window();
    await window.getByText(/^WASM · \d+ ms$/).waitFor();
    await sharp(window, 'Mug');
    for (const theme of ['dark', 'light']) {
      await turnTheme(desk, window);
      await expectInside(window, '.stage', `canvas[aria-label="${PANEL.picture}: Mug"]`);
      await desk.page.locator('.plugin-window').screenshot({ path: `artifacts/panel-${theme}.png` });
      await desk.page.screenshot({ path: `artifacts/playground-${theme}.png` });
    }

    await section(window, 'surface');
    const shading = window.getByRole('radiogroup', { name: PANEL.shadingTitle });
    expect(await shading.getByRole('radio', { checked: true }).inputValue()).toBe(PLAIN.shading);
    await shading.getByText(PANEL.shadings.replace).click();
    expect(await shading.getByRole('radio', { checked: true }).inputValue()).toBe('replace');
    await sharp(window, 'Mug');
    await window.getByRole('button', { name: PANEL.placeWhere.beside }).click();
    await window.getByText(PANEL.placed('Mug · realized')).waitFor();
    expect((await desk.pictures()).map(({ name }) => name)).toEqual(['Mug · realized']);

    const body = window.locator('body');
    const shaded = () => shading.getByRole('radio', { checked: true }).inputValue();
    await body.press('Control+z');
    await expect.poll(shaded).toBe(PLAIN.shading);
    await body.press('Control+Shift+z');
    await expect.poll(shaded).toBe('replace');
    const percent = window.locator('.percent');
    await body.press('+');
    await expect.poll(() => percent.textContent()).not.toBe(PANEL.zoomed(1));
    await body.press('0');
    await expect.poll(() => percent.textContent()).toBe(PANEL.zoomed(1));
    await body.press('?');
    const keys = window.getByRole('dialog', { name: SHORTCUTS.title });
    await keys.waitFor();
    expect(await complaints(window)).toEqual([]);
    await keys.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await sharp(window, 'Mug');

    await window.getByRole('button', { name: EXPORT.open }).click();
    const [file] = await Promise.all([
      desk.page.waitForEvent('download'),
      window.getByRole('menuitem', { name: EXPORT.relief }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Mug.glb');
    await window.getByText(EXPORT.saved('Mug.glb')).waitFor();
    await window.getByRole('button', { name: EXPORT.open }).click();
    const pixelsAt = async (scale: string, checked: boolean) => {
      const choice = window.getByRole('menuitemradio', { name: new RegExp(`^${scale} · \\d+ px$`), checked });
      return Number(/(\d+) px/.exec((await choice.textContent()) ?? '')?.[1]);
    };
    const told = await pixelsAt('2×', true);
    expect(Math.abs(told - 2 * (await pixelsAt('1×', false)))).toBeLessThanOrEqual(1); // both are rounded
    const [picture] = await Promise.all([
      desk.page.waitForEvent('download'),
      window.getByRole('menuitem', { name: EXPORT.png }).click(),
    ]);
    const png = 'artifacts/mug.png';
    await picture.saveAs(png);
    const { width, height } = decode(readFileSync(png));
    expect(Math.max(width, height)).toBe(told);
    const dragged = await window.locator('.files').evaluate(async (files) => {
      const dataTransfer = new DataTransfer();
      files.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
      const [given] = dataTransfer.files;
      const head = new Uint8Array((await given?.slice(0, 8).arrayBuffer()) ?? new ArrayBuffer(0));
      return { name: given?.name, url: dataTransfer.getData('DownloadURL'), head: [...head] };
    });
    expect(dragged.name).toBe('Mug.png');
    expect(dragged.url).toMatch(/^image\/png:Mug\.png:blob:/);
    expect(dragged.head).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]); // a PNG's signature
    const kept = 'artifacts/mug.glb';
    await file.saveAs(kept);
    const { issues, info } = await validateBytes(new Uint8Array(readFileSync(kept)));
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0]);
    expect(info.materialCount).toBeGreaterThan(3);
    expect(await desk.trouble()).toEqual([]);
    expect(desk.asked).toEqual([]);
    await desk.page.screenshot({ path: 'artifacts/placed.png' });
    await body.press('Escape'); // there is nothing left to leave
    await desk.page.locator('.plugin-window').waitFor({ state: 'detached' });
    await desk.page.close();
  });

  /** Nothing is selected, and the greeting was read. */
  async function firstRun(): Promise<{ desk: Playground; window: Frame }> {
    const desk = await openPlayground(site.pages, site.url);
    await desk.select();
    await desk.start('open');
    const window = await desk.window();
    await window.getByRole('button', { name: PANEL.gotIt }).click();
    await window.getByText(PANEL.select).waitFor();
    return { desk, window };
  }

  it('the greeting of the first run goes with a click, and does not come again', async () => {
    const { desk } = await firstRun();
    await desk.page.locator('[aria-label="Close the plugin"]').click();
    await desk.start('open');
    const again = await desk.window();
    await again.getByText(PANEL.select).waitFor();
    expect(await again.getByText(PANEL.welcome).count()).toBe(0);
    await desk.page.close();
  });

  it('follows the selection, and says what to do when there is none', async () => {
    const { desk, window } = await firstRun();
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/panel-empty.png' });
    await desk.select('Vase');
    await window.getByRole('heading', { name: 'Vase' }).waitFor();
    await window.getByText(/^WASM · \d+ ms$/).waitFor();
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/panel-vase.png' });
    expect(await desk.trouble()).toEqual([]);

    // That nothing was asked for means something only if a question would have been heard.
    await window.evaluate(() => fetch('https://example.com/drawing').catch(() => null));
    await expect.poll(() => desk.trouble()).toEqual(['https://example.com/drawing']);
    await desk.page.close();
  });
});

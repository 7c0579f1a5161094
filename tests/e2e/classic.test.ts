// Pix2Pix as published, chosen by name in the panel: its picture beside ours, of the same drawing.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PANEL } from '../../src/words.ts';
import { openPlayground } from './desk.ts';
import { section } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

// The product is whole with one generator; there is nothing to choose then.
describe.skipIf(!existsSync('models/classic.onnx'))('the classic in the panel', () => {
  it('paints the same drawing in its own silhouette; what it cannot be told is disabled; the choice is kept', async () => {
    const desk = await openPlayground(site.pages, site.url, { size: 512 });
    await desk.select('Mug');
    await desk.start('open');
    const window = await desk.window();
    const took = window.getByText(/^WASM · \d+ ms$/);
    await took.waitFor();
    const shown = window.getByRole('img', { name: `${PANEL.picture}: Mug` });
    const pixels = () => shown.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const ours = await pixels();

    await section(window, 'output');
    await window.getByRole('button', { name: PANEL.model }).click();
    await window.getByRole('menuitemradio', { name: 'Pix2Pix classic' }).click();
    await expect.poll(pixels, { timeout: 60_000 }).not.toBe(ours);
    expect(await window.getByRole('button', { name: new RegExp(`^${PANEL.size}:`) }).isDisabled()).toBe(
      false,
    );
    await section(window, 'lighting');
    const studios = await window.locator('input[name="studio"]').all();
    expect(studios.length).toBeGreaterThan(2);
    for (const studio of studios) expect(await studio.isDisabled()).toBe(true);
    await desk.page.locator('.plugin-window').screenshot({ path: 'artifacts/panel-classic.png' });

    await window.getByRole('button', { name: PANEL.placeWhere.beside }).click();
    await window.getByText(PANEL.placed('Mug · realized')).waitFor();
    const [placed] = await desk.pictures();
    expect(placed?.made.settings.model).toBe('classic');
    const drawn = await desk.boxOf('Mug');
    expect(placed?.width).toBeLessThanOrEqual(drawn.width + 1);
    expect(await desk.trouble()).toEqual([]);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });
});

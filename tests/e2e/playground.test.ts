import { mkdirSync } from 'node:fs';
import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { complaints } from './preview.ts';
import { useSite } from './site.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };

const site = useSite();
let page: Page;
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${site.url}?theme=light`);
  await page.evaluate(async () => void (await (globalThis as Inside).playground));
  await page.waitForSelector('.name');
});
afterEach(() => page.close());

interface Layer {
  name: string;
  type: string;
  children: number;
}
/** The layers of the page or of one frame, lowest first. */
const layers = (frame?: string): Promise<Layer[]> =>
  page.evaluate(async (wanted) => {
    const { store } = await (globalThis as Inside).playground;
    const top = store.get(store.currentPage).children.map((id) => store.get(id));
    const shown = wanted === undefined ? top : top.find((node) => node.props.name === wanted)!.children.map((id) => store.get(id)); // prettier-ignore
    return shown.map(({ props, type, children }) => ({ name: props.name as string, type, children: children.length })); // prettier-ignore
  }, frame);
const selected = (): Promise<unknown[]> =>
  page.evaluate(async () => {
    const { store, selection } = await (globalThis as Inside).playground;
    return selection.map((id) => store.get(id).props.name);
  });
/** Shows one frame at 1:1 and gives its middle on screen. */
const middleOf = async (name: string): Promise<{ x: number; y: number }> => {
  await page.evaluate(async (wanted) => {
    const desk = await (globalThis as Inside).playground;
    const { store } = desk;
    desk.fit(store.get(store.currentPage).children.filter((id) => store.get(id).props.name === wanted));
  }, name);
  const box = (await page.locator('.canvas').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const drag = async (from: [number, number], ...to: [number, number][]): Promise<void> => {
  await page.mouse.move(...from);
  await page.mouse.down();
  for (const point of to) await page.mouse.move(...point);
  await page.mouse.up();
};

describe('the playground', () => {
  it('says what it is, shows the samples and offers the commands of the manifest', async () => {
    expect(await page.textContent('.about p')).toBe(
      'A stand-in for Figma: the real plugin bundle runs here.',
    );
    expect((await layers()).length).toBeGreaterThanOrEqual(12);
    expect(await page.locator('.inspector button').allTextContents()).toEqual([
      'Realize sketch',
      'Open Realize…',
    ]);
    const nameless = await page.locator('button:not([aria-label])').allTextContents();
    expect(nameless.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('selects by click, deeper by double click, several by shift and by marquee', async () => {
    const { x, y } = await middleOf('Mug');
    await page.mouse.click(x, y);
    expect(await selected()).toEqual(['Mug']);
    await page.mouse.dblclick(x - 30, y - 20);
    expect(await selected()).not.toEqual(['Mug']);
    await page.keyboard.press('Escape');
    expect(await selected()).toEqual([]);
    await page.keyboard.press('Shift+Digit1');
    await page.click('.name >> text="Mug"');
    await page.click('.name >> text="Lamp"', { modifiers: ['Shift'] });
    expect((await selected()).sort()).toEqual(['Lamp', 'Mug']);
    const box = (await page.locator('.canvas').boundingBox())!;
    await drag([box.x + 4, box.y + 4], [box.x + box.width - 4, box.y + box.height - 4]);
    expect((await selected()).length).toBe((await layers()).length);
  });

  it('draws into the frame where a stroke begins; undo and redo take it back and bring it again', async () => {
    const { x, y } = await middleOf('Draw here');
    await page.keyboard.press('p');
    const ring = Array.from({ length: 40 }, (_, i): [number, number] => {
      const turn = (i / 39) * 2 * Math.PI;
      return [x + 80 * Math.cos(turn), y + 60 * Math.sin(turn)];
    });
    await drag(ring[0]!, ...ring);
    await page.keyboard.press('r');
    await drag([x - 50, y - 50], [x + 50, y + 20]);
    await page.keyboard.press('l');
    await drag([x - 100, y + 100], [x + 100, y + 90]);
    const kinds = async () => (await layers('Draw here')).map(({ type }) => type);
    expect(await kinds()).toEqual(['VECTOR', 'RECTANGLE', 'LINE']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await kinds()).toEqual(['VECTOR']);
    await page.keyboard.press('Control+Shift+z');
    expect(await kinds()).toEqual(['VECTOR', 'RECTANGLE']);
    await page.click('[aria-label="Undo"]');
    expect(await kinds()).toEqual(['VECTOR']);
  });

  it('moves by dragging and by arrow keys, deletes, and undoes each', async () => {
    const before = await page.evaluate(async () =>
      (await (globalThis as Inside).playground).store.snapshot(),
    );
    const { x, y } = await middleOf('Mug');
    await drag([x, y], [x + 30, y + 10], [x + 60, y + 20]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    expect((await layers()).map(({ name }) => name)).not.toContain('Mug');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
    expect(await page.evaluate(async () => (await (globalThis as Inside).playground).store.snapshot())).toBe(
      before,
    );
  });

  it('zooms about the pointer, pans with the wheel and with space', async () => {
    const view = () =>
      page.evaluate(async () => {
        const { x, y, zoom } = (await (globalThis as Inside).playground).camera;
        return { x, y, zoom };
      });
    const { x, y } = await middleOf('Mug');
    const start = await view();
    await page.keyboard.down('Control');
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await view()).zoom).toBeGreaterThan(start.zoom * 1.5);
    const zoomed = await view();
    await page.mouse.wheel(30, 50);
    await expect.poll(async () => (await view()).y).toBeCloseTo(zoomed.y + 50 / zoomed.zoom);
    const panned = await view();
    await page.keyboard.down(' ');
    await drag([x, y], [x + 40, y]);
    await page.keyboard.up(' ');
    expect((await view()).x).toBeCloseTo(panned.x - 40 / panned.zoom);
    expect(await selected()).toEqual([]);
  });

  it('lists layers: names, order and what is hidden can be changed by keys, and each is a step of undo', async () => {
    await middleOf('Mug');
    await page.click('.name >> text="Mug"');
    const tree = page.getByRole('tree');
    await tree.getByRole('treeitem', { name: 'Mug', selected: true }).focus();
    const before = await layers('Mug');
    await page.keyboard.press('ArrowRight');
    expect(await tree.getByRole('treeitem', { level: 2 }).count()).toBe(before.length);
    await page.keyboard.press('ArrowDown');
    const top = before.at(-1)!.name;
    expect(await selected()).toEqual([top]);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: `New name of ${top}` }).fill('oak lid');
    await page.keyboard.press('Enter');
    await tree.getByRole('treeitem', { name: 'oak lid', selected: true }).waitFor();
    expect((await layers('Mug')).at(-1)!.name).toBe('oak lid');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('oak lid');
    await page.keyboard.press('Alt+ArrowDown');
    expect((await layers('Mug')).at(-2)!.name).toBe('oak lid');
    await page.keyboard.press(' ');
    await tree.getByRole('treeitem', { name: 'oak lid, hidden' }).waitFor();
    mkdirSync('artifacts', { recursive: true });
    for (const theme of ['light', 'dark']) {
      await page.screenshot({ path: `artifacts/playground-layers-${theme}.png` });
      expect(await complaints(page.mainFrame())).toEqual([]);
      if (theme === 'light') await page.click('[aria-label="Switch to dark theme"]');
    }
    for (let i = 0; i < 3; i += 1) await page.click('[aria-label="Undo"]');
    expect(await layers('Mug')).toEqual(before);
  });

  it.each([
    [390, 800],
    [800, 560],
  ])('in a window of %d × %d nothing is cut off, and the plugin lies inside', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.click('.inspector button >> text="Open Realize…"');
    await page.waitForSelector('.plugin-window iframe');
    const outside = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.canvas, .toolbar button, .inspector button, .plugin-window')]
          .filter((one) => {
            const { left, top, right, bottom } = one.getBoundingClientRect();
            return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
          })
          .map((one) => one.ariaLabel ?? one.textContent),
      ); // prettier-ignore
    expect(await outside()).toEqual([]);
    await page.setViewportSize({ width: width - 20, height: height - 20 }); // and follows
    await expect.poll(outside).toEqual([]);
    expect((await page.locator('.canvas').boundingBox())!.width).toBeGreaterThan(0.7 * width);
    await page.screenshot({ path: `artifacts/playground-${width}.png` });
  });

  it('opens SVG and image files, and says why another cannot be opened', async () => {
    const count = (await layers()).length;
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="cup" d="M0 0h9v9z"/></svg>';
    await page.setInputFiles('input[type=file]', [
      { name: 'cup.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) },
      { name: 'bad.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('hello') },
    ]);
    await expect.poll(async () => (await layers()).length).toBe(count + 1);
    expect((await layers()).at(-1)).toEqual({ name: 'cup', type: 'FRAME', children: 1 });
    expect(await selected()).toEqual(['cup']);
    await expect
      .poll(() => page.textContent('.toasts'))
      .toContain('bad.svg could not be opened: not an SVG file');
  });

  it('puts a picture on the clipboard, pixel for pixel', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const data = Uint8Array.of(200, 30, 30, 255, 30, 30, 200, 255);
    const buffer = Buffer.from(encode({ width: 2, height: 1, data, channels: 4 }));
    await page.setInputFiles('input[type=file]', [{ name: 'two.png', mimeType: 'image/png', buffer }]);
    await expect.poll(selected).toEqual(['two']);
    await page.click('text="Copy picture"');
    await expect.poll(() => page.textContent('.toasts')).toContain('Copied.');
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(await item!.getType('image/png'));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, image.width, image.height).data];
    });
    expect(copied).toEqual([...data]);
  });

  it('saves a drawing as the SVG that the plugin would get', async () => {
    const { x, y } = await middleOf('Mug');
    await page.mouse.click(x, y);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text="Save as SVG"')]);
    expect(saved.suggestedFilename()).toBe('Mug.svg');
  });
});

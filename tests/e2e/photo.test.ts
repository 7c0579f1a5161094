// A photo of a sketch on paper, in the built plugin on the stand-in's canvas: tuned, straightened and kept
// before it is placed.
import { mkdirSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { encodePng } from '../../src/core/image/png.ts';
import { openRaster } from '../../src/core/image/raster.ts';
import type { Look } from '../../src/core/sketch.ts';
import { PANEL, PHOTO } from '../../src/words.ts';
import { photographed, SHEET } from '../core/photo/paper.ts';
import { openPlayground, type Playground } from './desk.ts';
import { complaints, sharp, turnTheme } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();
type Inside = typeof globalThis & { playground: Promise<Desk> };

const SIDE = 640;
const NAME = 'paper';
const HOW = { pencil: 0.7, squares: 22, ruling: 0.16, grain: 0.015, lamp: 0.35, shadow: 0.2 };
let photo: Buffer;
let desk: Playground;
let window: Frame;

beforeAll(async () => {
  mkdirSync('artifacts', { recursive: true });
  const rasterise = await openRaster(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  const drawn = rasterise(readFileSync('samples/pencil-teapot.svg', 'utf8'), SIDE, SIDE);
  photo = Buffer.from(encodePng(photographed(drawn, { ...HOW, tint: [1, 0.94, 0.84], sheet: SHEET })));
  desk = await openPlayground(site.pages, site.url, { size: 512 });
  await add(desk, `${NAME}.png`, 'image/png', photo);
  await desk.start('open');
  window = await desk.window();
  await sharp(window, NAME);
  await view('lines');
  await window.locator('.seen img').waitFor();
});

afterEach(async () => {
  expect(await desk.trouble()).toEqual([]);
});

/** As dropped on the canvas; it is selected then. */
const add = (desk: Playground, name: string, mimeType: string, buffer: Buffer) =>
  desk.page.setInputFiles('input[type=file]', [{ name, mimeType, buffer }]);

const view = (name: keyof typeof PANEL.views) =>
  window.locator('.views').getByText(PANEL.views[name]).click();

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 60_000 });

const shot = (desk: Playground, name: string) =>
  desk.page.locator('.plugin-window').screenshot({ path: `artifacts/photo-${name}.png` });

/** Share of the generator's square that is ink. */
const ink = () =>
  window.locator('.seen img').evaluate(async (img: HTMLImageElement) => {
    await img.decode();
    const { naturalWidth: width, naturalHeight: height } = img;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('no pixels can be read here');
    context.drawImage(img, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return data.filter((value, i) => i % 4 === 0 && value < 128).length / (width * height);
  });

const threshold = () => window.getByRole('slider', { name: PHOTO.thresholdLong });
const button = (name: string) => window.getByRole('button', { name, exact: true });
const corner = (index: number) => window.getByRole('slider', { name: PHOTO.corners[index] ?? '' });

/** Drags a corner to a place on the photo, 0…1 of its sides. */
async function drag(index: number, [x, y]: readonly [number, number]): Promise<void> {
  const image = (await window.locator('.sheet-image').boundingBox())!;
  const from = (await corner(index).boundingBox())!;
  await desk.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await desk.page.mouse.down();
  await desk.page.mouse.move(image.x + x * image.width, image.y + y * image.height, { steps: 4 });
  await desk.page.mouse.up();
}

describe('a photo of a sketch', () => {
  it('is tuned while the Lines view shows what the generator sees; nothing is placed', async () => {
    const before = await ink();
    expect(before).toBeGreaterThan(0.01);
    await shot(desk, 'lines');
    const weight = window.getByRole('slider', { name: PHOTO.weightLong });
    await weight.press('End');
    await eventually(ink).toBeGreaterThan(1.5 * before);
    await button(PHOTO.reset).click();
    await eventually(ink).toBe(before);
    await threshold().press('End');
    await eventually(ink).not.toBe(before);
    expect(await threshold().getAttribute('aria-valuetext')).toBe(PHOTO.share(1));
    await button(PHOTO.reset).click();
    await eventually(ink).toBe(before);
    expect(await desk.pictures()).toEqual([]);
  });

  it('has its sheet found: one click takes the corners', async () => {
    const before = await ink();
    await button(PHOTO.useSheet).click();
    await eventually(ink).toBeLessThan(0.8 * before);
    expect(await button(PHOTO.useSheet).count()).toBe(0);
    await shot(desk, 'found');
    await button(PHOTO.reset).click();
    await eventually(ink).toBe(before);
    await button(PHOTO.useSheet).waitFor();
  });

  it('is straightened by its corners, with pointer and keys; what is no sheet is not taken', async () => {
    const before = await ink();
    await button(PHOTO.straighten).click();
    await window.getByRole('img', { name: PHOTO.image(NAME) }).waitFor();
    await drag(0, [0.8, 0.9]);
    await window.getByText(PHOTO.crossed).waitFor();
    expect(await button(PHOTO.done).isDisabled()).toBe(true);
    await shot(desk, 'crossed');
    await window.getByText(PHOTO.crossed).press('Enter');
    expect(await corner(0).count()).toBe(1);
    for (const [index, place] of SHEET.entries()) await drag(index, place);
    await corner(3).press('ArrowRight');
    await corner(3).press('ArrowLeft');
    await shot(desk, 'corners');
    expect(await complaints(window)).toEqual([]);
    await button(PHOTO.done).click();
    // The table's edges all around the sheet were most of the lines.
    await eventually(ink).toBeLessThan(0.8 * before);
    expect(await button(PHOTO.straighten).evaluate((one) => one === document.activeElement)).toBe(true);
    await shot(desk, 'straight');

    // Leaving keeps what was done.
    await button(PHOTO.straighten).click();
    await drag(0, [0.5, 0.5]);
    await corner(0).press('Escape');
    await corner(0).waitFor({ state: 'detached' });
    await view('light');
    await sharp(window, NAME);
    await shot(desk, 'picture');
    expect(await desk.pictures()).toEqual([]);
  });

  it('can be one among vectors, or a frame’s own fill', async () => {
    const href = `data:image/png;base64,${photo.toString('base64')}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><image x="20" y="20" width="260" height="260" href="${href}"/><path d="M300 60L380 60L340 140Z" fill="none" stroke="#000" stroke-width="3"/></svg>`;
    await add(desk, 'among.svg', 'image/svg+xml', Buffer.from(svg));
    await sharp(window, 'among');
    await view('lines');
    await threshold().waitFor();
    await button(PHOTO.straighten).click();
    const { width, height } = (await window.locator('.sheet-image').boundingBox())!;
    // The image alone, not the frame that it lies in.
    expect(width / height).toBeCloseTo(1, 1);
    await shot(desk, 'among');
    await button(PHOTO.cancel).click();

    await desk.page.evaluate(async () => {
      const { store } = await (globalThis as Inside).playground;
      const frame = store.get(store.currentPage).children.map((id) => store.get(id)).find(({ props }) => props['name'] === 'among')!; // prettier-ignore
      const below = (id: string): string[] =>
        store.get(id).children.flatMap((child) => [child, ...below(child)]);
      const fills = below(frame.id).map((id) => store.get(id).props['fills']).find((fills) => JSON.stringify(fills).includes('IMAGE')); // prettier-ignore
      for (const id of frame.children) store.write(id, { visible: false });
      store.write(frame.id, { name: 'filled', fills: fills! });
      store.commit();
    });
    await view('light');
    await desk.select('filled');
    await sharp(window, 'filled');
    await view('lines');
    await threshold().waitFor();
    await eventually(ink).toBeGreaterThan(0.005);
  });

  it('is kept with the drawing, as it was tuned, once the panel closes', async () => {
    const data = await desk.page.evaluate(async (name) => {
      const { run, store } = await (globalThis as Inside).playground;
      run?.close();
      await run?.closed;
      const all = store.get(store.currentPage).children.map((id) => store.get(id));
      return all.find(({ props }) => props['name'] === name)?.pluginData['look'] ?? '{}';
    }, NAME);
    const { look } = JSON.parse(data) as { look?: Look };
    for (const [index, place] of SHEET.entries())
      for (const side of [0, 1] as const)
        expect(look?.photo.corners?.[index]?.[side]).toBeCloseTo(place[side], 2);
  });

  it('can be tuned by all, in the dark and in the narrowest window', async () => {
    await desk.select(NAME);
    await desk.start('open');
    window = await desk.window();
    await sharp(window, NAME);
    await turnTheme(desk, window);
    for (let step = 0; step < 2; step++)
      await window.getByRole('button', { name: PANEL.resize }).press('ArrowLeft');
    await eventually(() => window.evaluate(() => innerWidth)).toBe(320);
    await view('lines');
    await window.locator('.seen img').waitFor();
    await shot(desk, 'lines-dark-320');
    expect(await complaints(window)).toEqual([]);
    await button(PHOTO.straighten).click();
    await shot(desk, 'corners-dark-320');
    expect(await complaints(window)).toEqual([]);
  });
});

// The loop from line to look: the built plugin on the stand-in's canvas, edited, lit, dressed and placed as a
// user does.
import { mkdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { PANEL, sentence } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { edit, hueAt, pictureIn, pixelsOf, sharp } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();
type Inside = typeof globalThis & { playground: Promise<Desk> };

/** Of the mug's picture: on its body, below the band. */
const BODY = [0.4, 0.75] as const;
const BLUE = [
  { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 0.1, g: 0.2, b: 0.9 } },
];

// One panel for all: to open it costs more than all that is done with it. Each test leaves the mug as it
// found it.
let desk: Playground;
let window: Frame;

beforeAll(async () => {
  mkdirSync('artifacts', { recursive: true });
  desk = await openPlayground(site.pages, site.url, { size: 512 });
  await desk.select('Mug');
  await desk.start('open');
  window = await desk.window();
  await sharp(window, 'Mug');
});

beforeEach(async () => {
  await view('light');
  await sharp(window, 'Mug');
});

afterEach(async () => {
  expect(await desk.trouble()).toEqual([]);
});

const view = (name: keyof typeof PANEL.views) =>
  window.locator('.views').getByText(PANEL.views[name]).click();

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 60_000 });

const shot = (name: string) =>
  desk.page.locator('.plugin-window').screenshot({ path: `artifacts/live-${name}.png` });

/** Plugin data of the layer of this name, all keys in one text. */
const dataOf = (name: string) =>
  desk.page.evaluate(async (name) => {
    const { store } = await (globalThis as Inside).playground;
    const all = store.get(store.currentPage).children.map((id) => store.get(id));
    return JSON.stringify(all.find(({ props }) => props['name'] === name)?.pluginData);
  }, name);

describe('the live preview', () => {
  it('follows an edit on the canvas, and writes nothing there', async () => {
    expect(await hueAt(window, 'Mug', ...BODY)).toBe('red');
    await edit(desk, 'Mug', 'ceramic body', { fills: BLUE });
    const edited = await desk.snapshot();
    await eventually(() => hueAt(window, 'Mug', ...BODY)).toBe('blue');
    await sharp(window, 'Mug');
    expect(await hueAt(window, 'Mug', ...BODY)).toBe('blue');
    expect(await desk.snapshot()).toBe(edited);
    await desk.undo();
    await eventually(() => hueAt(window, 'Mug', ...BODY)).toBe('red');
  });

  it('keeps the last picture, dimmed, while there is nothing to realize, and says why', async () => {
    await edit(desk, 'Mug', null, { visible: false });
    const why = window.locator('.advice').getByText(sentence({ refused: 'nothing-seen' }));
    await why.waitFor();
    expect(await window.locator('.preview.dimmed').count()).toBe(1);
    expect(await window.getByRole('button', { name: PANEL.placeWhere.beside }).isDisabled()).toBe(true);
    await shot('dimmed');
    await edit(desk, 'Mug', null, { visible: true });
    await why.waitFor({ state: 'detached' });
    expect(await window.locator('.preview.dimmed').count()).toBe(0);
  });

  it('does not change the place of the picture while it gets sharper', async () => {
    const before = await pictureIn(window, 'Mug').boundingBox();
    await edit(desk, 'Mug', 'ceramic body', { fills: BLUE });
    await window.locator('canvas[data-made="draft"]').waitFor();
    const draft = await pictureIn(window, 'Mug').boundingBox();
    await sharp(window, 'Mug');
    const after = await pictureIn(window, 'Mug').boundingBox();
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs(draft![side] - before![side])).toBeLessThan(3);
      expect(Math.abs(after![side] - before![side])).toBeLessThan(1);
    }
    await desk.undo();
    await eventually(() => hueAt(window, 'Mug', ...BODY)).toBe('red');
  });
});

describe('the light', () => {
  it('follows a drag and the arrow keys, and goes back with a double click or Home', async () => {
    const straight = await pixelsOf(window, 'Mug');
    const pad = window.getByRole('slider', { name: PANEL.turnLight });
    const { x, y, width, height } = (await pad.boundingBox())!;
    await desk.page.mouse.move(x + width / 2, y + height / 2);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x + width * 0.9, y + height / 2, { steps: 12 });
    await desk.page.mouse.up();
    await eventually(() => pixelsOf(window, 'Mug')).not.toBe(straight);
    expect(Number(await pad.getAttribute('aria-valuenow'))).toBeGreaterThan(60);
    await shot('light');
    await pad.dblclick();
    expect(await pad.getAttribute('aria-valuenow')).toBe('0');
    await pad.press('Shift+ArrowLeft');
    expect(await pad.getAttribute('aria-valuenow')).toBe('-30');
    await pad.press('Home');
    expect(await pad.getAttribute('aria-valuenow')).toBe('0');
  });
});

describe('parts', () => {
  it('are pointed at, chosen by a click and coloured; the choice is kept with the frame', async () => {
    const { x, y, width, height } = (await pictureIn(window, 'Mug').boundingBox())!;
    await desk.page.mouse.click(x + BODY[0] * width, y + BODY[1] * height);
    await window.getByRole('option', { name: 'ceramic body', selected: true }).waitFor();
    const field = window.getByLabel(PANEL.hex);
    await field.fill('1040FF');
    await field.press('Enter');
    await eventually(() => hueAt(window, 'Mug', ...BODY)).toBe('blue');
    await shot('parts');

    // Another visit finds it so.
    await desk.select('Vase');
    await sharp(window, 'Vase');
    await desk.select('Mug');
    await sharp(window, 'Mug');
    expect(await hueAt(window, 'Mug', ...BODY)).toBe('blue');
    await view('parts');
    await window.getByRole('option', { name: 'ceramic body' }).click();
    await window.getByRole('button', { name: PANEL.asDrawn }).click();
    await eventually(() => hueAt(window, 'Mug', ...BODY)).toBe('red');
  });

  it('are reached by keys alone', async () => {
    await view('parts');
    await window.getByRole('option').first().focus();
    await desk.page.keyboard.press('ArrowRight');
    await window.locator('.part-pointed').getByText('ceramic body').waitFor();
    await desk.page.keyboard.press('Enter');
    await window.getByRole('option', { name: 'ceramic body', selected: true }).waitFor();
    await window.getByRole('button', { name: PANEL.material }).press('Enter');
    await desk.page.keyboard.press('c');
    await desk.page.keyboard.press('Escape');
    expect(await window.getByRole('menu').count()).toBe(0);
    // Esc closed the menu and not the plugin.
    expect(await window.getByRole('button', { name: PANEL.material }).isVisible()).toBe(true);
  });
});

describe('the window', () => {
  it('can be resized by keys and by its corner, and the plugin makes it so', async () => {
    const width = () => window.evaluate(() => innerWidth);
    const before = await width();
    const corner = window.getByRole('button', { name: PANEL.resize });
    await corner.press('ArrowRight');
    await eventually(width).toBe(before + 20);
    const { x, y } = (await corner.boundingBox())!;
    await desk.page.mouse.move(x + 8, y + 8);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x + 88, y + 28, { steps: 4 });
    await desk.page.mouse.up();
    await eventually(width).toBe(before + 100);
  });
});

describe('placing', () => {
  it('goes where it was said once, and is remembered', async () => {
    await window.getByRole('button', { name: PANEL.placeHow }).click();
    await shot('place');
    await window.getByRole('menuitemradio', { name: PANEL.wheres.over }).click();
    await window.getByRole('button', { name: PANEL.placeWhere.over }).click();
    await window.getByText(PANEL.placed('Mug · realized')).waitFor();
    const drawn = await desk.boxOf('Mug');
    const [over] = await desk.pictures();
    // Over the drawing: its picture lies within a shadow's width of it, not beside it.
    expect(Math.abs(over!.x + over!.width / 2 - drawn.x - drawn.width / 2)).toBeLessThan(drawn.width / 4);

    await window.getByRole('button', { name: PANEL.placeHow }).click();
    await window.getByRole('menuitemradio', { name: PANEL.wheres.fill }).click();
    await window.getByRole('button', { name: PANEL.placeWhere.fill }).click();
    await eventually(() =>
      desk.page.evaluate(async () => {
        const { store } = await (globalThis as Inside).playground;
        const all = store.get(store.currentPage).children.map((id) => store.get(id));
        return JSON.stringify(all.find(({ props }) => props['name'] === 'Mug')?.props['fills']);
      }),
    ).toContain('IMAGE');
    await desk.page.evaluate(async () => (await (globalThis as Inside).playground).run?.close());
    // What was chosen for the drawing is kept with it when the panel closes.
    expect(await dataOf('Mug')).toContain('azimuth');
    await desk.start('open');
    window = await desk.window();
    await window.getByRole('button', { name: PANEL.placeWhere.fill }).waitFor();
  });
});

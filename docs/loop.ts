// The loop from line to look as a user goes it, in the playground: the built plugin, filmed. Out:
// docs/loop.gif.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import type { Desk } from '../host/playground/desk.ts';
import type * as Site from '../host/serve.mjs';
import { EXPLORE, PANEL } from '../src/words.ts';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { openPlayground, type Playground } from '../tests/e2e/desk.ts';
import { edit, pictureIn, sharp } from '../tests/e2e/preview.ts';
import { film, type Shot } from './film.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };

/** Milliseconds that a thing that moves and a thing to look at are seen. */
const [MOVES, STANDS] = [110, 1100];
const BLUES = ['#d9694a', '#b06a6a', '#7f6f92', '#4f73b0', '#2a76c9'];

const paint = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return { fills: [{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r, g, b } }] };
};

/** The mug alone on the canvas, with room beside it, and the panel at its right. */
async function stage(desk: Playground): Promise<void> {
  await desk.page.addStyleTag({ content: '.inspector { visibility: hidden }' });
  await desk.page.evaluate(async () => {
    const desk = await (globalThis as Inside).playground;
    const all = desk.store.get(desk.store.currentPage).children.map((id) => desk.store.get(id));
    desk.select(all.filter(({ props }) => props['name'] !== 'Mug').map(({ id }) => id));
  });
  await desk.page.locator('.canvas').focus();
  await desk.page.keyboard.press('Delete');
  await desk.select('Mug');
  const { x, y } = await desk.boxOf('Mug');
  await desk.page.evaluate(
    async ([x, y]) => {
      const { camera } = await (globalThis as Inside).playground;
      camera.show({ x: x - 50, y: y - 190, width: 1130, height: 690 });
    },
    [x, y] as const,
  );
}

async function shoot(desk: Playground, window: Frame, shots: Shot[]): Promise<void> {
  const see = async (seen: number): Promise<void> => {
    shots.push({ png: await desk.page.screenshot(), seen });
  };
  await see(STANDS);
  for (const colour of BLUES) {
    await edit(desk, 'Mug', 'ceramic body', paint(colour));
    await window.locator('canvas[data-made="draft"]').waitFor();
    await see(2 * MOVES);
  }
  await sharp(window, 'Mug');
  await see(STANDS);

  const pad = window.getByRole('slider', { name: PANEL.turnLight });
  const { x, y, width, height } = (await pad.boundingBox())!;
  await desk.page.mouse.move(x + width / 2, y + height / 2);
  await desk.page.mouse.down();
  for (const turn of [0.35, 0.2, 0.08, 0.25, 0.45, 0.65, 0.85, 0.95]) {
    await desk.page.mouse.move(x + turn * width, y + (0.55 - 0.2 * turn) * height, { steps: 3 });
    await desk.page.waitForTimeout(250);
    await see(MOVES);
  }
  await desk.page.mouse.up();
  await sharp(window, 'Mug');
  await see(STANDS);

  await window.locator('.views').getByText(PANEL.views.parts).click();
  const picture = (await pictureIn(window, 'Mug').boundingBox())!;
  await desk.page.mouse.click(picture.x + 0.4 * picture.width, picture.y + 0.55 * picture.height);
  await see(STANDS);
  await window.locator('.tabs').getByText(PANEL.tab.explore).click();
  for (let tile = 0; tile < 4; tile++) {
    await window.locator('.tile canvas').nth(tile).waitFor();
    await see(3 * MOVES);
  }
  await see(STANDS);
  for (const tile of [1, 2])
    await window.locator(`[data-tile="${tile}"]`).click({ modifiers: ['Shift'], position: { x: 8, y: 8 } });
  await see(STANDS);
  await window.getByRole('button', { name: EXPLORE.place(2), exact: true }).click();
  await window.getByText(EXPLORE.placed(2)).waitFor();
  await see(2 * STANDS);
}

// Not bundled: it finds dist/ by its own place.
const { serve } = (await import(pathToFileURL(resolve('host/serve.mjs')).href)) as typeof Site;
const served = await serve({ port: 0 });
const browser = await launchBrowser();
try {
  const desk = await openPlayground(browser, served.url);
  await desk.page.setViewportSize({ width: 1120, height: 690 });
  await stage(desk);
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, 'Mug');
  await desk.page.addStyleTag({ content: '.plugin-window { left: 744px !important; top: 8px !important }' });
  const shots: Shot[] = [];
  await shoot(desk, window, shots);
  const gif = film(shots);
  await writeFile('docs/loop.gif', gif);
  console.log(`docs/loop.gif  ${shots.length} frames, ${(gif.length / 1e6).toFixed(1)} MB`);
} finally {
  await browser.close();
  await served.close();
}

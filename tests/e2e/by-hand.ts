// Drawings in; the panel opened on them, what is to be seen of them on the canvas, and where a point of
// theirs lies on the screen, out. For tests of what a designer's hand does.
import type { Frame } from 'playwright-core';
import { vi } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { PLAIN } from '../../src/core/sketch.ts';
import { openPlayground, type Playground } from './desk.ts';
import { sharp } from './preview.ts';
import type { Site } from './site.ts';

/** A box and its knob of one colour; two legs of one material and name. */
export const POT = `<rect id="ceramic box" x="100" y="50" width="200" height="150" rx="20" fill="#cc4433"/>
<circle id="steel knob" cx="200" cy="125" r="24" fill="#cc4433"/>
<rect id="oak leg 1" x="120" y="200" width="30" height="80" fill="#8a5a2b"/>
<rect id="oak leg 2" x="250" y="200" width="30" height="80" fill="#6b4420"/>`;
export const cup = (fill: string) => `<path id="cup" d="M120 60h160l-20 200h-120z" fill="${fill}"/>`;

/** Drawings as files, selected; the panel open with a sharp picture of the first. */
export async function opened(
  site: Site,
  drawings: Readonly<Record<string, string>>,
  theme: 'light' | 'dark',
): Promise<{ desk: Playground; window: Frame }> {
  const desk = await openPlayground(site.pages, site.url, { theme, samples: '0', size: 512 });
  const names = Object.keys(drawings);
  const files = names.map((name) => ({
    name: `${name}.svg`,
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">${drawings[name]}</svg>`,
    ),
  }));
  await desk.page.setInputFiles('input[type=file]', files);
  await vi.waitFor(() => desk.select(...names), { timeout: 60_000 });
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, names[0]!);
  return { desk, window };
}

export const shoot = (desk: Playground, name: string) =>
  desk.page.locator('.plugin-window').screenshot({ path: `artifacts/hand-${name}.png` });

type Inside = typeof globalThis & { playground: Promise<Desk> };

/** Whether the layers in a drawing can be seen; of each answer one. */
export const seenIn = (desk: Playground, drawing: string): Promise<boolean[]> =>
  desk.page.evaluate(async (drawing) => {
    const { store } = await (globalThis as Inside).playground;
    const all = store.get(store.currentPage).children.map((id) => store.get(id));
    const found = all.find(({ props }) => props['name'] === drawing)!;
    return [...new Set(found.children.map((id) => store.get(id).props['visible'] !== false))];
  }, drawing);

/** The panel, opened by somebody else who has the file and nothing of what Figma stores for a person. */
export async function handOver(desk: Playground): Promise<void> {
  await desk.page.evaluate(async () => {
    const { host } = await (globalThis as Inside).playground;
    for (const key of host.storage.keys()) host.storage.delete(key);
  });
  await desk.remember({ ...PLAIN, model: 'realize', studio: 'soft', size: 512 });
  await desk.start('open');
}

/** Where a point of the drawing that is shown lies on the screen, by its own coordinates. */
export async function onScreen(window: Frame, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = (await window.locator('.framed').first().boundingBox())!;
  return { x: box.x + (x / 400) * box.width, y: box.y + (y / 300) * box.height };
}

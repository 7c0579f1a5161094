// The panel's window in, what can be seen and touched of its preview out: for the browser tests and the
// benchmark.
import { readFileSync } from 'node:fs';
import type { Frame, Locator } from 'playwright-core';
import type { Desk } from '../../host/playground/desk.ts';
import type { Plain } from '../../host/document/record.ts';
import { PANEL } from '../../src/words.ts';
import type { Playground } from './desk.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };

export const pictureIn = (window: Frame, name: string): Locator =>
  window.getByRole('img', { name: `${PANEL.picture}: ${name}` });

/** Shows one section of the settings below the picture. */
export const section = (window: Frame, name: keyof typeof PANEL.sections): Promise<void> =>
  window.getByRole('radiogroup', { name: PANEL.section }).getByText(PANEL.sections[name]).click();

/** Waits until the sharp picture of a drawing stands. */
export async function sharp(window: Frame, name: string): Promise<void> {
  await window.locator(`canvas[data-made="full"][aria-label="${PANEL.picture}: ${name}"]`).waitFor();
}

/** The colour at a place of the picture, 0…1 of its sides; straight RGBA. */
function colourAt(window: Frame, name: string, x: number, y: number): Promise<number[]> {
  return pictureIn(window, name).evaluate(
    (canvas: HTMLCanvasElement, [x, y]) => {
      const context = canvas.getContext('2d');
      if (!context) throw new Error('the picture has no pixels to read');
      const { width, height } = canvas;
      return [...context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data];
    },
    [x, y] as const,
  );
}

/** Which of red, green and blue is the strongest there. */
export async function hueAt(window: Frame, name: string, x: number, y: number): Promise<string> {
  const [r = 0, g = 0, b = 0] = await colourAt(window, name, x, y);
  return r >= g && r >= b ? 'red' : g >= b ? 'green' : 'blue';
}

export function pixelsOf(window: Frame, name: string): Promise<string> {
  return pictureIn(window, name).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

/**
 * What a user does to a layer on the canvas: `layer` inside the frame `frame`, or all layers in it. One step
 * of undo.
 */
export function edit(
  desk: Playground,
  frame: string,
  layer: string | null,
  props: Readonly<Record<string, Plain>>,
): Promise<void> {
  return desk.page.evaluate(
    async ({ frame, layer, props }) => {
      const { store } = await (globalThis as Inside).playground;
      const record = (id: string) => store.get(id);
      const below = (id: string): string[] =>
        record(id).children.flatMap((child) => [child, ...below(child)]);
      const top = record(store.currentPage).children.find((id) => record(id).props['name'] === frame);
      if (top === undefined) throw new Error(`no layer is named ${frame}`);
      const found = below(top).filter((id) => layer === null || record(id).props['name'] === layer);
      if (found.length === 0) throw new Error(`no layer in ${frame} is named ${layer}`);
      for (const id of found) store.write(id, JSON.parse(props) as Record<string, Plain>);
      store.commit();
    },
    // Plain nests in itself: as a type it would be followed into itself for ever.
    { frame, layer, props: JSON.stringify(props) },
  );
}

/**
 * Rules of axe-core that the panel breaks, each with its elements; empty when it breaks none. `colours`: of
 * those alone.
 */
export async function complaints(window: Frame, colours = false): Promise<string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis)))
    await window.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  return window.evaluate(async (colours) => {
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    type WithAxe = typeof globalThis & {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> };
    };
    const { violations } = await (globalThis as WithAxe).axe.run(document, {
      resultTypes: ['violations'],
      ...(colours && { runOnly: ['color-contrast', 'link-in-text-block'] }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, colours);
}

/**
 * Light to dark or back, as Figma turns its own theme: the panel stays as it is, its menus open and its focus
 * where it was.
 */
export async function turnTheme(desk: Playground, window: Frame): Promise<void> {
  const before = await window.evaluate(() => document.documentElement.className);
  await desk.page.evaluate(() => {
    document.querySelector<HTMLElement>('[aria-label^="Switch to "]')!.click();
  });
  await window.waitForFunction((before) => document.documentElement.className !== before, before);
}

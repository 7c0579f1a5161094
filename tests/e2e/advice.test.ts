// Drawings that are likely to fail in the built panel: what would help is said beside the preview, and
// nothing is in the way.
import { mkdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ADVICE, openAt, PANEL } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { complaints, sharp } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();
let desk: Playground;
let window: Frame;

const petals = Array.from(
  { length: 16 },
  (_, i) => `<ellipse cx="200" cy="85" rx="20" ry="60" transform="rotate(${22.5 * i} 200 150)"/>`,
).join('');
const boxes = Array.from(
  { length: 12 },
  (_, i) => `<rect x="${20 + 90 * (i % 4)}" y="${20 + 90 * Math.floor(i / 4)}" width="80" height="70"/>`,
).join('');
const cup = '<path d="M120 60h160l-20 200h-120z"/>';

/** Each with the one sentence that it must get, first of all. */
const DRAWINGS: readonly (readonly [keyof typeof ADVICE, string])[] = [
  ['unsure', `<g fill="none" stroke="#222" stroke-width="2">${petals}</g>`],
  ['flat', `<g fill="#48c">${boxes}</g>`],
  ['faint', `<g fill="none" stroke="#f4f4f4" stroke-width="4">${cup}</g>`],
  [
    'nothing-closed',
    '<path id="rim" d="M60 240C120 40 200 40 340 200" fill="none" stroke="#222" stroke-width="4"/>',
  ],
];

beforeAll(async () => {
  mkdirSync('artifacts', { recursive: true });
  desk = await openPlayground(site.pages, site.url, { theme: 'light', size: 512 });
  await desk.page.setInputFiles(
    'input[type=file]',
    [
      ...DRAWINGS,
      ['good', `<g id="ceramic cup" fill="#c43" stroke="#222" stroke-width="3">${cup}</g>`] as const,
    ].map(([name, inside]) => ({
      name: `${name}.svg`,
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">${inside}</svg>`,
      ),
    })),
  );
  // Files are read one after another, this one last.
  await vi.waitFor(() => desk.select('good'), { timeout: 60_000 });
  await desk.start('open');
  window = await desk.window();
});

/** How much of the picture a note covers, in pixels; sentences of it that cannot be read whole. */
const laidOut = (window: Frame): Promise<{ over: number; cut: (string | null)[] }> =>
  window.locator('.advice').evaluate((note) => {
    const [stage, box] = [document.querySelector('.stage')!, note].map((one) => one.getBoundingClientRect());
    const cut = [...note.querySelectorAll('p')].filter((line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      const fits = line.scrollWidth <= line.clientWidth && line.scrollHeight <= line.clientHeight + 1;
      return !fits || left < box!.left || right > box!.right || top < box!.top || bottom > box!.bottom;
    });
    return { over: Math.max(0, stage!.bottom - box!.top), cut: cut.map(({ textContent }) => textContent) };
  });

describe('advice in the browser', () => {
  it.each(DRAWINGS.map(([id]) => id))(
    '%s is said beside the preview, and the picture can be placed',
    async (id) => {
      await desk.select(id);
      await sharp(window, id);
      const isOpen = id === 'nothing-closed';
      await window
        .locator('.advice')
        .getByText(isOpen ? openAt(['rim'], true) : ADVICE[id])
        .waitFor();
      expect(await window.locator('.openings circle').count()).toBe(isOpen ? 2 : 0);
      expect(await window.getByRole('dialog').count()).toBe(0);
      expect(await laidOut(window)).toEqual({ over: 0, cut: [] });
      expect(await window.getByRole('button', { name: PANEL.placeWhere.beside }).isEnabled()).toBe(true);
      await desk.page.locator('.plugin-window').screenshot({ path: `artifacts/advice-${id}.png` });
      expect(await desk.trouble()).toEqual([]);
    },
  );

  it('each can be closed, by keys too, and stays closed for that drawing alone', async () => {
    await desk.select('faint');
    await sharp(window, 'faint');
    const close = window.getByRole('button', { name: PANEL.closeAdvice(ADVICE.faint) });
    await close.press('Enter');
    await close.waitFor({ state: 'detached' });
    await desk.select('flat');
    await sharp(window, 'flat');
    await window.locator('.advice').getByText(ADVICE.flat).waitFor();
    expect(await complaints(window)).toEqual([]);
    await desk.select('faint');
    await sharp(window, 'faint');
    expect(await window.locator('.advice').getByText(ADVICE.faint).count()).toBe(0);
  });

  it('a drawing that reads well gets none', async () => {
    await desk.select('good');
    await sharp(window, 'good');
    expect(await window.locator('.advice').count()).toBe(0);
  });
});

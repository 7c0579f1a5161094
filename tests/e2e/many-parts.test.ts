// A drawing of very many parts in the built panel: parts are found by name, told apart where names are long,
// and those that were found are chosen together.
import { mkdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { PANEL } from '../../src/words.ts';
import { openPlayground } from './desk.ts';
import { complaints, sharp, turnTheme } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

/** Names that differ in their ends alone. */
const NAMES = ['Kugelschreiberhalterung', 'Handgriffverkleidung', 'Glasscheibenrahmen'];
const boxes = Array.from({ length: 60 }, (_, i) => {
  const name = `${NAMES[i % 3]} ${1 + Math.floor(i / 3)}`;
  return `<rect id="${name}" x="${20 + 36 * (i % 10)}" y="${20 + 44 * Math.floor(i / 10)}" width="32" height="40" rx="6" fill="hsl(${53 * i} 60% 55%)"/>`;
}).join('');
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">${boxes}</svg>`;

it('sixty parts with long names: each told apart, found by words, chosen by Enter, changed together', async () => {
  mkdirSync('artifacts', { recursive: true });
  const desk = await openPlayground(site.pages, site.url, { theme: 'light', samples: '0', size: 512 });
  await desk.page.setInputFiles('input[type=file]', [
    { name: 'Cabinet.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) },
  ]);
  await vi.waitFor(() => desk.select('Cabinet'), { timeout: 60_000 });
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, 'Cabinet');
  await window.locator('.views').getByText(PANEL.views.parts).click();
  const options = window.getByRole('option');
  await expect.poll(() => options.count()).toBe(60);

  // What can be read of each: its own width holds all but the middle of its name.
  const ends = await options.evaluateAll((all) =>
    all.map((option) => {
      const name = option.querySelector<HTMLElement>('.name')!;
      const [head, end] = [...name.childNodes];
      const range = document.createRange();
      range.selectNodeContents(end!);
      const seen = range.getBoundingClientRect();
      const box = option.getBoundingClientRect();
      return {
        end: (end ?? head)!.textContent,
        inside: seen.width > 0 && seen.right <= box.right && seen.left >= box.left,
      };
    }),
  );
  expect(ends.every(({ inside }) => inside)).toBe(true);
  expect(ends.map(({ end }) => end)).toContain('men 1');
  expect(ends.map(({ end }) => end)).toContain('en 20');

  const search = window.getByRole('textbox', { name: PANEL.findParts });
  await search.fill('glas 1');
  const found = [1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((number) => `Glasscheibenrahmen ${number}`);
  await expect
    .poll(() => options.evaluateAll((all) => all.map((one) => one.ariaLabel)))
    .toEqual(expect.arrayContaining(found));
  expect(await options.count()).toBe(found.length);
  await window.getByText(PANEL.foundParts(found.length, 60), { exact: true }).waitFor();
  await search.press('Enter');
  await expect.poll(() => window.getByRole('option', { selected: true }).count()).toBe(found.length);
  const together = `${PANEL.chosenParts(found.length)}: ${PANEL.also}`;
  await window.getByRole('button', { name: together, exact: true }).waitFor();
  for (const theme of ['light', 'dark']) {
    await desk.page.locator('.plugin-window').screenshot({ path: `artifacts/many-parts-${theme}.png` });
    expect(await complaints(window, theme === 'dark')).toEqual([]);
    if (theme === 'light') await turnTheme(desk, window);
  }
  await search.press('Escape'); // leaves the search alone
  await expect.poll(() => options.count()).toBe(60);
  expect(await window.getByRole('option', { selected: true }).count()).toBe(found.length);
  expect(await desk.trouble()).toEqual([]);
  await desk.page.close();
});

// `npm run site`: the playground as a page of its own, opened from disk, as somebody without Figma meets it.
import { mkdirSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { buildSite } from '../../host/site.mjs';
import { EXPORT } from '../../src/words.ts';
import { sharp } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

it('opens a drawing that is dropped, realizes it, tunes it and hands out its picture; asks for its own files alone', async () => {
  const address = await buildSite();
  mkdirSync('artifacts', { recursive: true });
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.setDefaultTimeout(220_000);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(address);

  const element = await page.waitForSelector('.plugin-window iframe');
  const window = (await element.contentFrame())!;
  await sharp(window, 'Mug');
  await page.screenshot({ path: 'artifacts/own-page-light.png' });

  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 100"><rect x="20" y="30" width="80" height="60" rx="12" fill="#3b82c4"/></svg>';
  const dropped = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'tin.svg', { type: 'image/svg+xml' }));
    return files;
  }, svg);
  await page.dispatchEvent('.canvas', 'drop', { dataTransfer: dropped });
  await sharp(window, 'tin');
  await window.getByText('Hard', { exact: true }).click();
  expect(await window.getByRole('radio', { name: 'Hard' }).isChecked()).toBe(true);
  await sharp(window, 'tin');
  await page.getByRole('button', { name: 'Switch to dark theme' }).click();
  await page.screenshot({ path: 'artifacts/own-page-dark.png' });

  await window.getByRole('button', { name: EXPORT.open }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    window.getByRole('menuitem', { name: EXPORT.png }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('tin.png');
  await file.saveAs('artifacts/own-page-tin.png');
  const { width, height } = decode(readFileSync('artifacts/own-page-tin.png'));
  expect(width).toBeGreaterThan(height);

  const own = ['index.html', 'main.css', 'files.js', 'main.js'].map((name) => new URL(name, address).href);
  expect([...new Set(asked)].sort()).toEqual(own.sort());
  await page.close();
});

// Models of the user's own in the built plugin: dropped on the panel, chosen by eye, placed with, kept; and
// files that must be refused.
import { mkdirSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { MODELS, PANEL } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { complaints, pixelsOf, section, sharp } from './preview.ts';
import { useSite } from './site.ts';

type Inside = typeof globalThis & { playground: Promise<Desk> };

const site = useSite(['prepared', 'resvg', 'ort']);

beforeAll(() => {
  mkdirSync('artifacts', { recursive: true });
});

/** What a file manager does when a file is let go over the panel. */
async function drop(window: Frame, file: string, as = file): Promise<void> {
  const content = readFileSync(`tests/fixtures/${file}`).toString('base64');
  const dataTransfer = await window.evaluateHandle(
    ({ name, content }) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
      return held;
    },
    { name: as.replace(/^.*\//, ''), content },
  );
  await window.dispatchEvent('body', 'dragover', { dataTransfer });
  await window.getByText(MODELS.drop).waitFor();
  await window.dispatchEvent('body', 'drop', { dataTransfer });
}

async function openPanel(desk: Playground): Promise<Frame> {
  await desk.start('open');
  const window = await desk.window();
  await sharp(window, 'Mug');
  return window;
}

/** Places the picture, and waits until one by this model stands. */
async function place(desk: Playground, window: Frame, model: string): Promise<void> {
  await sharp(window, 'Mug');
  await window.getByRole('button', { name: PANEL.placeWhere.beside }).click();
  const used = async () => (await desk.pictures()).map(({ made }) => made.settings.model);
  await expect.poll(used, { timeout: 30_000 }).toContain(model);
}

const back = (window: Frame) => window.getByRole('button', { name: MODELS.back }).click();

const look = async (desk: Playground, window: Frame, what: string): Promise<void> => {
  await desk.page.locator('.plugin-window').screenshot({ path: `artifacts/models-${what}.png` });
  expect(await complaints(window), what).toEqual([]);
};

describe('a model of the user’s own', () => {
  it(
    'with a card is used as it says; without one the user clicks; both are kept',
    { timeout: 240_000 },
    async () => {
      const desk = await openPlayground(site.pages, site.url, { size: 512 });
      await desk.select('Mug');
      const window = await openPanel(desk);
      const ours = await pixelsOf(window, 'Mug');

      await section(window, 'output');
      await window.getByRole('button', { name: PANEL.model }).click();
      await window.getByRole('menuitem', { name: MODELS.add }).click();
      await look(desk, window, 'empty');
      await drop(window, 'converted.onnx');
      await window.getByText(MODELS.added('A small U-Net')).waitFor();
      await window.getByText(/kB · \d+ ms · MIT · kept/).waitFor();
      await look(desk, window, 'kept');
      await back(window);
      await place(desk, window, 'own-a-small-u-net');
      expect(await pixelsOf(window, 'Mug')).not.toBe(ours);

      await drop(window, 'bare.onnx');
      const tiles = window.getByRole('list', { name: MODELS.tiles }).getByRole('button', { disabled: false });
      await expect.poll(() => tiles.count(), { timeout: 60_000 }).toBe(8);
      await look(desk, window, 'tiles');
      await tiles.filter({ hasText: /White lines on black0…1, thin/ }).click();
      await window.getByText(MODELS.added('bare')).waitFor();
      await expect.poll(() => window.getByText(/ · kept$/).count()).toBe(2);
      await look(desk, window, 'two');
      await back(window);
      await place(desk, window, 'own-bare');

      await desk.page.locator('[aria-label="Close the plugin"]').click();
      const again = await openPanel(desk);
      await section(again, 'output');
      await again.getByRole('button', { name: `${PANEL.model}: bare` }).click();
      await look(desk, again, 'menu');
      expect(await again.getByRole('menuitemradio').allTextContents()).toEqual(
        expect.arrayContaining(['A small U-Net', 'bare']),
      );
      await again.getByRole('menuitem', { name: MODELS.manage }).click();
      const small = again.getByRole('listitem').filter({ hasText: 'MIT' });
      await small.getByRole('button', { name: MODELS.remove }).click();
      await small.getByRole('button', { name: MODELS.removeSure }).click();
      await expect.poll(() => again.getByRole('listitem').count()).toBe(1);
      await desk.page.locator('[aria-label="Close the plugin"]').click();

      await desk.start('realize'); // one click finds the model that is chosen, too
      await desk.closed();
      expect((await desk.pictures()).at(-1)?.made.settings.model).toBe('own-bare');
      expect(await desk.trouble()).toEqual([]);
      expect(desk.asked).toEqual([]);
      await desk.page.close();
    },
  );

  it(
    'that is none is refused in one sentence, one that does not fit is told of, and the panel goes on',
    { timeout: 240_000 },
    async () => {
      const desk = await openPlayground(site.pages, site.url, { theme: 'dark', size: 512 });
      await desk.page.evaluate(async () => {
        (await (globalThis as Inside).playground).host.storage.ballast = 5_100_000;
      });
      await desk.select('Mug');
      const window = await openPanel(desk);
      for (const [file, why] of [
        ['hostile/log.onnx', /cannot be used: the generator gave values that are no numbers\.$/],
        [
          'hostile/operator.onnx',
          /cannot be used: it has the operator MakeItPretty, which is not known here\.$/,
        ],
        ['hostile/memory.onnx', /cannot be used: it wants more memory than there is\.$/],
        ['hostile/external.onnx', /cannot be used: its weights lie in another file/],
      ] as const) {
        await drop(window, file);
        await window.getByText(why).waitFor();
        await window.getByText(MODELS.empty).waitFor();
      }
      await drop(window, 'two/g.onnx');
      await window.getByText(/lie in another file, g\.onnx\.data; give both together/).waitFor();
      const both = ['g.onnx', 'g.onnx.data'].map((name) => `tests/fixtures/two/${name}`);
      await window.locator('.models input[type=file]').setInputFiles(both);
      const tried = window.getByRole('list', { name: MODELS.tiles }).getByRole('button', { disabled: false });
      await expect.poll(() => tried.count(), { timeout: 60_000 }).toBe(8);
      await window.getByRole('button', { name: MODELS.cancel }).click();
      await drop(window, 'hostile/text.onnx', 'net_G.pth');
      const command = 'python -m convert net_G.pth -o net_G.onnx';
      await window.getByText(MODELS.convert(command)).waitFor();
      expect(await window.getByLabel(MODELS.command).inputValue()).toBe(command);
      await window.getByRole('button', { name: MODELS.copy }).click();
      await window.getByRole('button', { name: MODELS.copied }).waitFor();
      await look(desk, window, 'refused');
      await drop(window, 'converted.onnx');
      await window.getByText(MODELS.notKept('A small U-Net')).waitFor();
      await window.getByText(new RegExp(` · ${MODELS.session}$`)).waitFor();
      await look(desk, window, 'session');
      await window.getByRole('button', { name: MODELS.another }).press('Escape');
      await place(desk, window, 'own-a-small-u-net');
      expect(desk.page.workers().length).toBeLessThanOrEqual(1);
      expect(await desk.trouble()).toEqual([]);
      await desk.page.close();
    },
  );
});

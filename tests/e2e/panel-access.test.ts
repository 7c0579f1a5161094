// The panel in every view, light and dark, and the one-click window: nothing that axe-core finds, and nothing
// below the fold.
import { mkdirSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOf, LIGHTS, NAMING, PANEL, PRESETS } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { complaints, section, sharp, turnTheme } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();
const { materials } = JSON.parse(readFileSync('models/light.json', 'utf8')) as { materials: unknown[] };

beforeAll(async () => {
  mkdirSync('artifacts', { recursive: true });
});

/** Pixels of the settings that lie below the fold; where there are any, how high all rows are, to see why. */
const below = (window: Frame): Promise<Record<string, number>> =>
  window.locator('.settings').evaluate((box: HTMLElement) => {
    const below = box.scrollHeight - box.clientHeight;
    const rows = [...box.parentElement!.children, ...box.firstElementChild!.children] as HTMLElement[];
    const heights = rows.map((row, i) => [`${i} ${row.className}`, row.offsetHeight] as const);
    const { innerWidth, innerHeight } = globalThis;
    return below === 0 ? { below } : { below, innerWidth, innerHeight, ...Object.fromEntries(heights) };
  });

/**
 * A screenshot in both themes, and what axe-core says: all of it in the first, in the other what hangs on
 * colours, as nothing else changes. The panel is left in the other.
 */
async function inBothThemes(desk: Playground, window: Frame, name: string): Promise<void> {
  for (const first of [true, false]) {
    if (!first) await turnTheme(desk, window);
    const dark = await window.evaluate(() => document.documentElement.className.includes('figma-dark'));
    const file = `${name}-${dark ? 'dark' : 'light'}`;
    await desk.page.locator('.plugin-window').screenshot({ path: `artifacts/${file}.png` });
    expect(await complaints(window, !first), file).toEqual([]);
  }
}

describe('the panel can be used by all', () => {
  it('in every view, light and dark', async () => {
    const desk = await openPlayground(site.pages, site.url, { theme: 'light', size: 512 });
    await desk.select();
    await desk.start('open');
    const window = await desk.window();
    const look = (what: string) => inBothThemes(desk, window, `panel-${what}`);
    await window.getByText(PANEL.welcome).waitFor();
    await look('welcome');
    await desk.select('Mug');
    await sharp(window, 'Mug');
    expect(await window.getByText(PANEL.welcome).count()).toBe(0);
    await look('picture');
    const looks = window.getByRole('button', { name: PRESETS.label });
    await looks.click();
    await window.getByRole('menuitem', { name: PRESETS.keep }).click();
    const naming = window.getByRole('textbox', { name: PRESETS.name });
    await naming.fill('Shop window');
    await look('naming');
    await naming.press('Enter');
    await window.getByRole('button', { name: `${PRESETS.label}: Shop window`, exact: true }).waitFor();
    await looks.click();
    await look('looks');
    await window.getByRole('menu').press('Escape');
    await window.getByRole('button', { name: LIGHTS.ownTitle }).click();
    await window.getByRole('menuitem', { name: LIGHTS.keep }).click();
    const light = window.getByRole('textbox', { name: LIGHTS.name });
    await light.fill('Evening');
    await light.press('Enter');
    await window.getByRole('button', { name: `${LIGHTS.ownTitle}: Evening`, exact: true }).waitFor();
    await look('lights');
    for (const name of ['surface', 'output'] as const) {
      await section(window, name);
      await look(name);
      await expect.poll(() => below(window)).toEqual({ below: 0 });
    }
    await window.getByRole('button', { name: NAMING.label }).click();
    const pattern = window.getByRole('textbox', { name: NAMING.pattern });
    await pattern.fill('{name}_{size}_{n}');
    await window.getByText('Mug_512_1, 2 …', { exact: true }).waitFor();
    await look('pattern');
    await pattern.fill('{colour}');
    await window.getByText(faultOf({ unknown: '{colour}' })).waitFor();
    await pattern.fill('{name} {seed}');
    await window.getByRole('button', { name: NAMING.label }).click(); // closes it, and keeps what was typed
    await window.getByRole('button', { name: new RegExp(`^${NAMING.label}: Mug \\d+$`) }).waitFor();
    const view = (name: keyof typeof PANEL.views) =>
      window.locator('.views').getByText(PANEL.views[name]).click();
    await view('parts');
    await window.getByRole('option').nth(1).click();
    await look('parts');
    const shape = window.getByRole('radiogroup', { name: PANEL.shape });
    expect(await shape.getByRole('radio', { checked: true }).inputValue()).toBe('found');
    await shape.getByText(PANEL.forms.hollow).click();
    const edge = window.getByRole('slider', { name: PANEL.shapeTitles.edge });
    await edge.press('ArrowRight');
    expect(await edge.getAttribute('aria-valuetext')).toBe('55 %');
    await sharp(window, 'Mug');
    await look('hollow');
    await window.getByRole('button', { name: PANEL.asDrawn }).click();
    expect(await shape.getByRole('radio', { checked: true }).inputValue()).toBe('found');
    await sharp(window, 'Mug');
    const material = window.getByRole('button', { name: PANEL.material });
    await material.click();
    const search = window.getByRole('combobox', { name: PANEL.findMaterial });
    expect(await window.locator('.swatch-option').count()).toBe(materials.length);
    await window.locator('.swatch-option .swatch-ball:not(.swatch-dark)').first().waitFor();
    await look('material');
    await search.fill('oak');
    expect(await window.locator('.swatch-option').count()).toBe(1);
    await look('material-search');
    await search.press('Enter');
    await window.getByRole('button', { name: `${PANEL.material}: Wood`, exact: true }).waitFor();
    await material.click();
    await search.press('ArrowRight');
    await window.locator('.materials-name', { hasText: 'Wood, end grain' }).waitFor();
    await search.press('Escape');
    expect(await material.evaluate((button) => button === document.activeElement)).toBe(true);
    await view('compare');
    await look('compare');
    await view('form');
    await window.getByRole('img', { name: PANEL.formHint }).waitFor();
    await look('form');
    await window.getByRole('button', { name: PANEL.placeHow }).click();
    await look('how');
    await window.getByRole('menu').press('Escape');
    for (const tab of ['explore', 'history'] as const) {
      await window.locator('.tabs').getByText(PANEL.tab[tab]).click();
      await look(tab);
    }
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });

  it('the one-click window can be used by all', async () => {
    const desk = await openPlayground(site.pages, site.url, { size: 512 });
    await desk.select('Mug', 'Vase', 'Car');
    await desk.start('realize');
    const window = await desk.window();
    await window.getByRole('button', { name: PANEL.cancel }).waitFor();
    expect(await complaints(window)).toEqual([]);
    await desk.page.close();
  });
});

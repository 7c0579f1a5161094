// What a designer's hand does in the built panel: zoom, parts that are alike, lights and looks by name, copy,
// the picture as a fill; and, with several drawings, from one to the next and all in one file.
import { mkdirSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPORT, LIGHTS, MANY, PANEL, PRESETS } from '../../src/words.ts';
import { cup, handOver, onScreen, opened, POT, seenIn, shoot } from './by-hand.ts';
import { complaints, sharp } from './preview.ts';
import { useSite } from './site.ts';

const site = useSite();

beforeAll(() => void mkdirSync('artifacts', { recursive: true }));

describe('by hand, in the browser', () => {
  it('one drawing: zoomed, its parts chosen by what they share, lights and looks renamed, copied, a fill', async () => {
    const { desk, ...first } = await opened(site, { Pot: POT }, 'light');
    let { window } = first;
    const { page } = desk;

    // Wheel, pinch and keys: what lies under the pointer stays there.
    const percent = () => window.locator('.percent').textContent();
    const whole = (await window.locator('.whole').boundingBox())!;
    await page.mouse.move(whole.x + whole.width / 4, whole.y + whole.height / 2);
    await page.mouse.wheel(0, -200); // without a key it turns nothing larger
    expect(await percent()).toBe(PANEL.zoomed(1));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(async () => Number.parseInt((await percent()) ?? '', 10)).toBeGreaterThan(150);
    const pinched = await window.locator('.whole').evaluate((stage) => {
      const { left, top, width, height } = stage.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2 };
      // A pinch on a trackpad comes as the wheel with Ctrl, which nobody holds.
      const pinch = new WheelEvent('wheel', {
        ...at,
        deltaY: -30,
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      });
      return stage.querySelector('.pad')!.dispatchEvent(pinch);
    });
    expect(pinched).toBe(false); // else the browser would zoom the whole page
    await expect.poll(async () => Number.parseInt((await percent()) ?? '', 10)).toBeGreaterThan(230);
    expect(await window.locator('.drag-hint').count()).toBe(0); // the picture reaches into its corner
    await shoot(desk, 'zoomed');
    const placed = () => window.locator('.framed').first().getAttribute('style');
    const still = await placed();
    await page.mouse.wheel(0, 60);
    await expect.poll(placed).not.toBe(still);
    await window.locator('.percent').click();
    await expect.poll(percent).toBe(PANEL.zoomed(1));

    // Parts that are alike.
    await window.locator('.views').getByText(PANEL.views.parts).click();
    const chosen = () => window.getByRole('option', { selected: true }).allTextContents();
    const body = await onScreen(window, 130, 125);
    await page.mouse.click(body.x, body.y);
    await expect.poll(chosen).toEqual(['ceramic box']);
    const also = (count: number) =>
      window.getByRole('button', { name: `${PANEL.chosenParts(count)}: ${PANEL.also}`, exact: true });
    await also(1).click();
    await shoot(desk, 'also');
    expect(await complaints(window)).toEqual([]);
    await window.getByRole('menuitem', { name: PANEL.like.colour(2) }).click();
    await expect.poll(chosen).toEqual(['ceramic box', 'steel knob']);
    await window.getByRole('option', { name: 'oak leg 2' }).click();
    await expect.poll(chosen).toEqual(['oak leg 2']);
    await also(1).click();
    await window.getByRole('menuitem', { name: PANEL.like.material(2) }).click();
    await expect.poll(chosen).toEqual(['oak leg 1', 'oak leg 2']);
    await window.getByRole('option', { name: 'steel knob' }).click({ modifiers: ['Shift'] });
    await expect.poll(chosen).toHaveLength(3);
    await also(3).click();
    await window.getByRole('menuitem', { name: PANEL.like.name(2) }).click();
    await window.getByRole('radiogroup', { name: PANEL.finish }).getByText(PANEL.finishes.gloss).click();
    await sharp(window, 'Pot');
    await shoot(desk, 'parts');
    await page.keyboard.press('Control+z'); // both legs wore it, in one step
    await page.keyboard.press('+');
    const near = await percent();
    expect(near).not.toBe(PANEL.zoomed(1));
    await page.keyboard.press('Escape'); // leaves the parts, then the zoom, not the panel
    await expect.poll(chosen).toEqual([]);
    expect(await percent()).toBe(near);
    await page.keyboard.press('Escape');
    await expect.poll(percent).toBe(PANEL.zoomed(1));
    await window.locator('.views').getByText(PANEL.views.light).click();
    await sharp(window, 'Pot');

    // A look and a light of one's own: kept and renamed; there for whoever opens the file next, and
    // deletes them.
    const own = [
      [
        PRESETS.label,
        { keep: PRESETS.keep, rename: PRESETS.rename('One'), forget: PRESETS.forget('Two') },
        PRESETS.name,
        PRESETS.none,
      ],
      [LIGHTS.ownTitle, LIGHTS, LIGHTS.name, LIGHTS.none],
    ] as const;
    const button = (label: string, text: string) =>
      window.getByRole('button', { name: `${label}: ${text}`, exact: true });
    const act = (text: string) => window.getByRole('menuitem', { name: text, exact: true }).click();
    for (const [label, acts, name, none] of own) {
      const field = window.getByRole('textbox', { name });
      await button(label, none).click();
      await act(acts.keep);
      await field.fill('One');
      await field.press('Enter');
      await button(label, 'One').click();
      await act(acts.rename);
      expect(await field.inputValue()).toBe('One');
      await field.fill('Two');
      await field.press('Enter');
      await button(label, 'Two').waitFor();
    }
    await handOver(desk);
    window = await desk.window();
    await sharp(window, 'Pot');
    for (const [label, acts, , none] of own) {
      await window.getByRole('button', { name: new RegExp(`^${label}: `) }).click();
      await window.getByRole('menuitemradio', { name: 'Two', exact: true }).click();
      await button(label, 'Two').click();
      await act(acts.forget);
      await button(label, none).waitFor();
    }

    // Copied where the frame may; this one, a data: address, may not, and says so.
    const copy = async () => {
      await window.getByRole('button', { name: EXPORT.open }).click();
      await window.getByRole('menuitem', { name: EXPORT.copy }).click();
    };
    await copy();
    await window.getByText(EXPORT.notCopied).waitFor();
    await window.evaluate(() => {
      const given = globalThis as unknown as { ClipboardItem: unknown; copied: Promise<Blob> };
      given.ClipboardItem = function ClipboardItem(this: object, data: object) {
        Object.assign(this, data);
      };
      const write = async ([item]: { 'image/png': Promise<Blob> }[]) =>
        void (await (given.copied = item!['image/png']));
      Object.defineProperty(navigator, 'clipboard', { value: { write } });
    });
    await copy();
    await window.getByText(EXPORT.copied, { exact: true }).waitFor();
    const copied = await window.evaluate(async () => {
      const blob = await (globalThis as unknown as { copied: Promise<Blob> }).copied;
      return { type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
    });
    expect(copied.type).toBe('image/png');
    const { width, height } = decode(Uint8Array.from(copied.bytes));
    expect(Math.max(width, height)).toBeGreaterThan(400); // at 2×

    // As its fill: seen, since the layers in it are hidden; shown again by the link.
    await window.getByRole('button', { name: PANEL.placeHow }).click();
    const layout = window.getByRole('menuitemradio', { name: PANEL.wheres.layout });
    expect(await layout.isDisabled()).toBe(true);
    expect(await layout.textContent()).toBe(`${PANEL.wheres.layout}${PANEL.cannot['no-layout']}`);
    await shoot(desk, 'where');
    await window.getByRole('menuitemradio', { name: PANEL.wheres.fill }).click();
    await window.getByRole('button', { name: PANEL.placeWhere.fill, exact: true }).click();
    const show = window.getByRole('button', { name: PANEL.showDrawing });
    await show.waitFor();
    expect(await seenIn(desk, 'Pot')).toEqual([false]);
    await shoot(desk, 'fill');
    await page.screenshot({ path: 'artifacts/hand-fill-canvas.png' });
    await show.click();
    await expect.poll(() => seenIn(desk, 'Pot')).toEqual([true]);
    await show.waitFor({ state: 'detached' });
    await sharp(window, 'Pot');
    await desk.undo();
    await expect.poll(() => seenIn(desk, 'Pot')).toEqual([false]);
    await desk.undo();
    await expect.poll(() => seenIn(desk, 'Pot')).toEqual([true]);
    expect(await desk.trouble()).toEqual([]);
    await page.close();
  });

  it('several drawings: from one to the next by arrows and keys, and all downloaded in one file', async () => {
    const { desk, window } = await opened(
      site,
      { A: cup('#3b82c4'), B: cup('#c4713b'), C: cup('#3bc471') },
      'dark',
    );
    const turn = (label: string) => window.getByRole('button', { name: label, exact: true });
    const stands = async (name: string, index: number) => {
      await sharp(window, name);
      await window.locator('.turning').getByText(PANEL.of(index, 3), { exact: true }).waitFor();
    };
    await stands('A', 0);
    expect(await turn(PANEL.before).isDisabled()).toBe(true);
    await turn(PANEL.after).click();
    await stands('B', 1);
    await window.locator('body').press('PageDown');
    await stands('C', 2);
    expect(await turn(PANEL.after).isDisabled()).toBe(true);
    await turn(PANEL.before).click();
    await stands('B', 1);
    await shoot(desk, 'turning');
    expect(await complaints(window)).toEqual([]);

    const [zip] = await Promise.all([
      desk.page.waitForEvent('download'),
      window.getByRole('button', { name: MANY.download(3) }).click(),
    ]);
    expect(zip.suggestedFilename()).toBe(MANY.zip);
    await window.getByText(MANY.ended.download(3, 3)).waitFor();
    await shoot(desk, 'downloaded');
    await zip.saveAs('artifacts/hand.zip');
    const files = unzipSync(new Uint8Array(readFileSync('artifacts/hand.zip')));
    expect(Object.keys(files).sort()).toEqual(['A.png', 'B.png', 'C.png']);
    for (const png of Object.values(files)) expect(decode(png).channels).toBe(4);
    expect(await desk.pictures()).toEqual([]);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });
});

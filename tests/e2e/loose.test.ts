// Loose shapes in the built bundle: the layers of a sample's frame, put on the page by themselves, become one
// picture.
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../host/playground/desk.ts';
import { PANEL } from '../../src/words.ts';
import { openPlayground, type Playground } from './desk.ts';
import { pictureInk } from './silhouette.ts';
import { useSite } from './site.ts';

const site = useSite();

beforeAll(() => void mkdirSync('artifacts', { recursive: true }));

type Inside = typeof globalThis & { playground: Promise<Desk> };

/**
 * What stands in a frame stands on the page instead, where it was; the frame is gone. Gives the layers' ids.
 */
function unframe(desk: Playground, name: string): Promise<string[]> {
  return desk.page.evaluate(async (name) => {
    const { store } = await (globalThis as Inside).playground;
    const page = store.get(store.currentPage);
    const id = page.children.find((child) => store.get(child).props['name'] === name)!;
    const frame = store.get(id);
    type Matrix = [[number, number, number], [number, number, number]];
    const at = frame.props['relativeTransform'] as Matrix;
    store.put(id, { ...frame, children: [] });
    for (const child of frame.children) {
      const record = store.get(child);
      const [[a, b, x], [c, d, y]] = record.props['relativeTransform'] as Matrix;
      const relativeTransform = [[a, b, x + at[0][2]], [c, d, y + at[1][2]]]; // prettier-ignore
      store.put(child, { ...record, parent: page.id, props: { ...record.props, relativeTransform } });
    }
    const others = page.children.filter((child) => child !== id);
    store.put(page.id, { ...page, children: [...others, ...frame.children] });
    store.forget();
    return [...frame.children];
  }, name);
}

const select = (desk: Playground, ids: readonly string[]): Promise<void> =>
  desk.page.evaluate(async (ids) => (await (globalThis as Inside).playground).select(ids), ids);

describe('loose shapes in the browser', () => {
  it('become one picture that lies over them, again from any of them, each a step of undo', async () => {
    const desk = await openPlayground(site.pages, site.url, { theme: 'light', size: 512 });
    const ids = await unframe(desk, 'Mug');
    expect(ids.length).toBeGreaterThan(2);
    const before = await desk.snapshot();
    await select(desk, ids);
    await desk.start('open');
    const window = await desk.window();
    const name = await window.locator('canvas[data-made="full"]').getAttribute('aria-label');
    await desk.page.screenshot({ path: 'artifacts/loose-panel.png' });
    await window.getByRole('button', { name: PANEL.placeWhere.beside }).click();
    await window.getByText(/· realized/).waitFor();
    expect(name).toContain('+');
    const [picture, ...more] = await desk.pictures();
    expect(more).toEqual([]);
    expect(picture!.made.together).toEqual(ids);
    expect(pictureInk(picture!.png, picture!).height).toBeGreaterThan(100);
    await desk.page.screenshot({ path: 'artifacts/loose-placed.png' });
    await desk.page.evaluate(async () => (await (globalThis as Inside).playground).run?.close());
    await select(desk, [ids[0]!]);
    await desk.start('realize-again');
    expect(await desk.closed()).toMatch(/^Realized: .*\+/);
    expect((await desk.pictures()).map(({ made }) => made.together)).toEqual([ids]); // it has the new image
    await desk.page.screenshot({ path: 'artifacts/loose-again.png' });
    await desk.undo();
    await desk.undo();
    expect(await desk.snapshot()).toBe(before);
    expect(await desk.trouble()).toEqual([]);
    await desk.page.close();
  });
});

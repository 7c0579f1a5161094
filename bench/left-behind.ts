// The playground after many runs in; what was left behind out: workers, and stored images that no picture
// shows.
import type { Desk } from '../host/playground/desk.ts';
import type { Playground } from '../tests/e2e/desk.ts';

export type Inside = typeof globalThis & {
  playground: Promise<Desk>;
  opened: Desk;
  /** Hashes of the images that stood on the page. */
  placed: Set<string>;
};

/** After the end. */
export interface LeftBehind {
  workersLeft: number;
  imagesStored: number;
  /** Stored, but shown by no picture that was placed. */
  imagesUnplaced: number;
}

/** Which images stand on the page, before they are undone. */
export const note = (desk: Playground): Promise<void> =>
  desk.page.evaluate(async () => {
    const { store } = await (globalThis as Inside).playground;
    for (const id of store.get(store.currentPage).children) {
      const { pluginData, props } = store.get(id);
      if (!pluginData['made']) continue;
      for (const fill of props['fills'] as { imageHash?: string }[])
        if (fill.imageHash) (globalThis as Inside).placed.add(fill.imageHash);
    }
  });

export async function leftBehind(desk: Playground): Promise<LeftBehind> {
  const images = await desk.page.evaluate(async () => {
    const { store } = await (globalThis as Inside).playground;
    const { placed } = globalThis as Inside;
    return {
      stored: store.images.size,
      unplaced: [...store.images.keys()].filter((hash) => !placed.has(hash)).length,
    };
  });
  for (let look = 0; look < 40 && desk.page.workers().length > 0; look += 1)
    await desk.page.waitForTimeout(50);
  return {
    workersLeft: desk.page.workers().length,
    imagesStored: images.stored,
    imagesUnplaced: images.unplaced,
  };
}
